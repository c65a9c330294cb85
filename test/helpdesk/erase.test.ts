import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { AccessRequest } from '../../models/accessRequest.ts';
import { AuditEntry } from '../../models/auditEntry.ts';
import { Conversation } from '../../models/conversation.ts';
import { IncomingMail } from '../../models/incomingMail.ts';
import { IncomingSource } from '../../models/incomingSource.ts';
import { ListedConversation } from '../../models/listedConversation.ts';
import { Message } from '../../models/message.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import { SearchBlock } from '../../models/searchBlock.ts';
import { SearchEntry } from '../../models/searchEntry.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { makeHouse } from '../onboarding/house.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from './console.ts';
import { minute, readLog, say } from './conversations.ts';
import { EventReader } from './live/eventReader.ts';

describe('erasing a person', () => {
  let store: TestStore;
  let console: TestConsole;
  before(async () => {
    store = await openTestStore();
    console = await startConsole(makeHouse(), { lookEveryMs: 10 });
  });
  afterEach(() => store.clear());
  after(async () => {
    await console.close();
    await store.close();
  });
  const email = 'giulia.romano@contoso.com';

  it('removes their words wherever they stand, leaves those of others, and is noted', async () => {
    await say('teams:1', [{ text: 'unforgettable words', at: minute(1) }], { person: email });
    await say('teams:group', [
      { text: 'unforgettable here', at: minute(2), person: email },
      { text: 'of somebody else', at: minute(2), person: 'lena.vogel@contoso.com' },
    ]);
    await IncomingMail.create({
      _id: 'in',
      state: 'filed',
      receivedAt: minute(1),
      from: email,
      subject: 'unforgettable',
    });
    await OutgoingMail.create({
      _id: 'out',
      to: { email, firstName: '', lastName: '', language: 'it' },
      notice: { kind: 'mailAnswer', conversation: 'mail:1', heading: 'h', blocks: [], quoted: 'unforgettable' },
      answers: { messageId: '<1@x>', references: [], subject: 'unforgettable' },
      state: 'sent',
      createdAt: minute(1),
    });
    await readLog();
    const browser = await OperatorBrowser.signedIn(console, operators.actor);
    const erased = await browser.post(`/people/${encodeURIComponent(email.toUpperCase())}/erase`);
    assert.deepEqual([erased.status, erased.json], [200, { messages: 2, conversations: 1 }]);
    const left = await Promise.all(
      [Message, SearchEntry, SearchBlock, ListedConversation, IncomingMail, OutgoingMail].map((model) =>
        (model as typeof Message).find().lean(),
      ),
    );
    assert.doesNotMatch(JSON.stringify(left), /unforgettable/);
    assert.equal(await Message.countDocuments(), 1);
    assert.equal(((await browser.get<{ rows: unknown[] }>('/search?q=somebody')).json.rows ?? []).length, 1);
    const noted = await AuditEntry.find({ action: 'personErased' }).lean();
    assert.deepEqual(
      noted.map(({ who, forWhom }) => [who, forWhom]),
      [[operators.actor.email, email]],
    );
    const again = await browser.post(`/people/${encodeURIComponent(email)}/erase`);
    assert.deepEqual(again.json, { messages: 0, conversations: 0 });
  });

  it('is not for those who may only look, nor for what is no address', async () => {
    await say('teams:1', [{ text: 'words' }], { person: email });
    const reader = await OperatorBrowser.signedIn(console, operators.reader);
    assert.equal((await reader.post(`/people/${encodeURIComponent(email)}/erase`)).status, 403);
    const actor = await OperatorBrowser.signedIn(console, operators.actor);
    assert.equal((await actor.post('/people/nobody/erase')).status, 400);
    assert.equal(await Message.countDocuments(), 1);
    assert.equal(await AuditEntry.countDocuments(), 0);
  });

  it('ends what is in hand of theirs, and leaves what they must still get', async () => {
    const to = { email, firstName: '', lastName: '', language: 'it' };
    const dueAt = minute(5);
    await IncomingSource.create({ _id: 'in', mime: Buffer.from('unforgettable') });
    await IncomingMail.create({ _id: 'in', state: 'recorded', receivedAt: minute(1), dueAt, from: email, attempts: 3 });
    const about = { to, state: 'waiting' as const, createdAt: minute(1), dueAt };
    const words = { kind: 'helpdesk', conversation: 'mail:1', what: 'words', operator: operators.actor } as const;
    await OutgoingMail.create({
      ...about,
      _id: 'answer',
      notice: { kind: 'mailAnswer', conversation: 'mail:1', heading: 'h', blocks: [], quoted: 'unforgettable' },
    });
    await OutgoingMail.create({
      ...about,
      _id: 'reset',
      notice: { kind: 'passwordReset', resetId: 'r', expiresAt: dueAt },
    });
    await OutgoingMessage.create({ ...about, _id: 'words', notice: { ...words, text: 'unforgettable' } });
    await erase();
    const mail = await IncomingMail.findById('in').lean();
    assert.deepEqual([mail?.state, mail?.kind, mail?.subject], ['acted', 'other', undefined]);
    const [answer, reset, message] = await Promise.all([
      OutgoingMail.findById('answer').lean(),
      OutgoingMail.findById('reset').lean(),
      OutgoingMessage.findById('words').lean(),
    ]);
    assert.deepEqual(
      [answer?.state, answer?.dueAt, message?.state, message?.dueAt],
      ['dropped', undefined, 'failed', undefined],
    );
    assert.deepEqual([reset?.state, reset?.dueAt], ['waiting', dueAt]);
    assert.doesNotMatch(JSON.stringify([answer, message, mail, await IncomingSource.find().lean()]), /unforgettable/);
  });

  it('takes their words out of what others were told, and why their mail came back', async () => {
    const lena = 'lena.vogel@contoso.com';
    const quote = 'unforgettable <words> & "more"\nin two lines';
    await AccessRequest.create({
      kind: 'invitation',
      purchasingAccount: new Types.ObjectId(),
      organization: 'Contoso S.p.A.',
      accountNumber: '0005012345',
      requester: { email, firstName: 'Giulia', lastName: 'Romano', language: 'it' },
      roles: [],
      message: quote,
      state: 'open',
      deciders: [lena],
      country: 'IT',
      createdAt: minute(0),
    });
    const card = JSON.stringify({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: quote }] });
    const html = '<p>unforgettable &lt;words&gt; &amp; &quot;more&quot;<br />in two lines</p>';
    await say('teams:lena', [{ text: `Giulia: ${quote}`, card, html, direction: 'out', at: minute(1) }], {
      person: lena,
    });
    await say('mail:lena', [{ text: 'It came back: unforgettable server', direction: 'out', at: minute(1) }], {
      person: lena,
    });
    await OutgoingMail.create({
      _id: 'news',
      to: { email: lena, firstName: '', lastName: '', language: 'en' },
      notice: {
        kind: 'invitationNews',
        invitationId: 'i',
        organization: 'Contoso S.p.A.',
        accountNumber: '0005012345',
        person: { name: 'Giulia Romano', email },
        roles: [],
        forPartner: false,
        news: { outcome: 'undeliverable', reason: 'unforgettable server' },
      },
      state: 'sent',
      createdAt: minute(0),
    });
    await readLog();
    await erase();
    const left = await Promise.all(
      [Message, SearchEntry, SearchBlock, AccessRequest, OutgoingMail].map((model) =>
        (model as typeof Message).find().lean(),
      ),
    );
    assert.doesNotMatch(JSON.stringify(left), /unforgettable|two lines/);
    const [told] = await Message.find({ conversation: 'teams:lena' }).lean();
    assert.deepEqual([told?.text, told?.html], ['Giulia: …\n…', '<p>…<br />…</p>']);
  });

  it('removes conversations that are nobody’s when nothing else was said there', async () => {
    await say('mail:aside', [{ text: 'unforgettable', at: minute(1), person: email }]);
    await readLog();
    assert.deepEqual(await erase(), { messages: 1, conversations: 1 });
    assert.deepEqual([await Conversation.countDocuments(), await ListedConversation.countDocuments()], [0, 0]);
  });

  it('removes the address that a mail has claimed from where something else is left', async () => {
    await say('mail:aside', [
      { text: 'unforgettable', at: minute(1), person: email },
      { text: 'a note', at: minute(2), direction: 'note', operator: operators.actor },
    ]);
    await readLog();
    assert.equal((await ListedConversation.findById('mail:aside').lean())?.claims, email);
    assert.deepEqual(await erase(), { messages: 1, conversations: 0 });
    assert.doesNotMatch(JSON.stringify(await ListedConversation.find().lean()), /giulia/);
  });

  it('tells every open console to look again', async () => {
    await say('teams:1', [{ text: 'unforgettable', at: minute(1) }], { person: email });
    await readLog();
    const reader = new EventReader(await OperatorBrowser.signedIn(console, operators.reader), '/live');
    await reader.connect();
    await reader.until((one) => one.event === 'erasures' && one.data === 0);
    await erase();
    await reader.until((one) => one.event === 'erasures' && one.data === 1);
    reader.lose();
  });

  async function erase(): Promise<unknown> {
    const browser = await OperatorBrowser.signedIn(console, operators.actor);
    return (await browser.post(`/people/${encodeURIComponent(email)}/erase`)).json;
  }
});
