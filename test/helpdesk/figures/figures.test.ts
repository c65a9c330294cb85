import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Settings } from 'luxon';
import { Types } from 'mongoose';
import type { Figures } from '../../../helpdesk/api.ts';
import { keepFigures } from '../../../helpdesk/figures/keepFigures.ts';
import { readUtterances } from '../../../language/readUtterances.ts';
import { AccessRequest } from '../../../models/accessRequest.ts';
import { AuditEntry, type Channel } from '../../../models/auditEntry.ts';
import { Conversation } from '../../../models/conversation.ts';
import { DayFigures } from '../../../models/dayFigures.ts';
import { HelpdeskWait } from '../../../models/helpdeskWait.ts';
import { IncomingMail } from '../../../models/incomingMail.ts';
import { Invitation } from '../../../models/invitation.ts';
import { Message } from '../../../models/message.ts';
import { OutgoingMail } from '../../../models/outgoingMail.ts';
import type { WalkNote } from '../../../models/walkNote.ts';
import { openTestStore, type TestStore } from '../../models/testStore.ts';
import { makeHouse } from '../../onboarding/house.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from '../console.ts';

const account = new Types.ObjectId();
const at = (time: string) => new Date(time);

/**
 * In Rome the clocks go back on Sunday 2037-10-25: that day begins at 22:00Z and ends at 23:00Z, 25 hours later. It lies
 * ahead, because a server throws away by its own clock what has expired: a session of the past would be gone in a minute.
 */
