import assert from 'node:assert/strict';
import type { LiveEvent } from '../../../helpdesk/api.ts';
import { AuditEntry } from '../../../models/auditEntry.ts';
import { Conversation } from '../../../models/conversation.ts';
import { HelpdeskWatch } from '../../../models/helpdeskWatch.ts';
import { Message } from '../../../models/message.ts';
import { OperatorSession } from '../../../models/operatorSession.ts';
import { openTestStore, type TestStore } from '../../models/testStore.ts';
import { makeHouse } from '../../onboarding/house.ts';
import { OperatorBrowser, operators, startConsole, type TestConsole } from '../console.ts';
import { minute, readLog, say } from '../conversations.ts';
import { EventReader } from './eventReader.ts';

describe('what comes live', () => {
  let store: TestStore;
  let console: TestConsole;
  const readers: EventReader[] = [];
  before(async () => {
    store = await openTestStore();
    console = await startConsole(makeHouse(), { lookEveryMs: 10, sessionCheckMs: 10 });
  });
  afterEach(async () => {
    for (const reader of readers.splice(0)) reader.lose();
    await store.clear();
  });
  after(async () => {
    await console.close();
    await store.close();
  });

  async function watch(path: string, who: keyof typeof operators = 'reader'): Promise<EventReader> {
    const reader = new EventReader(await OperatorBrowser.signedIn(console, operators[who]), path);
    readers.push(reader);
    const response = await reader.connect();
    assert.equal(response.headers.get('content-type'), 'text/event-stream');
    await reader.until(({ event }) => event === 'counts');
    return reader;
  }
  const says = (text: string) => (one: LiveEvent) => one.event === 'message' && one.data.text === text;
  const rows = (reader: EventReader) =>
    reader.events.flatMap((one) => (one.event === 'conversation' ? [[one.data.row.id, one.data.matches]] : []));

  it('tells the list of what is new and of what has changed, and whether it belongs there', async () => {
    await say('teams:before', [{ text: 'before', at: minute(0) }]);
    await readLog();
    const list = await watch('/live?state=waiting');
    await say('teams:1', [{ text: 'hello', at: minute(1) }]);
    await list.until((one) => one.event === 'conversation' && !one.data.matches);
    await Conversation.updateOne(
      { _id: 'teams:1' },
      { $set: { waitingForPersonSince: minute(2), stateChangedAt: minute(2) } },
    );
    await list.until((one) => one.event === 'conversation' && one.data.matches);
    assert.deepEqual(rows(list), [
      ['teams:1', false],
      ['teams:1', true],
    ]);
    await list.until((one) => one.event === 'counts' && one.data.waiting === 1);
    assert.equal(await AuditEntry.countDocuments(), 0);
  });

  it('brings each message once, also across connections that were lost while much was said', async () => {
    await say('teams:1', [{ text: 'first', at: minute(0) }]);
    await readLog();
    const reader = await watch('/live?conversation=teams%3A1');
    const said: string[] = [];
    let number = 0;
    let time = 1;
    for (let round = 0; round < 12; round += 1) {
      const some = Array.from({ length: 1 + (round % 5) }, () => ({ text: `n${number++}`, at: minute(time) }));
      time += 1;
      said.push(...some.map(({ text }) => text));
      await say('teams:1', some);
      await say('teams:2', [{ text: 'of another', at: minute(time) }]);
      if (round % 3 === 0) {
        await reader.until(({ event }) => event === 'message');
        reader.lose();
        await say('teams:1', [{ text: `while away ${round}`, at: minute(time++) }]);
        said.push(`while away ${round}`);
        await readLog();
        await reader.connect();
      }
    }
    await reader.until(says(said.at(-1) as string));
    for (const text of said) await reader.until(says(text));
    assert.deepEqual(reader.texts().toSorted(), said.toSorted());
  });

  it('goes on within what was written together: neither doubled nor left out', async () => {
    await say('teams:1', [{ text: 'first', at: minute(0) }]);
    await readLog();
    const reader = await watch('/live?conversation=teams%3A1');
    const some = Array.from({ length: 40 }, (_, index) => ({ text: `n${index}`, at: minute(1) }));
    await say('teams:1', some);
    await reader.until(says('n5'));
    reader.lose();
    await reader.connect();
    await reader.until(says('n39'));
    assert.deepEqual(
      reader.texts(),
      some.map(({ text }) => text),
    );
  });

  it('tells of more than a thousand conversations that were listed together, each once', async () => {
    await say('teams:first', [{ text: 'first', at: minute(0) }]);
    await readLog();
    const list = await watch('/live');
    const ids = Array.from({ length: 1_500 }, (_, index) => `teams:many${index}`);
    const about = { direction: 'in', text: 'many', at: minute(1) } as const;
    await Message.insertMany(ids.map((conversation) => ({ conversation, ...about })));
    await Conversation.insertMany(
      ids.map((_id) => ({ _id, channel: 'teams', startedAt: minute(1), lastMessageAt: minute(1) })),
    );
    const told = () => list.events.flatMap((one) => (one.event === 'conversation' ? one.data.row.id : []));
    await list.until(() => told().length >= ids.length);
    assert.deepEqual(
      told()
        .filter((id) => id !== 'teams:first')
        .toSorted(),
      ids.toSorted(),
    );
  });

  it('goes on with another list and another conversation where an earlier stream was left', async () => {
    await say('teams:1', [{ text: 'first', at: minute(0) }]);
    await say('teams:2', [{ text: 'first of the other', at: minute(0) }]);
    await readLog();
    const left = await watch('/live?conversation=teams%3A1');
    await say('teams:1', [{ text: 'heard', at: minute(1) }]);
    await readLog();
    await left.until(says('heard'));
    left.lose();
    await say('teams:1', [{ text: 'of no interest any more', at: minute(2) }]);
    await say('teams:2', [{ text: 'said in between', at: minute(2) }]);
    await readLog();
    const reader = await watch(`/live?state=open&conversation=teams%3A2&since=${left.lastEventId}`);
    await reader.until(says('said in between'));
    await say('teams:2', [{ text: 'said now', at: minute(3) }]);
    await readLog();
    await reader.until(says('said now'));
    assert.deepEqual(reader.texts(), ['said in between', 'said now']);
    assert.deepEqual(new Set(rows(reader).map(([id]) => id)), new Set(['teams:1', 'teams:2']));
  });

  it('tells when a message did not get through', async () => {
    const [id] = await say('teams:1', [{ text: 'hello', at: minute(0), direction: 'out' }]);
    await readLog();
    const reader = await watch('/live?conversation=teams%3A1');
    await Message.updateOne({ _id: id }, { $set: { delivery: 'failed' } });
    await Conversation.updateOne({ _id: 'teams:1' }, { $set: { stateChangedAt: minute(1) } });
    await reader.until((one) => one.event === 'message' && one.data.delivery === 'failed');
    await reader.until((one) => one.event === 'conversation' && one.data.row.stuck);
    assert.deepEqual(reader.texts(), ['hello']);
  });

  it('shows operators each other, and forgets who has left', async () => {
    await say('teams:1', [{ text: 'hello' }]);
    const rosa = await watch('/live?conversation=teams%3A1', 'reader');
    const adam = await watch('/live?conversation=teams%3A1', 'actor');
    await rosa.until((one) => one.event === 'watchers' && one.data[0] === 'Adam Holt');
    await adam.until((one) => one.event === 'watchers' && one.data[0] === 'Rosa Berg');
    adam.lose();
    // Before he came there was nobody either.
    const last = () => rosa.events.findLast(({ event }) => event === 'watchers');
    await rosa.until(() => last()?.data.toString() === '');
    rosa.lose();
    while ((await HelpdeskWatch.countDocuments()) > 0) await new Promise(setImmediate);
    const looks = await AuditEntry.find({ action: 'transcriptRead' }).lean();
    assert.deepEqual(looks.map(({ who }) => who).toSorted(), [operators.actor.email, operators.reader.email]);
  });

  it('ends with the session, and takes nothing that is none of its own for a place to go on from', async () => {
    const browser = await OperatorBrowser.signedIn(console, operators.reader);
    const response = await browser.open('/live', { headers: { 'last-event-id': '"}]<forged>' } });
    assert.equal(response.status, 200);
    await OperatorSession.deleteMany({});
    await assert.rejects(response.text());
    assert.equal((await browser.open('/live')).status, 401);
  });
});
