import assert from 'node:assert/strict';
import { Settings } from 'luxon';
import mongoose from 'mongoose';
import { openTestStore, type TestStore } from '../testStore.ts';

describe('Documents of the built-in engine that expire', () => {
  let store: TestStore;
  const start = Date.UTC(2030, 0, 1);
  const things = () => mongoose.connection.collection<{ name?: string }>('expiring');
  const names = async () => (await things().find({}).sort({ name: 1 }).toArray()).map(({ name }) => name).join('');
  const at = (time: number) => {
    Settings.now = () => time;
  };

  beforeEach(async () => {
    at(start);
    store = await openTestStore('');
    await things().createIndex({ until: 1 }, { expireAfterSeconds: 60 });
  });
  afterEach(async () => {
    Settings.now = () => Date.now();
    await store.close();
  });

  it('are removed once their time and the index’s delay have passed, not before', async () => {
    await things().insertMany([
      { name: 'a', until: new Date(start - 61_000) },
      { name: 'b', until: new Date(start) },
      { name: 'c', until: new Date(start + 1000) },
    ] as never);
    assert.equal(await store.purgeExpired(), 1);
    at(start + 60_000);
    assert.equal(await store.purgeExpired(), 1);
    assert.equal(await names(), 'c');
  });

  it('are all removed after the clock has jumped', async () => {
    await things().insertMany(Array.from({ length: 1000 }, (_, i) => ({ until: new Date(start + i) })) as never);
    at(start + 10 * 365 * 86_400_000);
    assert.equal(await store.purgeExpired(), 1000);
    assert.equal(await things().countDocuments(), 0);
  });

  it('stay when they have no date, and go by the earliest of several', async () => {
    const past = new Date(start - 100_000);
    const future = new Date(start + 100_000);
    await things().insertMany([
      { name: 'a' },
      { name: 'b', until: 'soon' },
      { name: 'c', until: null },
      { name: 'd', until: [] },
      { name: 'e', until: [future, past] },
      { name: 'f', until: [future] },
    ] as never);
    assert.equal(await store.purgeExpired(), 1);
    assert.equal(await names(), 'abcdf');
  });

  it('go only where a partial index has them', async () => {
    await things().createIndex({ at: 1 }, { expireAfterSeconds: 0, partialFilterExpression: { done: true } });
    const past = new Date(start - 1);
    await things().insertMany([
      { name: 'a', at: past },
      { name: 'b', at: past, done: true },
    ] as never);
    assert.equal(await store.purgeExpired(), 1);
    assert.equal(await names(), 'a');
  });
});