describe('the figures', () => {
  let store: TestStore;
  let site: TestConsole;
  let operator: OperatorBrowser;
  before(async () => {
    store = await openTestStore();
  });
  beforeEach(async () => {
    await store.clear();
    now('2037-10-28T12:00:00Z');
    site = await startConsole(makeHouse());
    operator = await OperatorBrowser.signedIn(site, operators.reader);
  });
  afterEach(async () => {
    await site.close();
  });
  after(async () => {
    Settings.now = () => Date.now();
    await store.close();
  });

  function now(time: string): void {
    Settings.now = () => at(time).getTime();
  }

  async function figures(query: string): Promise<Figures> {
    const { status, json } = await operator.get<Figures>(`/figures?${query}`);
    assert.equal(status, 200, JSON.stringify(json));
    return json;
  }

  /** Somebody says something in a conversation, or hears it. */
  async function said(conversation: string, time: string, more: Partial<Message> = {}): Promise<Types.ObjectId> {
    await Conversation.updateOne(
      { _id: conversation },
      { $max: { lastMessageAt: at(time) }, $min: { startedAt: at(time) }, $setOnInsert: { channel: 'teams' } },
      { upsert: true },
    );
    const { _id } = await Message.create({ conversation, at: at(time), direction: 'in', text: 'x', ...more });
    return _id;
  }

  const walk = (run: string, step: string, stands: WalkNote['stands'], begun?: true) => ({
    walks: [{ run, walk: 'inviteUser', step, stands, ...(begun && { begun }) }],
  });

  it('count conversations and messages by the operator’s days, as long as those are when the clocks change', async () => {
    await said('teams:a', '2037-10-24T21:59:59Z');
    await said('teams:a', '2037-10-24T22:00:00Z');
    await said('teams:a', '2037-10-24T22:00:01Z', { direction: 'out' });
    await said('teams:b', '2037-10-25T22:59:59Z');
    await said('teams:b', '2037-10-25T22:59:59Z', { direction: 'note' });
    await said('teams:b', '2037-10-25T23:00:00Z', { direction: 'out' });
    await said('mail:c', '2037-10-27T22:59:59Z');
    const rome = await figures('from=2037-10-24&to=2037-10-27&zone=Europe/Rome');
    assert.deepEqual(rome.days, [
      { day: '2037-10-24', conversations: 1, messagesIn: 1, messagesOut: 0 },
      { day: '2037-10-25', conversations: 2, messagesIn: 2, messagesOut: 1 },
      { day: '2037-10-26', conversations: 1, messagesIn: 0, messagesOut: 1 },
      { day: '2037-10-27', conversations: 1, messagesIn: 1, messagesOut: 0 },
    ]);
    const utc = await figures('from=2037-10-24&to=2037-10-25');
    assert.deepEqual(utc.days, [
      { day: '2037-10-24', conversations: 1, messagesIn: 2, messagesOut: 1 },
      { day: '2037-10-25', conversations: 1, messagesIn: 1, messagesOut: 1 },
    ]);
    // Half an hour off the others: the day there began at 18:30Z, and ended before b wrote.
    const kolkata = await figures('from=2037-10-25&to=2037-10-25&zone=Asia/Kolkata');
    assert.deepEqual(kolkata.days, [{ day: '2037-10-25', conversations: 1, messagesIn: 2, messagesOut: 1 }]);
  });

  it('tell walks begun, finished, and given up at which step', async () => {
    // Begun and finished.
    await said('teams:a', '2037-10-20T10:00:00Z', walk('r1', 'form', 'open', true));
    await said('teams:a', '2037-10-20T10:05:00Z', walk('r1', 'form', 'finished'));
    await said('teams:a', '2037-10-20T10:06:00Z');
    // Cancelled the day after.
    await said('teams:a', '2037-10-20T11:00:00Z', walk('r2', 'form', 'open', true));
    await said('teams:a', '2037-10-21T09:00:00Z', walk('r2', 'confirm', 'givenUp'));
    // Left standing.
    await said('teams:b', '2037-10-20T12:00:00Z', walk('r1', 'form', 'open', true));
    await said('teams:b', '2037-10-20T12:01:00Z', walk('r1', 'roles', 'open'));
    // Two in one turn; what was shown is done with.
    await said('teams:b', '2037-10-22T12:00:00Z', {
      walks: [
        { run: 'r8', walk: 'addDomain', step: 'list', stands: 'finished', begun: true },
        { run: 'r9', walk: 'help', step: 'begin', stands: 'finished', begun: true },
      ],
    });
    // The same name of a run in another conversation is another run; still under way today.
    await said('teams:c', '2037-10-28T11:00:00Z', walk('r1', 'form', 'open', true));
    const { walks } = await figures('from=2037-10-20&to=2037-10-28');
    assert.deepEqual(walks, [
      {
        walk: 'inviteUser',
        begun: 4,
        finished: 1,
        givenUp: [
          { step: 'confirm', times: 1 },
          { step: 'roles', times: 1 },
        ],
      },
      { walk: 'addDomain', begun: 1, finished: 1, givenUp: [] },
      { walk: 'help', begun: 1, finished: 1, givenUp: [] },
    ]);
    const { walks: later } = await figures('from=2037-10-21&to=2037-10-21');
    assert.deepEqual(later, [{ walk: 'inviteUser', begun: 0, finished: 0, givenUp: [{ step: 'confirm', times: 1 }] }]);
  });

  it('give nobody up who may still come back: until the end of the next day', async () => {
    await said('teams:a', '2037-10-27T10:00:00Z', walk('r1', 'form', 'open', true));
    const { walks } = await figures('from=2037-10-27&to=2037-10-28');
    assert.deepEqual(walks, [{ walk: 'inviteUser', begun: 1, finished: 0, givenUp: [] }]);
    await said('teams:a', '2037-10-28T23:59:00Z', walk('r1', 'roles', 'open'));
    now('2037-10-30T00:11:00Z');
    operator = await OperatorBrowser.signedIn(site, operators.reader);
    const taken = await figures('from=2037-10-27&to=2037-10-28');
    assert.deepEqual(taken.walks, [
      { walk: 'inviteUser', begun: 1, finished: 0, givenUp: [{ step: 'roles', times: 1 }] },
    ]);
  });

  it('of a past day stay when its messages go, in the time zones that were looked at and else in UTC', async () => {
    await said('teams:a', '2037-10-20T10:00:00Z', walk('r1', 'form', 'finished', true));
    await said('teams:b', '2037-10-20T22:30:00Z');
    const rome = 'from=2037-10-20&to=2037-10-21&zone=Europe/Rome';
    const before = await figures(rome);
    assert.deepEqual(
      before.days.map(({ conversations }) => conversations),
      [1, 1],
    );
    await keepFigures();
    const kept = await DayFigures.find().sort({ day: 1 }).lean();
    const daysIn = (zone: string) => kept.filter((one) => one.zone === zone).map(({ day }) => day);
    assert.deepEqual(daysIn('UTC'), daysIn('Europe/Rome'));
    assert.deepEqual([daysIn('UTC')[0], daysIn('UTC').at(-1)], ['2037-09-28', '2037-10-26']);
    assert.ok(!JSON.stringify(kept).includes('teams:'), 'sums name nobody');
    await Message.deleteMany({});
    assert.deepEqual(await figures(rome), before);
    const paris = await figures('from=2037-10-20&to=2037-10-21&zone=Europe/Paris');
    assert.deepEqual(
      paris.days.map(({ conversations }) => conversations),
      [2, 0],
    );
    assert.equal(paris.walks[0]?.finished, 1);
  });

  it('show an empty day as empty, although there is something in it elsewhere', async () => {
    await said('teams:b', '2037-10-20T22:30:00Z');
    await keepFigures();
    const { days } = await figures('from=2037-10-20&to=2037-10-21&zone=Europe/Rome');
    assert.deepEqual(
      days.map(({ conversations }) => conversations),
      [0, 1],
    );
  });

  it('are kept once by several who sum at a time, and never of a day that may still change', async () => {
    await said('teams:a', '2037-10-20T10:00:00Z');
    await Promise.all([keepFigures(), keepFigures(), figures('from=2037-10-20&to=2037-10-28')]);
    assert.equal(await DayFigures.countDocuments({ zone: 'UTC', day: '2037-10-20' }), 1);
    assert.equal((await DayFigures.find().sort({ day: -1 }).lean())[0]?.day, '2037-10-26');
  });

  async function invitation(sentAt: string, more: Partial<Invitation> = {}): Promise<void> {
    const _id = new Types.ObjectId();
    await Invitation.create({
      _id,
      email: `person${_id}@contoso.com`,
      firstName: 'Ada',
      lastName: 'Rossi',
      language: 'it',
      country: 'IT',
      purchasingAccount: account,
      roles: ['reportViewer'],
      state: 'pending',
      tokenHash: _id.toHexString(),
      sendings: 1,
      sentAt: at(sentAt),
      expiresAt: at('2038-01-01T00:00:00Z'),
      createdAt: at(sentAt),
      ...more,
    });
  }

  it('tell invitations by state and how long acceptance takes', async () => {
    const accepted = (endedAt: string) => ({ state: 'accepted' as const, endedAt: at(endedAt) });
    await invitation('2037-10-20T08:00:00Z');
    await invitation('2037-10-20T08:00:00Z', { undeliverable: { at: at('2037-10-20T08:10:00Z'), reason: '5.1.1' } });
    await invitation('2037-10-20T08:00:00Z', accepted('2037-10-20T10:00:00Z')); // 2 hours
    await invitation('2037-10-20T08:00:00Z', accepted('2037-10-21T08:00:00Z')); // 24 hours
    await invitation('2037-10-20T08:00:00Z', accepted('2037-10-20T08:30:00Z')); // half an hour
    await invitation('2037-09-01T08:00:00Z', accepted('2037-10-20T08:00:00Z')); // 49 days: 1176 hours
    await invitation('2037-09-01T08:00:00Z', accepted('2037-09-02T08:00:00Z'));
    await invitation('2037-10-20T08:00:00Z', { state: 'declined', endedAt: at('2037-10-20T09:00:00Z') });
    const { invitations } = await figures('from=2037-10-20&to=2037-10-21');
    assert.deepEqual(invitations, {
      byState: { pending: 1, undeliverable: 1, accepted: 3, declined: 1 },
      // 0.5, 2, 24, 1176: between 2 and 24; nine in ten of four is all four.
      acceptance: { count: 4, medianHours: 13, ninetiethHours: 1176 },
    });
  });

  it('tell decisions by channel and how long they were waited for', async () => {
    let accounts = 0;
    const decided = async (channel: Channel, state: 'approved' | 'denied', decidedAt: string) => {
      accounts += 1;
      await AccessRequest.create({
        kind: 'role',
        purchasingAccount: account,
        organization: 'Contoso S.p.A.',
        accountNumber: '0005012345',
        requester: { email: `omar${accounts}@contoso.com`, language: 'en' },
        country: 'IT',
        state,
        createdAt: at('2037-10-20T08:00:00Z'),
        decision: { by: 'marco.ferri@contoso.com', at: at(decidedAt), channel, reason: 'words of somebody' },
      });
    };
    await decided('mail', 'approved', '2037-10-20T09:00:00Z');
    await decided('mail', 'denied', '2037-10-20T13:00:00Z');
    await decided('mail', 'approved', '2037-10-20T10:00:00Z');
    await decided('teams', 'approved', '2037-10-21T08:15:00Z');
    await decided('web', 'approved', '2037-10-22T08:15:00Z');
    const { decisions } = await figures('from=2037-10-20&to=2037-10-21');
    assert.deepEqual(decisions, [
      { channel: 'mail', approved: 2, denied: 1, medianHours: 2 },
      { channel: 'teams', approved: 1, denied: 0, medianHours: 24.3 },
    ]);
  });

  it('count mails sent, given up and come back, and how long people waited for a person', async () => {
    const mail = (more: object) =>
      OutgoingMail.create({
        _id: new Types.ObjectId().toHexString(),
        to: { email: 'ada@contoso.com' },
        notice: { kind: 'invitation' },
        createdAt: at('2037-10-19T08:00:00Z'),
        ...more,
      });
    await mail({ state: 'sent', sentAt: at('2037-10-20T00:00:00Z') });
    await mail({ state: 'sent', sentAt: at('2037-10-20T23:59:59Z') });
    await mail({ state: 'sent', sentAt: at('2037-10-19T23:59:59Z') });
    await mail({ state: 'failed', failedAt: at('2037-10-20T12:00:00Z') });
    await mail({ state: 'waiting', dueAt: at('2037-10-20T12:00:00Z') });
    const came = { state: 'filed' as const, receivedAt: at('2037-10-20T12:00:00Z') };
    await IncomingMail.create({ ...came, _id: '1', kind: 'bounce' }, { ...came, _id: '2', kind: 'request' });
    const waited = (id: string, until: string) =>
      HelpdeskWait.create({ _id: id, conversation: 'c', since: at('2037-10-20T12:00:00Z'), until: at(until) });
    await waited('1', '2037-10-20T12:01:00Z');
    await waited('2', '2037-10-20T12:04:30Z');
    await waited('3', '2037-10-20T13:00:00Z');
    await waited('4', '2037-10-21T00:00:00Z');
    const { mails, waiting } = await figures('from=2037-10-20&to=2037-10-20');
    assert.deepEqual(mails, { sent: 2, failed: 1, bounced: 1 });
    assert.deepEqual(waiting, { times: 3, medianMinutes: 4.5, ninetiethMinutes: 60 });
  });

  const heard = (notUnderstood: string, text: string, language = 'en', intent = 'none') => ({
    text,
    notUnderstood,
    understood: { intent, confidence: 0.3, language },
  });

  it('are a look at what people said, noted once for the same days', async () => {
    await said('teams:a', '2037-10-20T10:00:00Z', heard('mensa', 'Mensa', 'it'));
    for (const query of [
      'from=2037-10-20&to=2037-10-22',
      'from=2037-10-20&to=2037-10-22',
      'from=2037-10-21&to=2037-10-22',
    ]) {
      await figures(query);
    }
    const entries = await AuditEntry.find({ action: 'sentencesRead' }).sort({ seq: 1 }).lean();
    assert.deepEqual(
      entries.map(({ who, details }) => [who, details]),
      [
        [operators.reader.email, { sentences: 1 }],
        [operators.reader.email, { sentences: 0 }],
      ],
    );
  });

  it('show what was not understood, the commonest first, with the message that said it last', async () => {
    await said('teams:a', '2037-10-20T10:00:00Z', heard('where is the canteen', 'Where is the canteen?'));
    const last = await said('teams:b', '2037-10-21T10:00:00Z', heard('where is the canteen', 'where IS the canteen'));
    await said('teams:b', '2037-10-21T11:00:00Z', heard('mensa', 'Mensa', 'it'));
    await said('teams:b', '2037-10-21T12:00:00Z', heard('mensa', 'mensa', 'de'));
    await said('teams:b', '2037-10-23T12:00:00Z', heard('too late', 'too late'));
    await said('teams:b', '2037-10-21T12:00:00Z', { text: 'understood' });
    const { notUnderstood } = await figures('from=2037-10-20&to=2037-10-22');
    assert.deepEqual(notUnderstood[0], {
      text: 'where IS the canteen',
      language: 'en',
      times: 2,
      messageId: last.toHexString(),
      conversationId: 'teams:b',
    });
    assert.deepEqual(
      notUnderstood.slice(1).map(({ text, language, times }) => [text, language, times]),
      [
        ['mensa', 'de', 1],
        ['Mensa', 'it', 1],
      ],
    );
  });

  it('give it as utterance lines that can be read, whatever somebody wrote; that is noted', async () => {
    const tricks: [text: string, language?: string, intent?: string][] = [
      ['[inviteUser]'],
      ['// no comment'],
      ['turn\u202Eover\u0000 and\u2028over'],
      ['ask ada.bianchi@fabrikam.com about 0005054321'],
      ['Wer darf mich einladen', 'de', 'findAdministrator'],
      ['chi mi fa entrare', 'it', 'findAdministrator'],
      ['[[ // ['],
      ['the access [to that] place'],
    ];
    for (const [index, [text, language, intent]] of tricks.entries()) {
      await said('teams:a', '2037-10-20T10:00:00Z', heard(`words ${index}`, text, language, intent));
    }
    await said('mail:a', '2037-10-20T10:00:00Z', heard('the invoice of may', 'Invoice\n\nThe invoice of may'));
    const { text, status, headers } = await operator.get('/figures/not-understood.txt?from=2037-10-20&to=2037-10-20');
    assert.equal(status, 200);
    assert.match(headers.get('content-disposition') ?? '', /not-understood\.txt/);
    for (const unwanted of ['fabrikam', '0005054321', '\u202E', '\u0000', '\u2028']) {
      assert.ok(!text.includes(unwanted), text);
    }
    const sections = text.split('// ---- ').slice(1);
    const folder = mkdtempSync(join(tmpdir(), 'usher-utterances-'));
    try {
      for (const section of sections) {
        const [file = '', ...lines] = section.split(' ----\n');
        writeFileSync(join(folder, file), lines.join());
      }
      const { training } = readUtterances(pathToFileURL(`${folder}/`));
      assert.deepEqual(training.map(({ text: line, intent, language }) => `${language} ${intent}: ${line}`).sort(), [
        'en none: ask ada.rossi@contoso.com about 1234567890',
        'en none: inviteUser',
        'en none: no comment',
        'en none: the access to that place',
        'en none: the invoice of may',
        'en none: turn over and over',
        'it findAdministrator: chi mi fa entrare',
        'other findAdministrator: Wer darf mich einladen',
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const entries = await AuditEntry.find({ action: 'exported' }).lean();
    assert.deepEqual(
      entries.map(({ who, details }) => [who, details]),
      [[operators.reader.email, { what: 'notUnderstood', sentences: 9 }]],
    );
  });

  for (const [query, ...fields] of [
    ['from=2037-02-30', 'from'],
    ['from=yesterday&to=2037-13-01', 'from', 'to'],
    ['from=2037-10-02&to=2037-10-01', 'from', 'to'],
    ['from=2025-10-01&to=2037-10-02', 'from', 'to'],
    ['from=2036-10-27&to=2037-10-28', 'from', 'to'],
    ['zone=Europe/Atlantis', 'zone'],
    ['zone=UTC%2B3', 'zone'],
    ['zone=local', 'zone'],
    ['from=0001-01-01&to=0001-01-02', 'from', 'to'],
    ['from=2037-10-01&days=3', 'days'],
    ['from[$gt]=2037-10-01', 'from[$gt]'],
    ['from=2037-10-01&from=2037-10-02', 'from'],
  ] as const) {
    it(`take no period like ${query}`, async () => {
      for (const path of ['/figures', '/figures/not-understood.txt']) {
        const { status, json } = await operator.get(`${path}?${query}`);
        assert.equal(status, 400);
        assert.deepEqual(json, { refused: 'wrongInput', fields });
      }
      assert.equal(await AuditEntry.countDocuments({ action: 'exported' }), 0);
    });
  }

  it('are of the last 30 days when nobody says which, of a year at most, and for nobody outside', async () => {
    const { days } = await figures('zone=Europe/Rome');
    assert.deepEqual([days.length, days[0]?.day, days.at(-1)?.day], [30, '2037-09-29', '2037-10-28']);
    const year = await figures('from=2036-10-28&to=2037-10-28');
    assert.equal(year.days.length, 366);
    assert.equal((await new OperatorBrowser(site.origin).get('/figures')).status, 401);
  });
});
