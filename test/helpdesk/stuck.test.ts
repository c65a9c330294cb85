import assert from 'node:assert/strict';
import { Settings } from 'luxon';
import { Types } from 'mongoose';
import type { Page, StuckItem } from '../../helpdesk/api.ts';
import { stuckCounter } from '../../helpdesk/stuck/countStuck.ts';
import { textsFor } from '../../language/texts.ts';
import { AuditEntry } from '../../models/auditEntry.ts';
import { Conversation } from '../../models/conversation.ts';
import { Domain } from '../../models/domain.ts';
import { InboxReading } from '../../models/inboxReading.ts';
import { IncomingMail } from '../../models/incomingMail.ts';
import { Invitation } from '../../models/invitation.ts';
import { ListedConversation } from '../../models/listedConversation.ts';
import { MailSubscription } from '../../models/mailSubscription.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import type { PendingWork } from '../../models/pendingWork.ts';
import { StuckDismissal } from '../../models/stuckDismissal.ts';
import { openTestStore, type TestStore } from '../models/testStore.ts';
import { makeHouse } from '../onboarding/house.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from './console.ts';

/** It lies ahead: a server throws away by its own clock what has expired, such as the sessions of a day that is gone. */
const noon = new Date('2037-10-28T12:00:00Z');
/** So many minutes before noon. */
const ago = (minutes: number) => new Date(noon.getTime() - minutes * 60_000);
const later = (minutes: number) => ago(-minutes);
const to = { email: 'ada@contoso.com', firstName: 'Ada', lastName: 'Rossi', language: 'it' };

