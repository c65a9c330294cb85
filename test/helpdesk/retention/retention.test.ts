import assert from 'node:assert/strict';
import { DateTime, Settings } from 'luxon';
import { startRetention } from '../../../helpdesk/retention/startRetention.ts';
import { searchLog } from '../../../helpdesk/search/searchLog.ts';
import { AuditEntry } from '../../../models/auditEntry.ts';
import { Conversation } from '../../../models/conversation.ts';
import { DayFigures } from '../../../models/dayFigures.ts';
import { IncomingMail } from '../../../models/incomingMail.ts';
import { ListedConversation } from '../../../models/listedConversation.ts';
import { Message } from '../../../models/message.ts';
import type { Notice } from '../../../models/notice.ts';
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

  it('takes the words out of the records of mails', async () => {
    const to = { email: 'giulia.romano@contoso.com', firstName: '', lastName: '', language: 'it' };
    const notice: Notice = {
      kind: 'mailAnswer',
      conversation: 'mail:1',
      heading: 'h',
      blocks: [],
      quoted: 'unforgettable',
    };
    for (const [days, name] of [
      [50, 'old'],
      [5, 'new'],
    ] as const) {
      const answers = { messageId: '<1@x>', references: [], subject: 'unforgettable' };
      await OutgoingMail.create({
        _id: name,
        to,
        notice,
        answers,
        state: 'sent',
        createdAt: ago(days),
        sentAt: ago(days),
      });
      await IncomingMail.create({
        _id: name,
        state: 'filed',
        receivedAt: ago(days),
        from: to.email,
        subject: 'unforgettable',
      });
    }
    await say('teams:1', [{ text: 'words', at: ago(50) }]);
    await look();
    const [outgoing, incoming] = await Promise.all([OutgoingMail.find().lean(), IncomingMail.find().lean()]);
    for (const mails of [outgoing, incoming]) {
      assert.deepEqual(
        (mails as { _id: string }[])
          .filter((mail) => JSON.stringify(mail).includes('unforgettable'))
          .map(({ _id }) => _id),
        ['new'],
      );
    }
  });

  it('takes the words out of the records of messages in Teams, but of those that are still to be sent', async () => {
    const operator = { email: 'paola.greco@helpdesk.example', name: 'Paola Greco' };
    const notices: Notice[] = [
      { kind: 'helpdesk', conversation: 'teams:1', what: 'words', operator, text: 'unforgettable' },
      { kind: 'mailUnproven', subject: 'unforgettable', receivedAt: ago(50) },
    ];
    const to = { email: 'giulia.romano@contoso.com', firstName: '', lastName: '', language: 'it' };
    for (const notice of notices) {
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
    const left = (await OutgoingMessage.find().lean()).filter((each) => JSON.stringify(each).includes('unforgettable'));
    assert.deepEqual(
      left.map(({ _id }) => _id).sort(),
      notices.flatMap(({ kind }) => [`${kind} new`, `${kind} waiting`]),
    );
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
