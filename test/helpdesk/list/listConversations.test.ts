import assert from 'node:assert/strict';
import type { ConversationFilter, ConversationRow, Page } from '../../../helpdesk/api.ts';
import { conversationDetails } from '../../../helpdesk/list/conversationDetails.ts';
import { conversationRow } from '../../../helpdesk/list/conversationRow.ts';
import { filterSchema } from '../../../helpdesk/list/filterSchema.ts';
import { listConversations } from '../../../helpdesk/list/listConversations.ts';
import { searchLog } from '../../../helpdesk/search/searchLog.ts';
import { AccessRequest } from '../../../models/accessRequest.ts';
import { AuditEntry } from '../../../models/auditEntry.ts';
import { Conversation } from '../../../models/conversation.ts';
import { Domain } from '../../../models/domain.ts';
import { Invitation } from '../../../models/invitation.ts';
import { Membership } from '../../../models/membership.ts';
import { Message } from '../../../models/message.ts';
import { Partner } from '../../../models/partner.ts';
import { PurchasingAccount } from '../../../models/purchasingAccount.ts';
import { writeSampleAccounts } from '../../dialogs/sampleAccounts.ts';
import { openTestStore, type TestStore } from '../../models/testStore.ts';
import { minute, readLog, say } from '../conversations.ts';

