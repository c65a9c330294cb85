import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { openTestStore, type TestStore } from '../testStore.ts';

interface Explained {
  queryPlanner: { winningPlan: Stage };
  executionStats: { nReturned: number; totalKeysExamined: number; totalDocsExamined: number };
}
interface Stage {
  stage: string;
  indexName?: string;
  direction?: string;
  inputStage?: Stage;
  inputStages?: Stage[];
}

/** A plan in short: `IXSCAN a_1 backward`, `COLLSCAN`, `SORT COLLSCAN`, `OR(…, …)`. */
function inShort({ stage, indexName, direction, inputStage, inputStages }: Stage): string {
  const name = stage === 'FETCH' ? '' : stage;
  const own = indexName ? `${name} ${indexName}${direction === 'backward' ? ' backward' : ''}` : name;
  if (inputStages) return `${own}(${inputStages.map(inShort).join(', ')})`;
  return [own, inputStage && inShort(inputStage)].filter(Boolean).join(' ');
}

describe('The built-in engine looks', () => {
  let store: TestStore;
  const count = 1000;
  const things = () => mongoose.connection.collection('planned');

  before(async () => {
    store = await openTestStore('');
    await things().createIndex({ address: 1 }, { unique: true });
    await things().createIndex({ state: 1, at: -1 });
    await things().createIndex({ state: 1, kind: 1, rank: 1 });
    await things().createIndex({ tags: 1 });
    await things().createIndex({ 'seats.row': 1, 'seats.name': 1 });
    await things().createIndex({ token: 1 }, { sparse: true });
    await things().createIndex({ due: 1 }, { partialFilterExpression: { pending: true } });
    await things().createIndex({ long: 1 });
    await things().insertMany(
      Array.from({ length: count }, (_, i) => ({
        address: `a${i}`,
        state: ['open', 'shut', 'lost', 'gone'][i % 4],
        kind: i % 5,
        rank: i % 7,
        at: new Date(i * 1000),
        tags: [`t${i % 50}`, `u${i % 3}`],
        seats: [
          { row: i % 10, name: 'x' },
          { row: 99, name: `n${i % 10}` },
        ],
        ...(i % 100 === 0 ? { token: i, pending: true } : {}),
        due: i,
        long: `${'l'.repeat(3000)}${i % 10}`,
      })),
    );
  });
  after(() => store.close());

  const cases: [what: string, filter: object, sort: object, limit: number, plan: string, most: number][] = [
    ['up a unique value', { address: 'a7' }, {}, 0, 'IXSCAN address_1', 1],
    ['up an _id', { _id: new mongoose.Types.ObjectId() }, {}, 0, 'IXSCAN _id_', 0],
    ['up several values', { address: { $in: ['a1', 'a2', 'zz'] } }, {}, 0, 'IXSCAN address_1', 2],
    ['through everything without an index', { kind: 1 }, {}, 0, 'COLLSCAN', 1000],
    ['at the newest of a state, and stops', { state: 'open' }, { at: -1 }, 3, 'IXSCAN state_1_at_-1', 3],
    ['at the oldest of a state, and stops', { state: 'open' }, { at: 1 }, 3, 'IXSCAN state_1_at_-1 backward', 3],
    [
      'at a range in a state',
      { state: 'open', at: { $gte: new Date(0), $lt: new Date(40_000) } },
      {},
      0,
      'IXSCAN state_1_at_-1',
      10,
    ],
    [
      'at two bound fields and a range',
      { state: 'open', kind: 1, rank: { $gt: 5 } },
      {},
      0,
      'IXSCAN state_1_kind_1_rank_1',
      8,
    ],
    ['at the order alone', {}, { address: -1 }, 2, 'IXSCAN address_1 backward', 2],
    ['at texts that begin so', { address: /^a99/ }, {}, 0, 'IXSCAN address_1', 11],
    ['at an element of an array', { tags: 't3' }, {}, 0, 'IXSCAN tags_1', 20],
    ['at one end only of a range over arrays', { tags: { $gte: 't48', $lt: 't49' } }, {}, 0, 'IXSCAN tags_1', 1000],
    [
      'at one condition only across elements',
      { 'seats.row': 3, 'seats.name': 'n3' },
      {},
      0,
      'IXSCAN seats.row_1_seats.name_1',
      100,
    ],
    ['into a sparse index for a value', { token: 100 }, {}, 0, 'IXSCAN token_1', 1],
    ['not into a sparse index for what is missing', { token: null }, {}, 1, 'COLLSCAN', 2],
    ['not into a sparse index for the order', {}, { token: 1 }, 1, 'SORT COLLSCAN', 1000],
    [
      'into a partial index that has all that is wanted',
      { pending: true, due: { $lt: 150 } },
      {},
      0,
      'IXSCAN due_1',
      2,
    ],
    ['not into a partial index otherwise', { due: { $lt: 2 } }, {}, 0, 'COLLSCAN', 1000],
    [
      'up both branches',
      { $or: [{ address: 'a1' }, { tags: 't1' }] },
      {},
      0,
      'OR(IXSCAN address_1, IXSCAN tags_1)',
      20,
    ],
    [
      'through everything when a branch has no index',
      { $or: [{ address: 'a1' }, { kind: 1 }] },
      {},
      0,
      'COLLSCAN',
      1000,
    ],
    ['at values too long for a key', { long: `${'l'.repeat(3000)}3` }, {}, 0, 'IXSCAN long_1', 1000],
  ];
  for (const [what, filter, sort, limit, plan, most] of cases) {
    it(what, async () => {
      const cursor = things()
        .find(filter)
        .sort(sort as never)
        .limit(limit);
      const { queryPlanner, executionStats } = (await cursor.explain()) as unknown as Explained;
      assert.equal(inShort(queryPlanner.winningPlan), plan);
      assert.ok(executionStats.totalDocsExamined <= most, `${executionStats.totalDocsExamined} looked at`);
      const withIndexes = await things()
        .find(filter)
        .sort({ ...sort, _id: 1 })
        .limit(limit)
        .toArray();
      const without = await things()
        .find(filter, { hint: { $natural: 1 } })
        .sort({ ...sort, _id: 1 })
        .limit(limit)
        .toArray();
      if (limit === 0 || Object.keys(sort).length > 0) assert.deepEqual(withIndexes, without);
      assert.equal(withIndexes.length, executionStats.nReturned);
    });
  }

  it('through an index that was declared while a document was on its way', async () => {
    const late = mongoose.connection.collection('late');
    await late.insertOne({ _id: 1 as never, name: 'first' });
    await Promise.all([late.createIndex({ name: 1 }), late.insertOne({ _id: 2 as never, name: 'second' })]);
    assert.equal((await late.findOne({ name: 'second' }))?._id, 2);
  });
});
