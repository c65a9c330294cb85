import assert from 'node:assert/strict';
import { DateTime, Settings } from 'luxon';
import { removeOld } from '../../../helpdesk/retention/removeOld.ts';
import { startRetention } from '../../../helpdesk/retention/startRetention.ts';
import { searchLog } from '../../../helpdesk/search/searchLog.ts';
import { AuditEntry } from '../../../models/auditEntry.ts';
import { Conversation } from '../../../models/conversation.ts';
import { DayFigures } from '../../../models/dayFigures.ts';
import { IncomingMail } from '../../../models/incomingMail.ts';
import { IncomingSource } from '../../../models/incomingSource.ts';
import { ListedConversation } from '../../../models/listedConversation.ts';
import { Message } from '../../../models/message.ts';
import type { AccessRequested, Notice } from '../../../models/notice.ts';
import { OutgoingMail } from '../../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../../models/outgoingMessage.ts';
import { SearchBlock } from '../../../models/searchBlock.ts';
import { SearchEntry } from '../../../models/searchEntry.ts';
import { takeLogLease } from '../../../onboarding/searchIndex/logLease.ts';
import { openTestStore, type TestStore } from '../../models/testStore.ts';
import { makeHouse } from '../../onboarding/house.ts';
import { readLog, say } from '../conversations.ts';

// Ahead of the day: a server purges sessions and the like by its own clock.
const today = DateTime.fromISO('2037-06-01T12:00:00Z');
const ago = (days: number) => today.minus({ days }).toJSDate();