describe('the list of conversations', () => {
  let store: TestStore;
  before(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.clear());
  after(() => store.close());

  async function list(filter: ConversationFilter = {}, cursor?: string, most?: number) {
    await readLog();
    const page = await listConversations(filter, cursor, most);
    assert.ok('rows' in page, JSON.stringify(page));
    return page as Page<ConversationRow>;
  }
  const ids = async (filter?: ConversationFilter) => (await list(filter)).rows.map(({ id }) => id);

  it('shows who said what last, newest first', async () => {
    await writeSampleAccounts();
    await say('teams:giulia', [{ text: 'Ciao', at: minute(1) }], {
      person: 'giulia.romano@contoso.com',
      language: 'it',
      walk: 'inviteUser',
      step: 'form',
    });
    await say(
      'mail:lena',
      [
        { text: 'Who am I?', at: minute(2) },
        { text: `You are\n\n${'very '.repeat(50)}much Lena`, at: minute(3), direction: 'out' },
      ],
      { person: 'lena.vogel@contoso.com' },
    );
    const { rows } = await list();
    assert.deepEqual(rows, [
      {
        id: 'mail:lena',
        channel: 'mail',
        person: { email: 'lena.vogel@contoso.com', name: 'Lena Vogel' },
        organizations: ['Contoso S.p.A.'],
        startedAt: minute(2).toISOString(),
        lastMessageAt: minute(3).toISOString(),
        lastText: `${`You are ${'very '.repeat(50)}`.slice(0, 139)}…`,
        lastDirection: 'out',
        stuck: false,
      },
      {
        id: 'teams:giulia',
        channel: 'teams',
        person: { email: 'giulia.romano@contoso.com' },
        organizations: ['Contoso S.p.A.'],
        language: 'it',
        walk: 'inviteUser',
        step: 'form',
        startedAt: minute(1).toISOString(),
        lastMessageAt: minute(1).toISOString(),
        lastText: 'Ciao',
        lastDirection: 'in',
        stuck: false,
      },
    ]);
  });

  it('has each conversation in the states that it is in', async () => {
    const by = { email: 'op@businesscenter.example', name: 'Olga' };
    await say('teams:open', [{ text: 'hello', at: minute(1) }]);
    await say('teams:waiting', [{ text: 'hello', at: minute(2) }], { waitingForPersonSince: minute(2) });
    await say('teams:joined', [{ text: 'hello', at: minute(3), fault: 'ABC' }], {
      joined: { by, at: minute(3), lastAt: minute(3) },
    });
    await say('teams:done', [{ text: 'hello', at: minute(4) }], { doneAt: minute(5) });
    await say('teams:again', [{ text: 'hello', at: minute(6) }], { doneAt: minute(5) });
    await say('teams:broke', [{ text: 'hello', at: minute(7), fault: 'ABC' }]);
    await say('teams:failed', [{ text: 'hello', at: minute(8), direction: 'out', delivery: 'failed' }]);
    assert.deepEqual(await ids({ state: 'open' }), ['teams:failed', 'teams:broke', 'teams:again', 'teams:open']);
    assert.deepEqual(await ids({ state: 'waiting' }), ['teams:waiting']);
    assert.deepEqual(await ids({ state: 'joined' }), ['teams:joined']);
    assert.deepEqual(await ids({ state: 'done' }), ['teams:done']);
    assert.deepEqual(await ids({ state: 'stuck' }), ['teams:failed', 'teams:broke']);
    const joined = await conversationRow('teams:joined');
    assert.deepEqual(joined?.joinedBy, by);
  });

  it('follows what changes: somebody waits, is joined, is done with; a message does not get through', async () => {
    const [id] = await say('teams:one', [{ text: 'hello', at: minute(1), direction: 'out' }]);
    assert.deepEqual(await ids({ state: 'waiting' }), []);
    await Conversation.updateOne(
      { _id: 'teams:one' },
      { $set: { waitingForPersonSince: minute(2), stateChangedAt: minute(2) } },
    );
    assert.deepEqual(await ids({ state: 'waiting' }), ['teams:one']);
    await Conversation.updateOne(
      { _id: 'teams:one' },
      { $set: { doneAt: minute(3), stateChangedAt: minute(3) }, $unset: { waitingForPersonSince: 1 } },
    );
    assert.deepEqual(await ids({ state: 'done' }), ['teams:one']);
    await Conversation.updateOne({ _id: 'teams:one' }, { $set: { stateChangedAt: minute(4) }, $unset: { doneAt: 1 } });
    await Message.updateOne({ _id: id }, { $set: { delivery: 'failed' } });
    assert.deepEqual(await ids({ state: 'stuck' }), ['teams:one']);
    await say('teams:one', [{ text: 'and more', at: minute(5) }], { language: 'en' });
    const row = await conversationRow('teams:one');
    assert.equal(row?.lastText, 'hello');
    await readLog();
    assert.equal((await conversationRow('teams:one'))?.lastText, 'and more');
  });

  it('narrows by everything at once, and by days of the operator', async () => {
    await writeSampleAccounts();
    const account = await PurchasingAccount.findOne({ number: '0005012345' }).orFail();
    const organization = account._id.toHexString();
    await say('teams:1', [{ text: 'a', at: minute(0) }], { person: 'omar.haddad@contoso.com', walk: 'help' });
    await say('mail:2', [{ text: 'a', at: minute(900) }], { person: 'omar.haddad@contoso.com', language: 'en' });
    await say('mail:3', [{ text: 'a', at: minute(2_000) }], { person: 'new@it.contoso.com', language: 'en' });
    await say('mail:4', [{ text: 'a', at: minute(3_000) }], { person: 'nina.west@northwindtraders.com' });
    assert.deepEqual(await ids({ organization }), ['mail:3', 'mail:2', 'teams:1']);
    assert.deepEqual(await ids({ organization, channel: 'mail', language: 'en' }), ['mail:3', 'mail:2']);
    assert.deepEqual(await ids({ person: 'omar.haddad@contoso.com', walk: 'help' }), ['teams:1']);
    assert.deepEqual(await ids({ from: '2026-11-03' }), ['mail:4', 'mail:3']);
    assert.deepEqual(await ids({ from: '2026-11-02', to: '2026-11-02', zone: 'Europe/Rome' }), ['teams:1']);
    assert.deepEqual(await ids({ to: '2026-11-03', channel: 'mail' }), ['mail:3', 'mail:2']);
    assert.deepEqual(await ids({ organization: 'f'.repeat(24) }), []);
  });

  it('pages without doubles and gaps, also where many have one time', async () => {
    for (let index = 0; index < 25; index += 1) {
      await say(`teams:${index}`, [{ text: 'a', at: minute(Math.floor(index / 6)) }], { language: 'en' });
    }
    for (const filter of [{}, { channel: 'teams' }, { language: 'en', state: 'open' }] as ConversationFilter[]) {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(filter, cursor, 4);
        found.push(...page.rows.map(({ id }) => id));
        cursor = page.next;
      } while (cursor !== undefined);
      assert.equal(found.length, 25);
      assert.equal(new Set(found).size, 25);
    }
    assert.deepEqual(await listConversations({}, 'forged!'), { wrong: ['cursor'] });
  });

  it('leaves out what was opened and in which nothing was said', async () => {
    await Conversation.create({
      _id: 'teams:empty',
      channel: 'teams',
      version: 0,
      startedAt: minute(0),
      lastMessageAt: minute(0),
    });
    assert.deepEqual(await ids(), []);
  });

  it('moves conversations to the organization that somebody was let into or whose domain was verified', async () => {
    await writeSampleAccounts();
    const accounts = await PurchasingAccount.find({ organization: 'Tailspin Toys Ltd' }).sort({ number: 1 }).lean();
    const [first, second] = accounts.map(({ _id }) => _id);
    assert.ok(first && second);
    await say('teams:1', [{ text: 'needle', at: minute(0) }], { person: 'eve@stranger.example' });
    await readLog();
    await Membership.create({
      email: 'eve@stranger.example',
      firstName: 'Eve',
      lastName: 'Stranger',
      language: 'en',
      purchasingAccount: first,
      roles: [{ role: 'reportViewer', since: minute(1), givenBy: 'ruth.ellis@tailspintoys.com' }],
    });
    const at = new Date();
    const entry = { at, who: 'usher', channel: 'usher', purchasingAccount: first.toHexString() } as const;
    await AuditEntry.create({ ...entry, _id: '1', action: 'rolesGranted', forWhom: 'eve@stranger.example' });
    assert.deepEqual(await ids({ organization: first.toHexString() }), ['teams:1']);
    const found = await searchLog('needle', { organization: first.toHexString() });
    assert.ok('rows' in found && found.rows.length === 1);
    await Domain.create({
      name: 'stranger.example',
      purchasingAccount: second,
      state: 'verified',
      associated: true,
      txtRecord: 'x',
      addedBy: 'ruth.ellis@tailspintoys.com',
      addedAt: at,
      checksEndAt: at,
    });
    await AuditEntry.create({ ...entry, _id: '2', action: 'domainVerified', details: { domain: 'stranger.example' } });
    assert.deepEqual(await ids({ organization: second.toHexString() }), ['teams:1']);
  });

  it('shows beside a conversation who the person is', async () => {
    await writeSampleAccounts();
    await say('teams:1', [{ text: 'a' }], { person: 'lena.vogel@contoso.com' });
    await readLog();
    const details = await conversationDetails('teams:1', ['Olga']);
    assert.equal(details?.person?.name, 'Lena Vogel');
    assert.equal(details?.person?.hasWorkAccount, false);
    assert.deepEqual(
      details?.person?.memberships.map(({ account, roles }) => [account.name, account.number, roles[0]?.role]),
      [['Contoso S.p.A.', '0005012345', 'userAdministrator']],
    );
    assert.deepEqual(
      details?.person?.domains.map(({ name, state }) => [name, state]),
      [['contoso.com', 'verified']],
    );
    assert.deepEqual(details?.watchers, ['Olga']);
    assert.equal(await conversationDetails('teams:nobody'), undefined);
  });

  it('says who has decided a request, and of nobody that they decided what was withdrawn', async () => {
    await writeSampleAccounts();
    const { _id: purchasingAccount } = await PurchasingAccount.findOne({ number: '0005012345' }).orFail();
    const email = 'giulia.romano@contoso.com';
    for (const [state, by, createdAt] of [
      ['approved', 'marco.ferri@contoso.com', minute(2)],
      ['withdrawn', email, minute(1)],
    ] as const) {
      await AccessRequest.create({
        kind: 'invitation',
        purchasingAccount,
        organization: 'Contoso S.p.A.',
        accountNumber: '0005012345',
        requester: { email, firstName: 'Giulia', lastName: 'Romano', language: 'it' },
        country: 'IT',
        state,
        createdAt,
        decision: { by, at: minute(3), channel: 'teams' },
      });
    }
    await say('teams:1', [{ text: 'a' }], { person: email });
    await readLog();
    const details = await conversationDetails('teams:1');
    assert.deepEqual(
      details?.person?.requests.map(({ state, decidedBy }) => [state, decidedBy]),
      [
        ['approved', 'marco.ferri@contoso.com'],
        ['withdrawn', undefined],
      ],
    );
  });

  it('knows a partner by name and customers, and takes no unverified claim to a domain for a fact', async () => {
    await writeSampleAccounts();
    const nina = { email: 'nina.west@northwindtraders.com', firstName: 'Nina', lastName: 'West' };
    const partner = await Partner.create({ name: 'Northwind Traders', people: [nina] });
    await PurchasingAccount.updateMany({}, { $set: { partner: partner._id } });
    const contoso = await PurchasingAccount.findOne({ number: '0005012345' }).orFail();
    for (const name of ['northwindtraders.com', 'it.contoso.com']) {
      await Domain.create({
        name,
        purchasingAccount: contoso._id,
        state: 'pending',
        associated: true,
        txtRecord: 'x',
        addedBy: 'marco.ferri@contoso.com',
        addedAt: minute(0),
        checksEndAt: minute(1),
      });
    }
    await say('mail:1', [{ text: 'a' }], { person: nina.email });
    await say('mail:2', [{ text: 'a' }], { person: 'new@it.contoso.com' });
    const { rows } = await list();
    assert.deepEqual(rows.find(({ id }) => id === 'mail:1')?.person, { email: nina.email, name: 'Nina West' });
    const { person } = (await conversationDetails('mail:1')) ?? {};
    assert.equal(person?.name, 'Nina West');
    assert.deepEqual(person?.partners, [
      { name: 'Northwind Traders', customers: ['Contoso S.p.A.', 'Tailspin Toys Ltd'] },
    ]);
    assert.deepEqual(person?.domains, []);
    const domains = async () =>
      (await conversationDetails('mail:2'))?.person?.domains.map(({ name, state }) => [name, state]).toSorted();
    assert.deepEqual(await domains(), [['contoso.com', 'verified']]);
    // Who is in the account sees to what was added there: what is missing concerns them.
    await Membership.create({
      email: 'new@it.contoso.com',
      firstName: 'New',
      lastName: 'Comer',
      language: 'en',
      purchasingAccount: contoso._id,
      roles: [{ role: 'reportViewer', since: minute(1), givenBy: 'marco.ferri@contoso.com' }],
    });
    assert.deepEqual(await domains(), [
      ['contoso.com', 'verified'],
      ['it.contoso.com', 'pending'],
    ]);
  });

  it('calls somebody who is only invited by the name in their newest invitation', async () => {
    await writeSampleAccounts();
    const contoso = await PurchasingAccount.findOne({ number: '0005012345' }).orFail();
    await say('mail:1', [{ text: 'a' }], { person: 'carla.capo@fabrikam.com' });
    await readLog();
    const invite = (firstName: string, createdAt: Date, state: Invitation['state']) =>
      Invitation.create({
        email: 'carla.capo@fabrikam.com',
        firstName,
        lastName: 'Capo',
        language: 'it',
        country: 'IT',
        purchasingAccount: contoso._id,
        roles: ['reportViewer'],
        state,
        tokenHash: firstName,
        sendings: 1,
        sentAt: createdAt,
        expiresAt: minute(1_000),
        createdAt,
      });
    await invite('Carlotta', minute(1), 'declined');
    await invite('Carla', minute(2), 'pending');
    await AuditEntry.create({
      _id: '1',
      at: new Date(),
      action: 'invitationSent',
      who: 'marco.ferri@contoso.com',
      forWhom: 'carla.capo@fabrikam.com',
      channel: 'teams',
    });
    const { rows } = await list();
    assert.equal(rows[0]?.person?.name, 'Carla Capo');
    assert.equal((await conversationDetails('mail:1'))?.conversation.person?.name, 'Carla Capo');
  });

  it('says of a mail that nobody has proven whom it claims to be from, and takes it for nobody’s', async () => {
    await say('mail:1', [{ text: 'needle', at: minute(1), person: 'marco.ferri@contoso.com' }]);
    await say('mail:2', [{ text: 'needle', at: minute(2) }]);
    const { rows } = await list();
    assert.deepEqual(
      rows.map(({ id, person, claims }) => [id, person, claims]),
      [
        ['mail:2', undefined, undefined],
        ['mail:1', undefined, 'marco.ferri@contoso.com'],
      ],
    );
    const { person, conversation } = (await conversationDetails('mail:1')) ?? {};
    assert.deepEqual([person, conversation?.claims], [undefined, 'marco.ferri@contoso.com']);
    const found = async (query: string, filter?: ConversationFilter) => {
      const page = await searchLog(query, filter);
      return 'rows' in page ? page.rows.map(({ conversation: { id, claims } }) => [id, claims]) : assert.fail();
    };
    assert.deepEqual(await found('marco.ferri@contoso.com'), [['mail:1', 'marco.ferri@contoso.com']]);
    assert.deepEqual(await found('needle', { person: 'marco.ferri@contoso.com' }), []);
  });

  it('takes filters only as they can be', () => {
    assert.deepEqual(filterSchema.parse({ channel: 'mail' }), { channel: 'mail' });
    const { error } = filterSchema.safeParse({
      state: 'all',
      channel: { $ne: 'mail' },
      organization: '../x',
      from: '2026-02-30',
      to: 'tomorrow',
      zone: 'Mars/Base',
      person: ['a'],
      walk: '',
    });
    assert.deepEqual(error?.issues.map(({ path }) => path[0]).toSorted(), [
      'channel',
      'from',
      'organization',
      'person',
      'state',
      'to',
      'walk',
      'zone',
    ]);
  });
});
