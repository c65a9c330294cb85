import assert from 'node:assert/strict';
import { listPortion } from '../../../helpdesk/log/listPortion.ts';
import { startLogReader } from '../../../helpdesk/log/logReader.ts';
import { searchLog } from '../../../helpdesk/search/searchLog.ts';
import { Conversation } from '../../../models/conversation.ts';
import { ListedConversation } from '../../../models/listedConversation.ts';
import { LogReading } from '../../../models/logReading.ts';
import { Message } from '../../../models/message.ts';
import { SearchBlock } from '../../../models/searchBlock.ts';
import { SearchEntry } from '../../../models/searchEntry.ts';
import { takeLogLease } from '../../../onboarding/searchIndex/logLease.ts';
import { openTestStore, type TestStore } from '../../models/testStore.ts';
import { minute, readLog, say } from '../conversations.ts';

describe('reading the log', () => {
  let store: TestStore;
  before(async () => {
    store = await openTestStore();
  });
  afterEach(() => store.clear());
  after(() => store.close());
  const log = { error: (...said: unknown[]) => assert.fail(JSON.stringify(said)) };

  it('reads a history of more conversations than it takes at a time, each message once', async () => {
    for (let index = 0; index < 450; index += 1) {
      await say(`teams:${index}`, [
        { text: 'needle', at: minute(index % 7) },
        { text: 'more', at: minute(index % 7) },
      ]);
    }
    await readLog();
    assert.equal(await ListedConversation.countDocuments(), 450);
    assert.equal(await SearchEntry.countDocuments(), 900);
    const { seq } = await LogReading.findById('log').orFail();
    await readLog();
    await readLog();
    // Nothing is new, and those who watch hear nothing.
    assert.equal((await LogReading.findById('log').orFail()).seq, seq);
  });

  it('reads on what was cut off between the entries and what they are found by', async () => {
    await say('teams:1', [{ text: 'needle', at: minute(1) }]);
    // Written as far as a killed process came: entries under a number that was never made known.
    await SearchEntry.create({
      _id: (await Message.findOne().orFail())._id,
      at: minute(1),
      conversation: 'teams:1',
      words: ['needle'],
      seq: 1,
    });
    await readLog();
    const found = await searchLog('needle');
    assert.ok('rows' in found && found.rows.length === 1);
  });

  it('lists a log anew that was listed in another format', async () => {
    await say('teams:1', [{ text: 'We have contoso.org', at: minute(1) }]);
    await readLog();
    const { seq } = await LogReading.findById('log').orFail();
    // As it was before there were domains.
    await SearchEntry.updateMany({}, { $pull: { words: 'contoso.org' } });
    await SearchBlock.deleteMany({ word: 'contoso.org' });
    await ListedConversation.updateMany({}, { $set: { lastText: 'old' } });
    await LogReading.updateOne({}, { $unset: { format: 1 } });
    const found = async () => {
      const page = await searchLog('contoso.org');
      return 'rows' in page ? page.rows.length : assert.fail();
    };
    assert.equal(await found(), 0);
    await readLog();
    assert.equal(await found(), 1);
    assert.equal((await ListedConversation.findById('teams:1').orFail()).lastText, 'We have contoso.org');
    const again = await LogReading.findById('log').orFail();
    // Whoever watches hears of it.
    assert.ok(again.seq > seq);
    await readLog();
    assert.equal((await LogReading.findById('log').orFail()).seq, again.seq);
  });

  it('lets one process read at a time, and goes on when one has died', async () => {
    await say('teams:1', [{ text: 'needle', at: minute(1) }]);
    const lease = await takeLogLease();
    assert.ok(lease);
    assert.equal(await takeLogLease(), undefined);
    await LogReading.updateOne({ _id: 'log' }, { $set: { leaseUntil: new Date(0) } });
    await readLog();
    assert.equal(await ListedConversation.countDocuments(), 1);
    // Whoever was taken for dead writes nothing more.
    await assert.rejects(lease.commit({ seq: 7 }), /LogLeaseLost|^$/);
  });

  it('reads what is said while it reads, for everybody who asks', async () => {
    const reader = startLogReader({ log });
    for (let index = 0; index < 20; index += 1) {
      await say('teams:1', [{ text: `needle ${index}`, at: minute(index) }]);
      await Promise.all([reader.catchUp(), reader.catchUp(), reader.catchUp()]);
      assert.equal(await SearchEntry.countDocuments(), index + 1);
    }
    await reader.stop();
  });

  it('reads with several processes at once, and lists each once', async () => {
    const readers = Array.from({ length: 4 }, () => startLogReader({ log }));
    for (let index = 0; index < 10; index += 1) {
      await say(`teams:${index}`, [{ text: 'needle', at: minute(index) }]);
      await Promise.all(readers.map((reader) => reader.catchUp()));
      const found = await searchLog('needle');
      assert.ok('rows' in found && found.rows.length === index + 1);
    }
    await Promise.all(readers.map((reader) => reader.stop()));
  });

  it('changes nothing when a portion is written again', async () => {
    await say('teams:1', [{ text: 'needle', at: minute(1) }]);
    const conversations = await Conversation.find().lean();
    assert.equal(await listPortion(conversations, 1, async () => {}), true);
    assert.equal(await listPortion(conversations, 2, async () => {}), false);
  });
});
