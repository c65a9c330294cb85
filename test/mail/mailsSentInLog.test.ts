import assert from 'node:assert/strict';
import { changedMessages } from '../../helpdesk/live/changedMessages.ts';
import { threadOfOurs } from '../../mail/mailThread.ts';
import type { Outbox } from '../../mail/outboxOptions.ts';
import { Conversation } from '../../models/conversation.ts';
import { Invitation } from '../../models/invitation.ts';
import { LogReading } from '../../models/logReading.ts';
import { Message } from '../../models/message.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { invitationToken } from '../../onboarding/invitationLink.ts';
import { logEntryId } from '../../onboarding/logEntryId.ts';
import { readLog } from '../helpdesk/conversations.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { clock, linkSecret, openOutbox, recordInvitation, recordMail, untilDone } from './mailTest.ts';
import { startTestGraph, step, type TestGraph } from './testGraph.ts';

const email = 'giulia.romano@contoso.com';

describe('mails of ours in the conversation log', () => {
  let store: TestStore;
  let graph: TestGraph;
  let outbox: Outbox;

  before(async () => {
    store = await openTestStore();
    graph = await startTestGraph();
  });
  beforeEach(async () => {
    await store.clear();
    graph.reset();
    clock.set();
    outbox = openOutbox(graph.baseUrl);
  });
  afterEach(async () => {
    await outbox.stop();
    clock.release();
  });
  after(async () => {
    await graph.close();
    await store.close();
  });

  async function entryOf(id: string) {
    const mail = (await OutgoingMail.findById(id).lean()) ?? assert.fail('the mail is gone');
    const conversation = threadOfOurs(mail);
    const entry = await Message.findById(logEntryId(conversation, id)).lean();
    return { mail, conversation, entry: entry ?? assert.fail('it is not in the log') };
  }

  it('stand there as their reader sees them, without the link, waiting until they are sent', async () => {
    const id = await recordInvitation(email);
    graph.misbehave(step.send, { when: 'before', status: 503 });
    await outbox.drain();
    const { entry: waiting, mail, conversation } = await entryOf(id);
    assert.equal(waiting.delivery, 'waiting');
    const { entry: sent } = await entryOf((await untilDone(outbox, id))._id);
    assert.equal(sent.delivery, undefined);
    assert.deepEqual([sent.direction, sent.person, sent.mail], ['out', email, id]);
    assert.match(sent.subject ?? '', /Contoso/);
    assert.match(sent.text, /Contoso/);
    assert.match(sent.html ?? '', /^<body.*Inizia ora/s);
    assert.match(sent.html ?? '', /\/invitation\/•••/);
    const { invitationId } = mail.notice as { invitationId: string };
    assert.ok(!JSON.stringify(await Message.find().lean()).includes(invitationToken(linkSecret, invitationId, 1)));
    const listed = await Conversation.findById(conversation).lean();
    assert.deepEqual([listed?.channel, listed?.person, listed?.language], ['mail', email, 'it']);
    assert.equal(await Message.countDocuments(), 1);
  });

  it('of one thread stand in one conversation', async () => {
    // Nothing is sent before it stands in its thread.
    await outbox.stop();
    const first = await recordInvitation(email);
    const next = await recordInvitation(email);
    const alone = await recordInvitation(email);
    await OutgoingMail.updateOne({ _id: next }, { $set: { follows: first } });
    outbox = openOutbox(graph.baseUrl);
    await outbox.drain();
    const conversations = await Promise.all([first, next, alone].map(async (id) => (await entryOf(id)).conversation));
    assert.equal(conversations[0], conversations[1]);
    assert.notEqual(conversations[0], conversations[2]);
  });

  it('are not sent any more when they were overtaken, and say so', async () => {
    const id = await recordInvitation(email);
    graph.misbehave(step.send, { when: 'before', status: 503 });
    await outbox.drain();
    await Invitation.updateMany({}, { $set: { state: 'revoked' } });
    await untilDone(outbox, id);
    const { entry } = await entryOf(id);
    assert.deepEqual([entry.delivery, entry.outcome], [undefined, 'dropped']);
  });

  it('that are given up failed, and whoever watches is told', async () => {
    const id = await recordInvitation(email);
    graph.misbehave(step.send, { when: 'before', status: 400 }, 1_000);
    await outbox.drain();
    await readLog();
    const { conversation } = await entryOf(id);
    const { seq = 0 } = (await LogReading.findOne().lean()) ?? {};
    const seen = { seq, at: Number.MAX_SAFE_INTEGER, id: 'f'.repeat(24) };
    await untilDone(outbox, id, { hours: 6 });
    await readLog();
    const { seq: now = 0 } = (await LogReading.findOne().lean()) ?? {};
    const changed = await changedMessages(conversation, seen, now);
    assert.deepEqual(
      changed.map(({ message }) => [message.id, message.delivery]),
      [[logEntryId(conversation, id).toHexString(), 'failed']],
    );
  });

  it('of the helpdesk’s words wait until they are sent', async () => {
    const conversation = 'mail:thread';
    const notice = {
      kind: 'helpdesk',
      conversation,
      what: 'words',
      operator: { email: 'paola.greco@helpdesk.example', name: 'Paola Greco' },
      text: 'Good morning',
    } as const;
    const id = await recordMail(email, notice);
    const at = new Date(clock.at);
    await Message.create({
      _id: logEntryId(conversation, id),
      conversation,
      at,
      direction: 'out',
      text: 'Good morning',
      operator: notice.operator,
      delivery: 'waiting',
    });
    await Conversation.create({ _id: conversation, channel: 'mail', person: email, startedAt: at, lastMessageAt: at });
    await outbox.drain();
    const { entry } = await entryOf(id);
    assert.deepEqual([entry.delivery, entry.text, entry.operator?.name], [undefined, 'Good morning', 'Paola Greco']);
    assert.match(entry.html ?? '', /Good morning/);
    assert.ok((await Conversation.findById(conversation).lean())?.stateChangedAt);
  });
});