describe('retention', () => {
  let store: TestStore;
  before(async () => {
    store = await openTestStore();
  });
  beforeEach(() => {
    Settings.now = () => today.toMillis();
  });
  afterEach(async () => {
    Settings.now = () => Date.now();
    await store.clear();
  });
  after(() => store.close());

  async function look(days = 30, changed: string[] = []): Promise<void> {
    const house = makeHouse();
    const conversationChanged = async (id: string) => void changed.push(id);
    const retention = startRetention({ ...house, conversationChanged }, days);
    await retention.look();
    await retention.stop();
  }
  const found = async (word: string) => {
    const page = await searchLog(word);
    assert.ok('rows' in page);
    return page.rows.length;
  };

  it('removes what was said before, with what it is found by, and leaves the rest', async () => {
    await say('teams:long', [
      { text: 'unforgettable words', at: ago(31) },
      { text: 'fresh words', at: ago(2) },
    ]);
    await say('mail:old', [
      { text: 'unforgettable mail', subject: 'unforgettable', html: '<p>unforgettable</p>', at: ago(40) },
    ]);
    await readLog();
    const changed: string[] = [];
    await look(30, changed);
    const left = await Promise.all(
      [Message, SearchEntry, SearchBlock, ListedConversation, Conversation].map((model) =>
        (model as typeof Message).find().lean(),
      ),
    );
    assert.doesNotMatch(JSON.stringify(left), /unforgettable/);
    assert.deepEqual([await found('unforg'), await found('fresh')], [0, 1]);
    assert.deepEqual(
      (await ListedConversation.find().lean()).map(({ _id, lastText }) => [_id, lastText]),
      [['teams:long', 'fresh words']],
    );
    assert.equal(await Conversation.countDocuments(), 1);
    assert.deepEqual(changed, ['mail:old']);
    await readLog();
    assert.equal(await ListedConversation.countDocuments(), 1);
  });

  it('reaches what no console has listed, and many messages in portions', async () => {
    for (let number = 0; number < 120; number += 1) {
      await say(`teams:${number}`, [
        { text: 'old', at: ago(50) },
        ...(number % 2 === 0 ? [{ text: 'new', at: ago(1) }] : []),
      ]);
    }
    await say(
      'teams:long',
      Array.from({ length: 1_200 }, (_, index) => ({ text: `word ${index}`, at: ago(60 - index / 100) })),
    );
    await look();
    assert.equal(await Message.countDocuments(), 60);
    assert.equal(await Conversation.countDocuments(), 60);
  });

  it('keeps the audit log and the sums of the days', async () => {
    Settings.now = () => today.minus({ days: 8 }).toMillis();
    await say('teams:1', [{ text: 'words', at: ago(11) }]);
    await AuditEntry.create({
      _id: 'a',
      at: ago(400),
      action: 'conversationJoined',
      who: 'paola.greco@helpdesk.example',
      channel: 'helpdesk',
      conversation: 'teams:1',
    });
    Settings.now = () => today.toMillis();
    await look(7);
    assert.equal(await Message.countDocuments(), 0);
    assert.equal(await AuditEntry.countDocuments(), 1);
    const day = ago(11).toISOString().slice(0, 10);
    assert.equal((await DayFigures.findById(`${day} UTC`).lean())?.messagesIn, 1);
  });

  it('leaves a conversation in which somebody waits, without a word', async () => {
    await say('teams:1', [{ text: 'unforgettable', at: ago(50) }], { waitingForPersonSince: ago(50) });
    await readLog();
    await look();
    const [row, ...more] = await ListedConversation.find().lean();
    assert.deepEqual([row?.state, row?.lastText, more.length], ['waiting', '', 0]);
    assert.ok(await Conversation.findById('teams:1'));
  });

  it('leaves a conversation that goes on, or in which something is still to happen, though nothing is left of it', async () => {
    const operator = { email: 'paola.greco@helpdesk.example', name: 'Paola Greco' };
    const work = { kind: 'noteWait', since: ago(50), until: ago(50) } as const;
    const standing: Record<string, Partial<Conversation>> = {
      'teams:joined': { joined: { by: operator, at: ago(50), lastAt: ago(50) } },
      'teams:unsent': { unsent: '[]', hasUnsent: true },
      'teams:work': { pendingWork: [{ _id: 'w', work, dueAt: ago(0), attempts: 0 }] },
      'teams:today': { lastMessageAt: ago(0) },
      'teams:over': {},
    };
    for (const [id, changes] of Object.entries(standing)) await say(id, [{ text: 'words', at: ago(50) }], changes);
    await look();
    assert.equal(await Message.countDocuments(), 0);
    const left = (await Conversation.find().lean()).map(({ _id }) => _id);
    assert.deepEqual(left.sort(), ['teams:joined', 'teams:today', 'teams:unsent', 'teams:work']);
  });

  describe('takes the words', () => {
    const operator = { email: 'paola.greco@helpdesk.example', name: 'Paola Greco' };
    const to = { email: 'giulia.romano@contoso.com', firstName: '', lastName: '', language: 'it' };
    const asked: AccessRequested = {
      kind: 'accessRequested',
      requestId: 'r',
      request: 'invitation',
      organization: 'Contoso S.p.A.',
      accountNumber: '0005012345',
      requester: { name: 'Omar Haddad', email: 'omar.haddad@contoso.com' },
      roles: [],
      message: 'unforgettable',
    };
    const notices: Notice[] = [
      {
        kind: 'mailAnswer',
        conversation: 'mail:1',
        heading: 'unforgettable',
        blocks: [{ kind: 'quote', title: 'Omar Haddad', text: 'unforgettable' }],
        quoted: 'unforgettable',
        asksBack: { request: asked, missing: 'decision' },
      },
      { kind: 'helpdesk', conversation: 'teams:1', what: 'words', operator, text: 'unforgettable' },
      { kind: 'mailUnproven', subject: 'unforgettable', receivedAt: ago(50) },
    ];
    /** Ids of those in which they still stand. */
    const remembered = (records: readonly { _id: unknown }[]) =>
      records
        .filter((record) => JSON.stringify(record).includes('unforgettable'))
        .map(({ _id }) => String(_id))
        .sort();
    beforeEach(() => say('teams:1', [{ text: 'words', at: ago(50) }]));

    it('out of the records of mails that went out or were given up, but of those that are still to be sent', async () => {
      const answers = { messageId: '<1@x>', references: [], subject: 'unforgettable' };
      for (const notice of notices) {
        const mail = (name: string, changes: Partial<OutgoingMail>) =>
          OutgoingMail.create({ to, notice, answers, createdAt: ago(50), ...changes, _id: `${notice.kind} ${name}` });
        await mail('sent', { state: 'sent', sentAt: ago(50) });
        await mail('failed', { state: 'failed', failedAt: ago(50) });
        await mail('again', { state: 'waiting', failedAt: ago(50), dueAt: ago(0) });
        await mail('new', { state: 'sent', sentAt: ago(5) });
      }
      await look();
      assert.deepEqual(
        remembered(await OutgoingMail.find().lean()),
        notices.flatMap(({ kind }) => [`${kind} again`, `${kind} new`]).sort(),
      );
    });

    it('out of the records of mails that came in, with their sources, but of those that are still to be dealt with', async () => {
      const came = async (_id: string, state: IncomingMail['state'], days: number) => {
        await IncomingMail.create({ _id, state, receivedAt: ago(days), from: to.email, subject: 'unforgettable' });
        await IncomingSource.create({ _id, mime: Buffer.from('unforgettable') });
      };
      await came('old', 'filed', 50);
      await came('in hand', 'acted', 50);
      await came('new', 'filed', 5);
      await look();
      assert.deepEqual(remembered(await IncomingMail.find().lean()), ['in hand', 'new']);
      const sources = (await IncomingSource.find().lean()).map(({ _id }) => _id);
      assert.deepEqual(sources.sort(), ['in hand', 'new']);
      // It was dealt with late, and is met again.
      await IncomingMail.updateOne({ _id: 'in hand' }, { $set: { state: 'filed' } });
      Settings.now = () => today.plus({ days: 1, minutes: 1 }).toMillis();
      await look();
      assert.deepEqual(remembered(await IncomingMail.find().lean()), ['new']);
      assert.deepEqual(
        (await IncomingSource.find().lean()).map(({ _id }) => _id),
        ['new'],
      );
    });

    it('out of the records of messages in Teams, but of those that are still to be sent', async () => {
      for (const notice of notices.filter(({ kind }) => kind !== 'mailAnswer')) {
        for (const [name, days, dueAt] of [
          ['old', 50, undefined],
          ['waiting', 50, ago(0)],
          ['new', 5, undefined],
        ] as const) {
          const _id = `${notice.kind} ${name}`;
          const state = dueAt ? 'waiting' : 'sent';
          await OutgoingMessage.create({ _id, to, notice, state, createdAt: ago(days), ...(dueAt && { dueAt }) });
        }
      }
      await look();
      assert.deepEqual(remembered(await OutgoingMessage.find().lean()), [
        'helpdesk new',
        'helpdesk waiting',
        'mailUnproven new',
        'mailUnproven waiting',
      ]);
    });
  });

  it('stops where it is when Usher is being stopped, and is not taken for done', async () => {
    await say('teams:1', [{ text: 'words', at: ago(50) }]);
    assert.equal(await removeOld({}, ago(30), () => true), undefined);
    assert.equal(await Message.countDocuments(), 1);
    await look();
    assert.equal(await Message.countDocuments(), 0);
  });

  it('happens once a day, and waits for whoever reads the log', async () => {
    await say('teams:1', [{ text: 'words', at: ago(50) }]);
    const lease = await takeLogLease();
    const looking = look();
    await lease?.release();
    await looking;
    assert.equal(await Message.countDocuments(), 0);
    await say('teams:2', [{ text: 'words', at: ago(50) }]);
    await look();
    assert.equal(await Message.countDocuments(), 1);
    Settings.now = () => today.plus({ days: 1, minutes: 1 }).toMillis();
    await look();
    assert.equal(await Message.countDocuments(), 0);
  });
});
