import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { inOrder } from '../../models/inOrder.ts';
import { openTestStore, type TestStore } from './testStore.ts';

describe('Writes in order', () => {
  let store: TestStore;
  const first = () => mongoose.connection.collection<{ _id: number }>('firstInOrder');
  const second = () => mongoose.connection.collection<{ _id: number }>('secondInOrder');

  before(async () => {
    store = await openTestStore();
  });
  after(() => store.close());

  it('are never seen without those ahead of them', async () => {
    for (let _id = 0; _id < 20; _id += 1) {
      const written = inOrder(
        () => first().insertOne({ _id }),
        () => second().insertOne({ _id }),
      );
      while (!(await second().findOne({ _id }))) await new Promise(setImmediate);
      assert.ok(await first().findOne({ _id }));
      await written;
    }
  });

  it('give back what each of them returns', async () => {
    const results = await inOrder(
      async () => 'one',
      async () => 2,
      async () => [3],
    );
    assert.deepEqual(results, ['one', 2, [3]]);
  });

  it('throw what one of them throws', async () => {
    await first().insertOne({ _id: 100 });
    const written = inOrder(
      () => first().insertOne({ _id: 100 }),
      () => second().insertOne({ _id: 100 }),
    );
    await assert.rejects(written, { code: 11_000 });
  });
});
