import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { CannedAnswer, Page } from '../../../helpdesk/api.ts';
import { AuditEntry } from '../../../models/auditEntry.ts';
import { Conversation } from '../../../models/conversation.ts';
import { Message } from '../../../models/message.ts';
import { OutgoingMail } from '../../../models/outgoingMail.ts';
import { joinConversation } from '../../../onboarding/helpdesk/joinConversation.ts';
import { people } from '../../onboarding/people.ts';
import { scene } from '../../onboarding/scene.ts';
import { rightBefore } from '../../onboarding/storeCalls.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from '../console.ts';

describe('stepping in, over HTTP', () => {
  const here = scene();
  const id = 'mail:thread';
  const path = `/conversations/${encodeURIComponent(id)}`;
  let site: TestConsole;
  let reader: OperatorBrowser;
  let actor: OperatorBrowser;

  beforeEach(async () => {
    site = await startConsole(here.house);
    reader = await OperatorBrowser.signedIn(site, operators.reader);
    actor = await OperatorBrowser.signedIn(site, operators.actor);
    const at = new Date();
    await Conversation.create({
      _id: id,
      channel: 'mail',
      person: people.omar.email,
      startedAt: at,
      lastMessageAt: at,
    });
  });
  afterEach(() => site.close());

  it('joins, answers once, notes, hands back; joining is in the audit log', async () => {
    assert.equal((await actor.post(`${path}/join`)).status, 200);
    const words = { wordsId: randomUUID(), text: 'Good morning' };
    for (let press = 0; press < 2; press++) assert.equal((await actor.post(`${path}/answer`, words)).status, 200);
    assert.equal((await actor.post(`${path}/note`, { wordsId: randomUUID(), text: 'Is nice' })).status, 200);
    await here.house.work();
    const kinds = (await OutgoingMail.find().sort({ _id: 1 }).lean()).map(({ notice }) =>
      notice.kind === 'helpdesk' ? notice.what : notice.kind,
    );
    assert.deepEqual(kinds.sort(), ['joined', 'words']);
    const log = await Message.find({ conversation: id, operator: { $exists: true } }).lean();
    assert.deepEqual(log.map(({ direction, text }) => `${direction} ${text}`).sort(), [
      'note Is nice',
      'out Good morning',
    ]);
    assert.equal((await actor.post(`${path}/hand-back`)).status, 200);
    assert.deepEqual((await actor.post(`${path}/hand-back`)).json, { refused: 'notJoined' });
    assert.equal((await actor.post(`${path}/done`)).status, 200);
    assert.ok((await Conversation.findById(id).lean())?.doneAt);
    const audited = await AuditEntry.find({ action: 'conversationJoined' }).lean();
    assert.deepEqual(
      audited.map((entry) => [entry.who, entry.forWhom, entry.conversation, entry.channel]),
      [[operators.actor.email, people.omar.email, id, 'helpdesk']],
    );
  });

  it('says once what is sent twice, and says so, also when the conversation was handed back meanwhile', async () => {
    const words = { wordsId: randomUUID(), text: 'Good morning' };
    await actor.post(`${path}/join`);
    assert.equal((await actor.post(`${path}/answer`, words)).status, 200);
    await actor.post(`${path}/hand-back`);
    assert.equal((await actor.post(`${path}/answer`, words)).status, 200);
    await here.house.work();
    assert.equal((await actor.post(`${path}/answer`, words)).status, 200);
    assert.deepEqual((await actor.post(`${path}/answer`, { ...words, wordsId: randomUUID() })).json, {
      refused: 'notJoined',
    });
    await here.house.work();
    assert.equal(await OutgoingMail.countDocuments({ 'notice.what': 'words' }), 1);
  });

  it('lets no link that lets somebody in into the transcript', async () => {
    const text = `Open https://usher.contoso.com/invitation/${'aB3'.repeat(15)} once more`;
    await actor.post(`${path}/join`);
    await actor.post(`${path}/answer`, { wordsId: randomUUID(), text });
    await actor.post(`${path}/note`, { wordsId: randomUUID(), text });
    await here.house.work();
    const log = await Message.find({ conversation: id, text: /once more/ }).lean();
    assert.equal(log.length, 2);
    assert.doesNotMatch(JSON.stringify(log), /aB3/);
  });

  it('leaves a conversation to whoever has joined it, be it right before', async () => {
    const other = { email: 'paola.greco@northwindtraders.com', name: 'Paola Greco' };
    rightBefore('conversations.updateOne', ['doneAt'], () => joinConversation(here.house, other, id));
    const taken = { refused: 'joinedByOther', by: other.name };
    assert.deepEqual((await actor.post(`${path}/done`)).json, taken);
    assert.deepEqual((await actor.post(`${path}/join`)).json, taken);
    assert.deepEqual((await actor.post(`${path}/hand-back`)).json, taken);
    const words = { wordsId: randomUUID(), text: 'Good morning' };
    assert.deepEqual((await actor.post(`${path}/answer`, words)).json, taken);
    assert.equal((await Conversation.findById(id).lean())?.joined?.by.email, other.email);
  });

  it('joins no conversation in which nobody could be reached', async () => {
    const at = new Date();
    await Conversation.create({ _id: 'mail:aside', channel: 'mail', startedAt: at, lastMessageAt: at });
    assert.deepEqual((await actor.post('/conversations/mail%3Aaside/join')).json, { refused: 'cannotReach' });
    assert.equal((await Conversation.findById('mail:aside').lean())?.joined, undefined);
  });

  it('is not for those who may only look', async () => {
    for (const act of ['join', 'hand-back', 'done', 'answer', 'note']) {
      const came = await reader.post(`${path}/${act}`, { wordsId: randomUUID(), text: 'x' });
      assert.deepEqual([came.status, came.json], [403, { refused: 'mayNot' }], act);
    }
    const answer = { title: 'a', language: 'en', text: 'b' };
    const { id: kept } = (await actor.post<CannedAnswer>('/canned-answers', answer)).json;
    for (const [place, input] of [
      ['/canned-answers', answer],
      [`/canned-answers/${kept}`, { ...answer, text: 'c' }],
      [`/canned-answers/${kept}/delete`, {}],
    ] as const) {
      assert.equal((await reader.post(place, input)).status, 403, place);
    }
    assert.deepEqual((await reader.get('/canned-answers')).json, { rows: [{ id: kept, ...answer }] });
    assert.equal((await Conversation.findById(id).lean())?.joined, undefined);
  });

  it('says by name what was wrong', async () => {
    await actor.post(`${path}/join`);
    assert.deepEqual((await actor.post(`${path}/answer`, { wordsId: 'x', text: ' ' })).json, {
      refused: 'wrongInput',
      fields: ['wordsId', 'text'],
    });
    assert.deepEqual((await actor.post(`${path}/answer`, { text: 7 })).json, {
      refused: 'wrongInput',
      fields: ['wordsId', 'text'],
    });
    assert.equal((await actor.post('/conversations/nowhere/join')).status, 404);
    assert.deepEqual((await actor.post('/canned-answers', { title: '', language: 'en', text: 'Hi {who}' })).json, {
      refused: 'wrongInput',
      fields: ['title', 'text'],
    });
  });

  it('keeps canned answers', async () => {
    const made = await actor.post<CannedAnswer>('/canned-answers', {
      title: 'Junk',
      language: 'en',
      text: 'Hi {name}',
    });
    const changed = { title: 'Spam', language: 'en', text: 'Hello {name}' };
    assert.equal((await actor.post(`/canned-answers/${made.json.id}`, changed)).status, 200);
    const { rows } = (await reader.get<Page<CannedAnswer>>('/canned-answers')).json;
    assert.deepEqual(rows, [{ id: made.json.id, ...changed }]);
    await actor.post(`/canned-answers/${made.json.id}/delete`);
    assert.deepEqual((await reader.get<Page<CannedAnswer>>('/canned-answers')).json.rows, []);
  });
});