describe('what is stuck', () => {
  let store: TestStore;
  let site: TestConsole;
  let actor: OperatorBrowser;
  let reader: OperatorBrowser;
  before(async () => {
    store = await openTestStore();
  });
  beforeEach(async () => {
    await store.clear();
    Settings.now = () => noon.getTime();
    site = await startConsole(makeHouse());
    actor = await OperatorBrowser.signedIn(site, operators.actor);
    reader = await OperatorBrowser.signedIn(site, operators.reader);
  });
  afterEach(() => site.close());
  after(async () => {
    Settings.now = () => Date.now();
    await store.close();
  });

  async function listed(): Promise<StuckItem[]> {
    const { status, json } = await reader.get<Page<StuckItem>>('/stuck');
    assert.equal(status, 200);
    assert.equal(await stuckCounter()(), json.rows.length);
    // The page has a name for whatever is told.
    const names = Object.keys(textsFor('en').helpdesk.stuck.facts);
    for (const { facts } of json.rows) for (const fact of Object.keys(facts)) assert.ok(names.includes(fact), fact);
    return json.rows;
  }
  const ids = async () => (await listed()).map(({ id }) => id);
  const press = (kind: string, id: string, action: string, who = actor) =>
    who.post(`/stuck/${kind}/${encodeURIComponent(id)}/${action}`);

  const mail = (_id: string, more: Partial<OutgoingMail>) =>
    OutgoingMail.create({
      _id,
      to,
      notice: { kind: 'mailAnswer', conversation: 'mail:1', heading: '', blocks: [], quoted: '' },
      state: 'waiting',
      attempts: 3,
      createdAt: ago(120),
      ...more,
    });
  const message = (_id: string, more: Partial<OutgoingMessage>) =>
    OutgoingMessage.create({
      _id,
      to,
      notice: { kind: 'batchProgress', batchId: 'b', organization: 'Contoso' },
      state: 'waiting',
      attempts: 12,
      createdAt: ago(120),
      ...more,
    });
  const invitation = (more: Partial<Invitation>) => {
    const _id = new Types.ObjectId();
    return Invitation.create({
      _id,
      email: `${_id}@contoso.com`,
      firstName: 'Ada',
      lastName: 'Rossi',
      language: 'it',
      country: 'IT',
      purchasingAccount: new Types.ObjectId(),
      roles: ['reportViewer'],
      state: 'pending',
      tokenHash: _id.toHexString(),
      sendings: 2,
      sentAt: ago(600),
      expiresAt: later(60_000),
      createdAt: ago(600),
      ...more,
    });
  };
  const work = (_id: string, more: Partial<PendingWork>): PendingWork => ({
    _id,
    dueAt: later(20),
    attempts: 0,
    work: { kind: 'remindInvitee', sending: 1, daysLeft: 7 },
    ...more,
  });
  const domain = (name: string, more: Partial<Domain>) =>
    Domain.create({
      name,
      purchasingAccount: new Types.ObjectId(),
      state: 'failed',
      associated: true,
      txtRecord: `usher-verification=${name}`,
      addedBy: 'marco.ferri@contoso.com',
      addedAt: ago(5_000),
      checks: 40,
      found: ['v=spf1 -all'],
      checksEndAt: ago(600),
      ...more,
    });
  const came = (_id: string, more: Partial<IncomingMail>) =>
    IncomingMail.create({ _id, state: 'recorded', receivedAt: ago(60), attempts: 5, from: 'ada@contoso.com', ...more });

  it('has mails given up, failing, or that nobody sends, and no others', async () => {
    await mail('given up', { state: 'failed', failedAt: ago(5), lastFault: 'GraphFault: 400 no such recipient' });
    await mail('failing', { dueAt: later(60), lastFault: 'GraphFault: 503', createdAt: ago(16) });
    await mail('nobody', { dueAt: ago(61) });
    await mail('just begun', { dueAt: later(1), lastFault: 'GraphFault: 503', createdAt: ago(14) });
    await mail('due', { dueAt: ago(59) });
    await mail('sent', { state: 'sent', sentAt: ago(3), lastFault: 'GraphFault: 503' });
    const rows = await listed();
    assert.deepEqual(rows[0], {
      id: 'given up',
      kind: 'mail',
      since: ago(5).toISOString(),
      facts: { to: 'ada@contoso.com', kind: 'mailAnswer', attempts: 3, state: 'failed' },
      fault: 'GraphFault: 400 no such recipient',
      conversationId: 'mail:1',
      person: 'ada@contoso.com',
      actions: ['tryAgain', 'dismiss'],
    });
    assert.deepEqual(
      rows.map(({ id }) => id),
      ['given up', 'failing', 'nobody'],
    );
  });

  it('sends a mail once more, once, and takes none from whoever has it in hand', async () => {
    await mail('given up', { state: 'failed', failedAt: ago(5), graphId: 'AAMk1' });
    await mail('never drafted', { state: 'failed', failedAt: ago(5) });
    await mail('failing', { dueAt: later(60), lastFault: 'GraphFault: 503' });
    await mail('in hand', { dueAt: later(4), lastFault: 'GraphFault: 503' });
    await mail('sent', { state: 'sent', sentAt: ago(3) });
    for (const id of ['given up', 'never drafted', 'failing', 'in hand', 'sent', 'given up']) {
      assert.equal((await press('mail', id, 'tryAgain')).status, 200, id);
    }
    const after = await OutgoingMail.find().sort({ _id: 1 }).lean();
    assert.deepEqual(
      after.map(({ _id, state, dueAt, failedAt }) => [_id, state, dueAt?.toISOString(), failedAt]),
      [
        ['failing', 'waiting', noon.toISOString(), undefined],
        ['given up', 'drafted', noon.toISOString(), undefined],
        ['in hand', 'waiting', later(4).toISOString(), undefined],
        ['never drafted', 'waiting', noon.toISOString(), undefined],
        ['sent', 'sent', undefined, undefined],
      ],
    );
  });

  it('has Teams messages that broke, not those that reached nobody or had nothing to say', async () => {
    await message('broke', { state: 'failed', failedAt: ago(9), lastFault: '3F7K: socket hang up' });
    await message('unreachable', { state: 'failed', lastFault: 'never seen in Teams' });
    await ListedConversation.collection.insertOne({
      _id: 'teams:a',
      channel: 'teams',
      person: 'omar.haddad@contoso.com',
      state: 'open',
      lastMessageAt: ago(8),
      stuckAt: ago(8),
    } as never);
    assert.deepEqual(
      (await listed()).map(({ id, kind, conversationId, actions }) => [id, kind, conversationId, actions]),
      [
        ['conversation:teams:a', 'message', 'teams:a', []],
        ['broke', 'message', undefined, ['tryAgain', 'dismiss']],
      ],
    );
    assert.equal((await press('message', 'broke', 'tryAgain')).status, 200);
    const again = await OutgoingMessage.findById('broke').lean();
    assert.deepEqual([again?.state, again?.attempts, again?.dueAt?.getTime()], ['waiting', 0, noon.getTime()]);
    // That is over when somebody is done with the conversation.
    assert.equal((await press('message', 'conversation:teams:a', 'dismiss')).status, 404);
    assert.deepEqual(await ids(), ['conversation:teams:a']);
  });

  it('has invitations that came back, until they are sent again', async () => {
    const back = { undeliverable: { at: ago(30), reason: '5.1.1 no such user' } };
    const bounced = await invitation(back);
    await invitation({ ...back, state: 'revoked' });
    await invitation({});
    const id = bounced._id.toHexString();
    const [row, ...more] = await listed();
    assert.deepEqual(more, []);
    assert.deepEqual(row, {
      id,
      kind: 'bounce',
      since: ago(30).toISOString(),
      facts: { to: bounced.email, reason: '5.1.1 no such user', attempts: 2 },
      person: bounced.email,
      actions: ['dismiss'],
    });
    assert.equal((await press('bounce', id, 'tryAgain')).status, 404);
    await press('bounce', id, 'dismiss');
    assert.deepEqual(await ids(), []);
    await Invitation.updateOne({ _id: id }, { $inc: { sendings: 1 } });
    assert.deepEqual(await ids(), [id]);
  });

  it('has work that keeps failing or that nobody does, and makes only that due', async () => {
    const failing = work('w1', { attempts: 7, lastFault: '7Q2M MongoNetworkError' });
    const other = await invitation({
      pendingWork: [failing, work('w2', { dueAt: later(9_000) }), work('w3', { attempts: 6, lastFault: 'X Error' })],
      workDueAt: failing.dueAt,
    });
    const overdue = await invitation({ pendingWork: [work('w4', { dueAt: ago(61) })], workDueAt: ago(61) });
    await invitation({ pendingWork: [work('w5', { dueAt: later(30) })], workDueAt: later(30) });
    await Conversation.create({
      _id: 'mail:<a:b@contoso.com>',
      channel: 'mail',
      person: 'omar.haddad@contoso.com',
      version: 1,
      startedAt: ago(99),
      lastMessageAt: ago(99),
      pendingWork: [work('w6', { attempts: 9, lastFault: '9ABC Error' })],
      workDueAt: later(20),
    });
    const id = `Invitation:${other._id}:w1`;
    const rows = await listed();
    assert.deepEqual(
      rows.map((row) => row.id).sort(),
      ['Conversation:mail:<a:b@contoso.com>:w6', id, `Invitation:${overdue._id}:w4`].sort(),
    );
    assert.deepEqual(
      rows.find((row) => row.id === id),
      {
        id,
        kind: 'work',
        // Tried at 0, 5, 15, 35, 75, 155 and 315 seconds; 320 seconds later it is due.
        since: new Date(later(20).getTime() - 635_000).toISOString(),
        facts: { work: 'remindInvitee', attempts: 7 },
        fault: '7Q2M MongoNetworkError',
        person: other.email,
        actions: ['tryAgain', 'dismiss'],
      },
    );
    const dueAts = async () =>
      (await Invitation.findById(other._id).lean())?.pendingWork.map(({ dueAt }) => dueAt.getTime());
    await press('work', id, 'tryAgain');
    await press('work', `Invitation:${other._id}:w2`, 'tryAgain');
    assert.deepEqual(await dueAts(), [noon.getTime(), later(9_000).getTime(), later(20).getTime()]);
    assert.equal((await Invitation.findById(other._id).lean())?.workDueAt?.getTime(), noon.getTime());
    assert.equal((await press('work', 'Conversation:mail:<a:b@contoso.com>:w6', 'tryAgain')).status, 200);
    const conversation = await Conversation.findById('mail:<a:b@contoso.com>').lean();
    assert.equal(conversation?.pendingWork[0]?.dueAt.getTime(), noon.getTime());
  });

  it('keeps failing work off the list while it is the same fault that comes back', async () => {
    const { _id } = await invitation({
      pendingWork: [work('w1', { attempts: 7, lastFault: '7Q2M MongoNetworkError' })],
      workDueAt: later(20),
    });
    const id = `Invitation:${_id}:w1`;
    const fails = (lastFault: string) =>
      Invitation.updateOne(
        { _id, 'pendingWork._id': 'w1' },
        { $set: { 'pendingWork.$.lastFault': lastFault }, $inc: { 'pendingWork.$.attempts': 1 } },
      );
    await press('work', id, 'dismiss');
    await fails('8888 MongoNetworkError');
    assert.deepEqual(await ids(), []);
    await fails('9999 TypeError');
    assert.deepEqual(await ids(), [id]);
  });

  it('has mails that came in and are not dealt with, or cannot be read', async () => {
    await came('acting', { dueAt: later(50), lastFault: '4D4D TypeError', proven: true });
    await came('fetching', { state: 'found', fetchAt: later(50), lastFault: 'GraphFault: 500' });
    await came('nobody', { dueAt: ago(61) });
    await came('unreadable', { state: 'filed', kind: 'unreadable', outcome: 'too many parts' });
    await came('long ago', { state: 'filed', kind: 'unreadable', receivedAt: ago(60 * 24 * 31) });
    await came('new', { dueAt: later(1), lastFault: 'x', receivedAt: ago(14) });
    await came('filed', { state: 'filed', kind: 'request' });
    const rows = await listed();
    assert.deepEqual(rows.map(({ id, person, actions }) => [id, person, actions.length]).sort(), [
      ['acting', 'ada@contoso.com', 2],
      // Not known to be from there.
      ['fetching', undefined, 2],
      ['nobody', undefined, 2],
      ['unreadable', undefined, 1],
    ]);
    assert.equal(rows.find(({ id }) => id === 'unreadable')?.facts.reason, 'too many parts');
    await press('incomingMail', 'acting', 'tryAgain');
    await press('incomingMail', 'fetching', 'tryAgain');
    assert.equal((await IncomingMail.findById('acting').lean())?.dueAt?.getTime(), noon.getTime());
    assert.equal((await IncomingMail.findById('fetching').lean())?.fetchAt?.getTime(), noon.getTime());
  });

  it('has a mailbox of whose mail nobody is told any more', async () => {
    const duty = { _id: 'usher@contoso.com', asked: 1, faults: 0, dueAt: later(10) };
    await MailSubscription.create({ ...duty, graphId: 'g', expiresAt: ago(20), lastFault: 'AA GraphFault' });
    await InboxReading.create({ ...duty, faults: 3, readAt: ago(40), lastFault: 'BB GraphFault' });
    const rows = await listed();
    assert.deepEqual(
      rows.map(({ id, kind, since }) => [id, kind, since]),
      [
        ['notifications:usher@contoso.com', 'subscription', ago(20).toISOString()],
        ['reading:usher@contoso.com', 'subscription', ago(40).toISOString()],
      ],
    );
    await press('subscription', 'notifications:usher@contoso.com', 'tryAgain');
    const asked = await MailSubscription.findById('usher@contoso.com').lean();
    assert.deepEqual([asked?.asked, asked?.dueAt.getTime()], [2, noon.getTime()]);
    await MailSubscription.updateOne({}, { $set: { expiresAt: later(9_000) } });
    await InboxReading.updateOne({}, { $set: { faults: 0 } });
    assert.deepEqual(await ids(), []);
  });

  it('has domains that were never verified, and looks for them again', async () => {
    const { _id } = await domain('contoso.it', {});
    await domain('contoso.de', { state: 'pending' });
    await Domain.collection.insertOne({ name: 'gone.it', state: 'failed', checksEndAt: ago(9) } as never);
    const id = _id.toHexString();
    const [row, ...more] = await listed();
    assert.deepEqual(more, []);
    assert.deepEqual(row?.facts, {
      domain: 'contoso.it',
      expected: 'usher-verification=contoso.it',
      found: 'v=spf1 -all',
      attempts: 40,
    });
    for (let times = 0; times < 2; times++) assert.equal((await press('domain', id, 'tryAgain')).status, 200);
    const again = await Domain.findById(_id).lean();
    assert.deepEqual(
      [again?.state, again?.pendingWork.map(({ work: { kind } }) => kind), again?.workDueAt?.getTime()],
      ['pending', ['checkDomain'], noon.getTime()],
    );
    assert.equal(again?.checksEndAt.getTime(), later(72 * 60).getTime());
  });

  it('says of a domain that another account has verified that it has', async () => {
    await domain('contoso.it', { takenByAnother: true, lastCheckedAt: ago(3), checksEndAt: later(4_000) });
    const [row, ...more] = await listed();
    assert.deepEqual(more, []);
    assert.deepEqual(row?.facts, { domain: 'contoso.it', state: 'takenByAnother' });
    assert.equal(row?.since, ago(3).toISOString());
  });

  it('remembers who took something off the list, and notes every act', async () => {
    await mail('m', { state: 'failed', failedAt: ago(5) });
    const second = await OperatorBrowser.signedIn(site, { ...operators.actor, email: 'second@northwindtraders.com' });
    assert.equal((await press('mail', 'm', 'dismiss')).status, 200);
    Settings.now = () => later(1).getTime();
    assert.equal((await press('mail', 'm', 'dismiss', second)).status, 200);
    const [dismissed, ...others] = await StuckDismissal.find().lean();
    assert.deepEqual(others, []);
    assert.deepEqual([dismissed?.by, dismissed?.at.getTime()], [operators.actor.email, noon.getTime()]);
    Settings.now = () => later(2).getTime();
    await press('mail', 'm', 'tryAgain');
    const entries = await AuditEntry.find().sort({ at: 1 }).lean();
    assert.deepEqual(
      entries.map(({ action, who, forWhom, details }) => [action, who, forWhom, details]),
      [
        ['stuckDismissed', operators.actor.email, 'ada@contoso.com', { kind: 'mail', id: 'm' }],
        ['stuckDismissed', 'second@northwindtraders.com', 'ada@contoso.com', { kind: 'mail', id: 'm' }],
        ['stuckTriedAgain', operators.actor.email, 'ada@contoso.com', { kind: 'mail', id: 'm' }],
      ],
    );
  });

  it('lets nobody act who may only look, and nobody look who is not signed in', async () => {
    await mail('m', { state: 'failed', failedAt: ago(5) });
    for (const action of ['tryAgain', 'dismiss']) {
      const { status, json } = await press('mail', 'm', action, reader);
      assert.deepEqual([status, json], [403, { refused: 'mayNot' }]);
    }
    assert.equal((await new OperatorBrowser(site.origin).get('/stuck')).status, 401);
    assert.equal((await OutgoingMail.findById('m').lean())?.state, 'failed');
    assert.equal(await StuckDismissal.countDocuments(), 0);
    assert.equal(await AuditEntry.countDocuments(), 0);
  });

  for (const [kind, id, status] of [
    ['mail', 'nowhere', 404],
    ['mail', '__proto__', 404],
    ['work', 'Invitation:nothing:w1', 404],
    ['work', `Person:${new Types.ObjectId()}:w1`, 404],
    ['work', `constructor:${new Types.ObjectId()}:w1`, 404],
    ['work', ':::', 404],
    ['subscription', 'notifications:', 404],
    ['subscription', 'lease:usher@contoso.com', 404],
    ['domain', '{"$gt":""}', 404],
    ['bounce', 'x'.repeat(601), 400],
    ['everything', 'x', 400],
    ['toString', 'x', 400],
  ] as const) {
    it(`knows nothing of ${kind} ${id.slice(0, 30)}`, async () => {
      for (const action of ['tryAgain', 'dismiss'])
        assert.equal((await press(kind, id, action)).status, status, action);
      assert.equal(await AuditEntry.countDocuments(), 0);
    });
  }

  it('masks what a fault may have repeated', async () => {
    const token = 'aB3dE6gH9j'.repeat(5);
    await mail('m', { state: 'failed', failedAt: ago(5), lastFault: `GraphFault: no such link\n/invitation/${token}` });
    assert.ok(!JSON.stringify(await listed()).includes(token.slice(0, 20)));
  });
});
