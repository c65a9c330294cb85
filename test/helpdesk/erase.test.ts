import assert from 'node:assert/strict';
import { Types } from 'mongoose';
import { AccessRequest } from '../../models/accessRequest.ts';
import { AuditEntry } from '../../models/auditEntry.ts';
import { Conversation } from '../../models/conversation.ts';
import { IncomingMail } from '../../models/incomingMail.ts';
import { IncomingSource } from '../../models/incomingSource.ts';
import { Invitation } from '../../models/invitation.ts';
import { ListedConversation } from '../../models/listedConversation.ts';
import { Message } from '../../models/message.ts';
import type { AccessRequested, Notice } from '../../models/notice.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import { SearchBlock } from '../../models/searchBlock.ts';
import { SearchEntry } from '../../models/searchEntry.ts';
import { erasePerson } from '../../onboarding/erasePerson.ts';
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
  const lena = 'lena.vogel@contoso.com';
  const account = { organization: 'Contoso S.p.A.', accountNumber: '0005012345' };
  const recipient = (address: string) => ({ email: address, firstName: '', lastName: '', language: 'it' });

  /** Somebody asks Lena for an invitation. */
  function asks(requester: string, changes: Partial<AccessRequest> = {}): Promise<unknown> {
    return AccessRequest.create({
      kind: 'invitation',
      purchasingAccount: new Types.ObjectId(),
      ...account,
      requester: recipient(requester),
      roles: [],
      state: 'open',
      deciders: [lena],
      country: 'IT',
      createdAt: minute(0),
      ...changes,
    });
  }

  it('removes their words wherever they stand, leaves those of others, and is noted', async () => {
    await say('teams:1', [{ text: 'unforgettable words', at: minute(1) }], { person: email });
    await say('teams:group', [
      { text: 'unforgettable here', at: minute(3), person: email },
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
      to: recipient(email),
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
    const to = recipient(email);
    const dueAt = minute(5);
    const mail = { receivedAt: minute(1), dueAt, from: email };
    await IncomingMail.create({ ...mail, _id: 'in', state: 'recorded', attempts: 3 });
    await IncomingMail.create({ ...mail, _id: 'acted', state: 'acted', kind: 'request', subject: 'unforgettable' });
    for (const _id of ['in', 'acted']) await IncomingSource.create({ _id, mime: Buffer.from('unforgettable') });
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
    const unproven = { kind: 'mailUnproven', subject: 'unforgettable', receivedAt: minute(0) } as const;
    await OutgoingMail.create({ ...about, _id: 'unproven', notice: unproven });
    await OutgoingMessage.create({ ...about, _id: 'unproven', notice: unproven });
    await erase();
    const [mails, sources, outgoing, messages] = await Promise.all([
      IncomingMail.find().sort({ _id: 1 }).lean(),
      IncomingSource.find().lean(),
      OutgoingMail.find().sort({ _id: 1 }).lean(),
      OutgoingMessage.find().sort({ _id: 1 }).lean(),
    ]);
    assert.deepEqual(
      mails.map(({ _id, state, kind }) => [_id, state, kind]),
      [
        ['acted', 'acted', 'request'],
        ['in', 'acted', 'other'],
      ],
    );
    assert.deepEqual(sources, []);
    assert.deepEqual(
      [...outgoing, ...messages].map(({ _id, state, dueAt }) => [_id, state, dueAt]),
      [
        ['answer', 'dropped', undefined],
        ['reset', 'waiting', dueAt],
        ['unproven', 'dropped', undefined],
        ['unproven', 'failed', undefined],
        ['words', 'failed', undefined],
      ],
    );
    assert.doesNotMatch(JSON.stringify([mails, outgoing, messages]), /unforgettable/);
  });

  it('forgets in Teams what was written in their name, and what the helpdesk wrote to them', async () => {
    const sent = { to: recipient(email), state: 'sent' as const, createdAt: minute(1), sentAt: minute(1) };
    const notices: Notice[] = [
      { kind: 'mailUnproven', subject: 'unforgettable', receivedAt: minute(0) },
      {
        kind: 'helpdesk',
        conversation: 'teams:1',
        what: 'words',
        operator: operators.actor,
        text: 'unforgettable',
      },
    ];
    await OutgoingMessage.create(notices.map((notice) => ({ ...sent, _id: notice.kind, notice })));
    await erase();
    assert.doesNotMatch(JSON.stringify(await OutgoingMessage.find().lean()), /unforgettable/);
  });

  it('takes what they wrote out of requests, decisions and what tells others of them, sent or not', async () => {
    const reason = 'unforgettable reason';
    const giulia = { name: 'Giulia Romano', email };
    const decision = { by: email, byName: 'Giulia Romano', at: minute(1), channel: 'web' as const, roles: [], reason };
    await asks(email, { message: 'unforgettable' });
    await asks('omar.haddad@contoso.com', { state: 'denied', decision });
    await Invitation.create({
      email,
      firstName: 'Giulia',
      lastName: 'Romano',
      language: 'it',
      country: 'IT',
      purchasingAccount: new Types.ObjectId(),
      roles: ['reportViewer'],
      state: 'pending',
      undeliverable: { at: minute(1), reason },
      tokenHash: 'x',
      sendings: 1,
      sentAt: minute(0),
      expiresAt: minute(1_000),
      createdAt: minute(0),
    });
    const about = { ...account, requestId: 'r', request: 'invitation' as const, roles: [] };
    const asked: AccessRequested = { ...about, kind: 'accessRequested', requester: giulia, message: 'unforgettable' };
    const notices: Notice[] = [
      asked,
      { ...about, kind: 'accessRequestDecided', decision: 'denied', decidedBy: giulia, reason },
      {
        ...account,
        kind: 'invitationNews',
        invitationId: 'i',
        person: giulia,
        roles: [],
        forPartner: false,
        news: { outcome: 'declined', reason },
      },
      {
        kind: 'mailAnswer',
        conversation: 'mail:lena',
        heading: 'Non ho capito',
        blocks: [{ kind: 'quote', title: 'Giulia Romano', text: 'unforgettable' }],
        quoted: 'Chi è?',
        asksBack: { request: asked, missing: 'decision' },
      },
    ];
    for (const dueAt of [undefined, minute(5)]) {
      const state = dueAt ? ('waiting' as const) : ('sent' as const);
      const records = notices.map((notice) => ({
        _id: `${notice.kind} ${state}`,
        to: recipient(lena),
        notice,
        state,
        createdAt: minute(1),
        ...(dueAt && { dueAt }),
      }));
      await OutgoingMail.create(records);
      await OutgoingMessage.create(records.filter(({ notice }) => notice.kind !== 'mailAnswer'));
    }
    await erase();
    const outgoing = [...(await OutgoingMail.find().lean()), ...(await OutgoingMessage.find().lean())];
    const left = [await AccessRequest.find().lean(), await Invitation.find().lean(), outgoing];
    assert.doesNotMatch(JSON.stringify(left), /unforgettable/);
    // Those to whom they were written are still told the rest.
    assert.equal(outgoing.filter(({ state, dueAt }) => state === 'waiting' && dueAt).length, 7);
  });

  it('takes their words, not what is written like them where it says what something is', async () => {
    await asks(email, { message: 'Text\nquote\nok' });
    const card = JSON.stringify({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Giulia: Text, ok' }] });
    await say('teams:lena', [{ text: 'ok', card, direction: 'out', at: minute(1) }], { person: lena });
    for (const address of [lena, 'omar.haddad@contoso.com']) {
      await OutgoingMail.create({
        _id: address,
        to: recipient(address),
        notice: {
          kind: 'mailAnswer',
          conversation: 'mail:1',
          heading: 'Richieste',
          blocks: [{ kind: 'quote', title: 'Giulia', text: 'Text: quote, ok' }],
          quoted: '',
        },
        state: 'sent',
        createdAt: minute(1),
      });
    }
    await erase();
    const blocks = (await OutgoingMail.find().sort({ _id: 1 }).lean()).map(
      ({ notice }) => notice.kind === 'mailAnswer' && notice.blocks,
    );
    assert.deepEqual(blocks, [
      [{ kind: 'quote', title: 'Giulia', text: '…: …, ok' }],
      // Nobody asked him: these are words of his own.
      [{ kind: 'quote', title: 'Giulia', text: 'Text: quote, ok' }],
    ]);
    const [told] = await Message.find().lean();
    assert.deepEqual(
      [told?.text, JSON.parse(told?.card ?? '').body],
      ['ok', [{ type: 'TextBlock', text: 'Giulia: …, ok' }]],
    );
  });

  it('takes their words out of what others were told', async () => {
    const quote = 'unforgettable <words> & "more"\nin two lines';
    await asks(email, { message: quote });
    const card = JSON.stringify({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: quote }] });
    const html = '<p>unforgettable &lt;words&gt; &amp; &quot;more&quot;<br />in two lines</p>';
    await say('teams:lena', [{ text: `Giulia: ${quote}`, card, html, direction: 'out', at: minute(1) }], {
      person: lena,
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

  for (const [outbox, how] of [
    [OutgoingMail, 'by mail'],
    [OutgoingMessage, 'in Teams'],
  ] as const) {
    it(`takes out what their mail server said, which others were told ${how}`, async () => {
      await say('teams:lena', [{ text: 'It came back: unforgettable server', direction: 'out', at: minute(1) }], {
        person: lena,
      });
      await (outbox as typeof OutgoingMail).create({
        _id: 'news',
        to: recipient(lena),
        notice: {
          ...account,
          kind: 'invitationNews',
          invitationId: 'i',
          person: { name: 'Giulia Romano', email },
          roles: [],
          forPartner: false,
          news: { outcome: 'undeliverable', reason: 'unforgettable server' },
        },
        state: 'sent',
        createdAt: minute(0),
      });
      await erase();
      assert.deepEqual(
        (await Message.find().lean()).map(({ text }) => text),
        ['It came back: …'],
      );
    });
  }

  it('takes out a whole line, also where another of theirs stands within it', async () => {
    await asks(email, { message: 'licences\nto audit the licences of Milan' });
    await say('teams:lena', [{ text: 'Giulia: to audit the licences of Milan', direction: 'out', at: minute(1) }], {
      person: lena,
    });
    await erase();
    assert.deepEqual(
      (await Message.find().lean()).map(({ text }) => text),
      ['Giulia: …'],
    );
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

  it('tells the bot that their conversations are no more', async () => {
    await say('teams:1', [{ text: 'words' }], { person: email });
    const changed: string[] = [];
    const house = makeHouse({ conversationChanged: async (id) => void changed.push(id) });
    await erasePerson(house, operators.actor, email);
    assert.deepEqual(changed, ['teams:1']);
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
