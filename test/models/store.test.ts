import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { RandomDocuments } from './randomDocuments.ts';
import { openTestStore, type TestStore } from './testStore.ts';

const { Schema, Types } = mongoose;
const { Decimal128, Long, ObjectId, Binary, UUID } = mongoose.mongo;

const guestSchema = new Schema(
  {
    address: { type: String, required: true, unique: true },
    number: Number,
    amount: Schema.Types.Decimal128,
    tags: { type: [String], default: undefined },
    seats: { type: [{ row: Number, name: String, _id: false }], default: undefined },
    state: String,
    since: Date,
    details: Schema.Types.Mixed,
    photo: Buffer,
    note: String,
  },
  { optimisticConcurrency: true, collection: 'storetest_guests' },
);
guestSchema.index({ state: 1, since: -1 });
guestSchema.index({ tags: 1 });
const Guest = mongoose.model('StoreTestGuest', guestSchema);

const inviteSchema = new Schema(
  { account: String, person: String, state: String, token: { type: String } },
  { collection: 'storetest_invites' },
);
inviteSchema.index({ account: 1, person: 1 }, { unique: true, partialFilterExpression: { state: 'pending' } });
inviteSchema.index({ token: 1 }, { unique: true, sparse: true });
const Invite = mongoose.model('StoreTestInvite', inviteSchema);

const engines = new Map<string, string | undefined>([['the built-in engine', '']]);
if (process.env.MONGODB_URI) engines.set('MongoDB', process.env.MONGODB_URI);
else console.log('MONGODB_URI is not set: the store is tested on the built-in engine only.');

/** The error that a promise is rejected with. */
async function failure(promise: Promise<unknown>): Promise<Error & Record<string, unknown>> {
  try {
    await promise;
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error('It was expected to fail');
}

for (const [engine, server] of engines) {
  describe(`The store on ${engine}`, () => {
    let store: TestStore;
    before(async () => {
      store = await openTestStore(server);
    });
    beforeEach(() => store.clear());
    after(() => store.close());

    describe('remembers values', () => {
      it('of every type as they were', async () => {
        const values = {
          id: new ObjectId(),
          date: new Date(1_700_000_000_123),
          amount: Decimal128.fromString('1234567890.10'),
          long: Long.fromString('9007199254740993'),
          small: Long.fromNumber(5),
          binary: new Binary(Buffer.from([0, 255, 7])),
          uuid: new UUID('8e1f9a3c-58d0-4e0b-9f0a-1a2b3c4d5e6f'),
          nothing: null,
          list: [1, 'two', [3, { four: 4.5 }], null],
          nested: { deep: { deeper: { text: 'à l’été 😀 \u0000 end' } } },
          empty: {},
          none: [],
          yes: true,
          negative: -0.5,
          huge: 1e300,
          pattern: /^a.b$/i,
        };
        const { insertedId } = await Guest.collection.insertOne({ address: 'a', ...values } as never);
        const found = await Guest.collection.findOne({ _id: insertedId });
        assert.deepEqual(found, { _id: insertedId, address: 'a', ...values, small: 5 });
      });

      it('through a model, hydrated and lean', async () => {
        const photo = Buffer.from('picture');
        const { _id } = await Guest.create({ address: 'a', amount: '12.50', photo, tags: ['x'], since: new Date(5) });
        const hydrated = await Guest.findById(_id).orFail();
        assert.equal(hydrated.amount?.toString(), '12.50');
        assert.deepEqual(hydrated.photo && Buffer.from(hydrated.photo), photo);
        assert.equal(hydrated.since?.getTime(), 5);
        const lean = await Guest.findById(_id).lean().orFail();
        assert.deepEqual(lean.tags, ['x']);
        assert.ok(!('note' in lean), 'an undefined field is not stored');
      });

      it('of a megabyte', async () => {
        const note = 'é'.repeat(512 * 1024);
        await Guest.create({ address: 'a', note });
        assert.equal((await Guest.findOne({ address: 'a' }).orFail()).note, note);
      });

      it('and gives out copies, so that changing a result changes nothing', async () => {
        await Guest.create({ address: 'a', details: { list: [1] } });
        const first = await Guest.findOne({ address: 'a' }).lean().orFail();
        (first.details as { list: number[] }).list.push(2);
        const second = await Guest.findOne({ address: 'a' }).lean().orFail();
        assert.deepEqual(second.details, { list: [1] });
      });

      it('and refuses a document above 16 megabytes', async () => {
        const error = await failure(
          Guest.collection.insertOne({ address: 'a', note: 'x'.repeat(17 * 1024 * 1024) } as never),
        );
        assert.ok(error instanceof Error);
        assert.equal(await Guest.countDocuments(), 0);
      });
    });

    describe('finds', () => {
      beforeEach(() =>
        Guest.insertMany([
          {
            address: 'a',
            number: 1,
            state: 'open',
            tags: ['x', 'y'],
            seats: [
              { row: 1, name: 'p' },
              { row: 2, name: 'q' },
            ],
          },
          { address: 'b', number: 2, state: 'open', tags: ['y'], details: null },
          { address: 'c', number: 3, state: 'shut', seats: [{ row: 1, name: 'q' }], details: { a: 1, b: 2 } },
          { address: 'd', state: 'shut', tags: [] },
        ]),
      );
      const addresses = async (filter: object) =>
        (await Guest.collection.find(filter).sort({ address: 1 }).toArray()).map((guest) => guest.address).join('');

      const cases: [string, object, string][] = [
        ['a value', { number: 2 }, 'b'],
        ['a missing value as null', { number: null }, 'd'],
        ['null and missing alike', { details: null }, 'abd'],
        ['what is not equal', { number: { $ne: 2 } }, 'acd'],
        ['a range', { number: { $gt: 1, $lte: 3 } }, 'bc'],
        ['only values of the same type in a range', { number: { $gte: '' } }, ''],
        ['one of several', { number: { $in: [1, 3, null] } }, 'acd'],
        ['none of several', { number: { $nin: [1, null] } }, 'bc'],
        ['an element of an array', { tags: 'y' }, 'ab'],
        ['a whole array', { tags: ['x', 'y'] }, 'a'],
        ['all of several elements', { tags: { $all: ['x', 'y'] } }, 'a'],
        ['an array by its length', { tags: { $size: 0 } }, 'd'],
        ['a path into documents of an array', { 'seats.name': 'q' }, 'ac'],
        ['a position in an array', { 'seats.1.row': 2 }, 'a'],
        ['conditions on different elements', { 'seats.row': 1, 'seats.name': 'q' }, 'ac'],
        ['conditions on the same element', { seats: { $elemMatch: { row: 1, name: 'q' } } }, 'c'],
        ['an embedded document by all its fields in order', { details: { a: 1, b: 2 } }, 'c'],
        ['not the same fields in another order', { details: { b: 2, a: 1 } }, ''],
        ['a field that exists', { details: { $exists: true } }, 'bc'],
        ['a field that does not', { tags: { $exists: false } }, 'c'],
        ['a type', { details: { $type: 'object' } }, 'c'],
        ['a pattern', { address: /^[AB]$/i }, 'ab'],
        ['a negated condition', { number: { $not: { $gt: 1 } } }, 'ad'],
        ['either of two', { $or: [{ number: 1 }, { state: 'shut' }] }, 'acd'],
        ['both of two', { $and: [{ state: 'open' }, { tags: 'x' }] }, 'a'],
        ['neither of two', { $nor: [{ state: 'shut' }, { number: 1 }] }, 'b'],
        ['a comparison of two fields', { $expr: { $gt: ['$number', 2] } }, 'c'],
        ['a remainder', { number: { $mod: [2, 1] } }, 'ac'],
        ['nothing in an empty list', { number: { $in: [] } }, ''],
        ['everything', {}, 'abcd'],
      ];
      for (const [what, filter, expected] of cases) {
        it(what, async () => assert.equal(await addresses(filter), expected));
      }

      it('equal numbers of different types', async () => {
        await Guest.collection.insertOne({ address: 'n', number: Decimal128.fromString('7.0') } as never);
        for (const seven of [7, Long.fromNumber(7), Decimal128.fromString('7')]) {
          assert.equal(await addresses({ number: seven }), 'n');
        }
      });

      it('in an order, in pages, and only the fields asked for', async () => {
        const page = await Guest.find({}, { address: 1, _id: 0 })
          .sort({ state: -1, address: -1 })
          .skip(1)
          .limit(2)
          .lean();
        assert.deepEqual(page, [{ address: 'c' }, { address: 'b' }]);
      });

      it('without the fields not asked for', async () => {
        const guest = await Guest.findOne({ address: 'a' }, { seats: { name: 0 }, _id: 0, __v: 0, tags: 0 }).lean();
        assert.deepEqual(guest, { address: 'a', number: 1, state: 'open', seats: [{ row: 1 }, { row: 2 }] });
      });

      it('part of an array', async () => {
        const matching = await Guest.findOne({ 'seats.row': 2 }, { 'seats.$': 1, _id: 0 }).lean();
        assert.deepEqual(matching, { seats: [{ row: 2, name: 'q' }] });
        const sliced = await Guest.findOne({ address: 'a' }, { seats: { $slice: -1 } }).lean();
        assert.deepEqual(sliced?.seats, [{ row: 2, name: 'q' }]);
      });

      it('one after the other', async () => {
        const seen: string[] = [];
        for await (const guest of Guest.find().sort({ address: 1 }).cursor()) seen.push(guest.address);
        assert.deepEqual(seen, ['a', 'b', 'c', 'd']);
        const cursor = Guest.collection.find({}).sort({ address: 1 });
        assert.equal((await cursor.next())?.address, 'a');
        assert.equal(await cursor.hasNext(), true);
        await cursor.close();
      });

      it('how many, and which different values', async () => {
        assert.equal(await Guest.countDocuments({ state: 'open' }), 2);
        assert.equal(await Guest.estimatedDocumentCount(), 4);
        assert.deepEqual((await Guest.distinct('tags')).sort(), ['x', 'y']);
        assert.equal(await Guest.exists({ address: 'z' }), null);
      });

      it('one of very many', async () => {
        const many = Array.from({ length: 3000 }, () => new ObjectId());
        const { _id } = await Guest.findOne({ address: 'b' }).orFail();
        const found = await Guest.find({ _id: { $in: [...many, _id] } });
        assert.deepEqual(
          found.map(({ address }) => address),
          ['b'],
        );
        assert.match(JSON.stringify(await Guest.find({ _id: { $in: [...many, _id] } }).explain()), /IXSCAN/);
      });

      it('refuses what it does not understand', async () => {
        assert.equal(
          (await failure(Guest.collection.findOne({ number: { $near: 1 } } as never))).name,
          'MongoServerError',
        );
        assert.equal((await failure(Guest.collection.findOne({ $boo: 1 } as never))).name, 'MongoServerError');
      });
    });

    describe('sorts', () => {
      it('by type, then by value, arrays by their lowest or highest element', async () => {
        const values = [null, 5, -1.5, 'b', 'B', { a: 1 }, new ObjectId(), true, new Date(0), [4, 6]];
        await Guest.collection.insertMany(values.map((details, i) => ({ address: String(i), details })) as never);
        const sorted = async (direction: 1 | -1) =>
          (await Guest.collection.find({}).sort({ details: direction }).toArray())
            .map((guest) => guest.address)
            .join('');
        assert.equal(await sorted(1), '0291435678');
        assert.equal(await sorted(-1), '8765349120');
      });
    });

    describe('changes', () => {
      const changed = async (before: object, update: object, options: object = {}, filter: object = {}) => {
        await Guest.collection.insertOne({ address: 'a', ...before } as never);
        await Guest.collection.updateOne({ address: 'a', ...filter }, update as never, options);
        const { _id, address, ...after }: Record<string, unknown> =
          (await Guest.collection.findOne({ address: 'a' })) ?? {};
        return after;
      };
      const cases: [string, object, object, object, object?, object?][] = [
        ['$set', { a: 1 }, { $set: { a: 2, 'b.c': 3 } }, { a: 2, b: { c: 3 } }],
        ['$set at a position', { a: [1, 2] }, { $set: { 'a.3': 4 } }, { a: [1, 2, null, 4] }],
        ['$unset', { a: 1, b: { c: 1, d: 2 } }, { $unset: { a: 1, 'b.c': 1, e: 1 } }, { b: { d: 2 } }],
        ['$inc', { a: 1 }, { $inc: { a: 2, b: -1 } }, { a: 3, b: -1 }],
        [
          '$inc with a decimal',
          { a: 1 },
          { $inc: { a: Decimal128.fromString('0.10') } },
          { a: Decimal128.fromString('1.10') },
        ],
        ['$mul', { a: 2.5 }, { $mul: { a: 2, b: 3 } }, { a: 5, b: 0 }],
        ['$min and $max', { a: 5, b: 5 }, { $min: { a: 3, c: 1 }, $max: { b: 3 } }, { a: 3, b: 5, c: 1 }],
        ['$rename', { a: 1, b: 2 }, { $rename: { a: 'c.d' } }, { b: 2, c: { d: 1 } }],
        ['$push', { a: [1] }, { $push: { a: 2, b: { c: 1 } } }, { a: [1, 2], b: [{ c: 1 }] }],
        [
          '$push of several, in order, cut',
          { a: [{ n: 5 }, { n: 1 }] },
          { $push: { a: { $each: [{ n: 3 }, { n: 2 }], $sort: { n: 1 }, $slice: 3 } } },
          { a: [{ n: 1 }, { n: 2 }, { n: 3 }] },
        ],
        ['$push at a position', { a: [1, 4] }, { $push: { a: { $each: [2, 3], $position: 1 } } }, { a: [1, 2, 3, 4] }],
        ['$push, the last ones kept', { a: [1, 2] }, { $push: { a: { $each: [3], $slice: -2 } } }, { a: [2, 3] }],
        ['$addToSet', { a: [1, 2] }, { $addToSet: { a: { $each: [2, 3] } } }, { a: [1, 2, 3] }],
        ['$pull by value', { a: [1, 2, 1] }, { $pull: { a: 1 } }, { a: [2] }],
        ['$pull by condition', { a: [1, 5, 3] }, { $pull: { a: { $gte: 3 } } }, { a: [1] }],
        ['$pull of documents', { a: [{ b: 1, c: 1 }, { b: 2 }] }, { $pull: { a: { b: 1 } } }, { a: [{ b: 2 }] }],
        ['$pullAll', { a: [1, 2, 3] }, { $pullAll: { a: [1, 3] } }, { a: [2] }],
        ['$pop', { a: [1, 2, 3], b: [1, 2] }, { $pop: { a: 1, b: -1 } }, { a: [1, 2], b: [2] }],
        ['$bit', { a: 5 }, { $bit: { a: { and: 6 } } }, { a: 4 }],
        [
          'the matching element',
          { a: [{ b: 1 }, { b: 2 }] },
          { $set: { 'a.$.c': 9 } },
          { a: [{ b: 1 }, { b: 2, c: 9 }] },
          {},
          { 'a.b': 2 },
        ],
        ['all elements', { a: [1, 2] }, { $inc: { 'a.$[]': 10 } }, { a: [11, 12] }],
        [
          'chosen elements',
          {
            a: [
              { n: 1, m: [1, 5] },
              { n: 2, m: [5] },
            ],
          },
          { $set: { 'a.$[one].m.$[two]': 0 } },
          {
            a: [
              { n: 1, m: [1, 0] },
              { n: 2, m: [5] },
            ],
          },
          { arrayFilters: [{ 'one.n': 1 }, { two: { $gt: 2 } }] },
        ],
      ];
      for (const [what, before, update, after, options, filter] of cases) {
        it(what, async () => assert.deepEqual(await changed(before, update, options, filter), after));
      }

      it('by a pipeline', async () => {
        const after = await changed({ a: 1, b: 2, d: 1 }, [{ $set: { c: { $add: ['$a', '$b'] } } }, { $unset: ['d'] }]);
        assert.deepEqual(after, { a: 1, b: 2, c: 3 });
      });

      it('$currentDate', async () => {
        const after = await changed({}, { $currentDate: { a: true } });
        assert.ok(after.a instanceof Date);
      });

      it('many, and says how many it found and changed', async () => {
        await Guest.insertMany([
          { address: 'a', number: 1 },
          { address: 'b', number: 2 },
          { address: 'c', number: 1 },
        ]);
        const { matchedCount, modifiedCount } = await Guest.updateMany(
          { number: { $gte: 1 } },
          { $set: { number: 2 } },
        );
        assert.deepEqual({ matchedCount, modifiedCount }, { matchedCount: 3, modifiedCount: 2 });
      });

      it('each document once, even when that moves it in an index', async () => {
        await Guest.insertMany(
          Array.from({ length: 300 }, (_, i) => ({ address: String(i), state: 's', since: new Date(i) })),
        );
        await Guest.collection.updateMany({ state: 's', since: { $gte: new Date(0) } }, [
          { $set: { since: { $add: ['$since', 1000] }, number: { $add: [{ $ifNull: ['$number', 0] }, 1] } } },
        ]);
        assert.equal(await Guest.countDocuments({ number: 1 }), 300);
      });

      it('replaces a document and keeps its identity', async () => {
        const { _id } = await Guest.create({ address: 'a', number: 1 });
        await Guest.replaceOne({ address: 'a' }, { address: 'b' });
        const after = await Guest.collection.findOne({ _id });
        assert.equal(after?.address, 'b');
        assert.ok(!('number' in (after ?? {})));
      });

      it('inserts when there is nothing to change', async () => {
        const result = await Guest.updateOne(
          { address: 'a' },
          { $set: { number: 1 }, $setOnInsert: { state: 'new' } },
          { upsert: true },
        );
        assert.equal(result.upsertedCount, 1);
        const again = await Guest.updateOne(
          { address: 'a' },
          { $set: { number: 2 }, $setOnInsert: { state: 'old' } },
          { upsert: true },
        );
        assert.deepEqual([again.matchedCount, again.upsertedCount], [1, 0]);
        const guest = await Guest.findById(result.upsertedId).orFail();
        assert.deepEqual([guest.address, guest.number, guest.state], ['a', 2, 'new']);
      });

      it('refuses two changes of one path, a change of the _id, and arithmetic on text', async () => {
        const { _id } = await Guest.create({ address: 'a' });
        const { collection } = Guest;
        assert.equal(
          (await failure(collection.updateOne({ _id }, { $set: { 'a.b': 1 }, $inc: { a: 1 } } as never))).code,
          40,
        );
        assert.equal((await failure(collection.updateOne({ _id }, { $set: { _id: new ObjectId() } }))).code, 66);
        assert.equal((await failure(collection.updateOne({ _id }, { $inc: { address: 1 } } as never))).code, 14);
      });
    });

    describe('finds and changes in one step', () => {
      beforeEach(() =>
        Guest.insertMany([
          { address: 'a', number: 1 },
          { address: 'b', number: 2 },
        ]),
      );

      it('giving out the document before or after', async () => {
        const before = await Guest.findOneAndUpdate({ address: 'a' }, { $inc: { number: 5 } }).orFail();
        const after = await Guest.findOneAndUpdate(
          { address: 'a' },
          { $inc: { number: 5 } },
          { returnDocument: 'after' },
        ).orFail();
        assert.deepEqual([before.number, after.number], [1, 11]);
      });

      it('the first in an order, with some of its fields', async () => {
        const last = await Guest.findOneAndUpdate(
          {},
          { $set: { state: 'taken' } },
          { sort: { number: -1 }, projection: { address: 1 } },
        ).lean();
        assert.deepEqual(Object.keys(last ?? {}), ['_id', 'address']);
        assert.equal(last?.address, 'b');
      });

      it('inserting when there is none', async () => {
        const options = { upsert: true, returnDocument: 'after' } as const;
        assert.equal((await Guest.findOneAndUpdate({ address: 'c' }, { $inc: { number: 1 } }, options))?.number, 1);
        assert.equal(await Guest.findOneAndUpdate({ address: 'd' }, { $inc: { number: 1 } }, { upsert: true }), null);
      });

      it('with what happened', async () => {
        const result = await Guest.findOneAndUpdate(
          { address: 'e' },
          { $set: { number: 1 } },
          { upsert: true, includeResultMetadata: true },
        );
        assert.equal(result.lastErrorObject?.updatedExisting, false);
        assert.ok(result.lastErrorObject?.upserted);
      });

      it('replacing and removing', async () => {
        const replaced = await Guest.findOneAndReplace(
          { address: 'a' },
          { address: 'z' },
          { returnDocument: 'after' },
        ).orFail();
        assert.equal(replaced.address, 'z');
        assert.equal((await Guest.findOneAndDelete({ number: 2 }))?.address, 'b');
        assert.equal(await Guest.findOneAndDelete({ number: 2 }), null);
      });

      it('so that fifty at once count right', async () => {
        await Promise.all(
          Array.from({ length: 50 }, async () => {
            for (let i = 0; i < 4; i++) await Guest.findOneAndUpdate({ address: 'a' }, { $inc: { number: 1 } });
          }),
        );
        assert.equal((await Guest.findOne({ address: 'a' }))?.number, 201);
      });

      it('so that each of many takes another one', async () => {
        await Guest.insertMany(Array.from({ length: 20 }, (_, i) => ({ address: `job${i}`, state: 'waiting' })));
        const taken = await Promise.all(
          Array.from({ length: 30 }, () =>
            Guest.findOneAndUpdate({ state: 'waiting' }, { $set: { state: 'taken' } }, { sort: { address: 1 } }),
          ),
        );
        const got = taken.flatMap((guest) => (guest ? [guest.address] : []));
        assert.equal(new Set(got).size, got.length);
        assert.equal(got.length, 20);
      });
    });

    describe('keeps what must be unique', () => {
      it('and names the index, its fields and the value', async () => {
        await Guest.create({ address: 'a' });
        const error = await failure(Guest.create({ address: 'a' }));
        assert.equal(error.name, 'MongoServerError');
        assert.equal(error.code, 11000);
        assert.deepEqual(error.keyPattern, { address: 1 });
        assert.deepEqual(error.keyValue, { address: 'a' });
        assert.match(
          error.message,
          /^E11000 duplicate key error collection: .*storetest_guests index: address_1 dup key/,
        );
      });

      it('also the _id', async () => {
        const { _id } = await Guest.create({ address: 'a' });
        assert.deepEqual((await failure(Guest.create({ _id, address: 'b' }))).keyPattern, { _id: 1 });
      });

      it('also in changes, which then change nothing', async () => {
        await Guest.insertMany([
          { address: 'a', number: 1 },
          { address: 'b', number: 2 },
        ]);
        assert.equal((await failure(Guest.updateOne({ address: 'b' }, { address: 'a', number: 3 }))).code, 11000);
        assert.equal((await Guest.findOne({ address: 'b' }))?.number, 2);
        assert.equal((await failure(Guest.findOneAndUpdate({ address: 'b' }, { address: 'a' }))).code, 11000);
      });

      it('only one of many that race for a value wins', async () => {
        const results = await Promise.allSettled(
          Array.from({ length: 20 }, (_, number) => Guest.create({ address: 'same', number })),
        );
        assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1);
        assert.equal(await Guest.countDocuments(), 1);
      });

      it('among the documents that a partial index has, together with all its fields', async () => {
        const pending = { account: '1', person: 'p', state: 'pending' };
        await Invite.create([{ ...pending, state: 'revoked' }, { ...pending, state: 'revoked' }, pending]);
        const error = await failure(Invite.create(pending));
        assert.deepEqual(error.keyValue, { account: '1', person: 'p' });
        await Invite.create({ ...pending, person: 'q' });
        await Invite.updateOne({ state: 'pending', person: 'p' }, { state: 'revoked' });
        await Invite.create(pending);
        assert.equal((await failure(Invite.updateOne({ state: 'revoked' }, { state: 'pending' }))).code, 11000);
      });

      it('not among documents that a sparse index leaves out', async () => {
        await Invite.create([{ account: '1' }, { account: '2' }]);
        await Invite.create({ account: '3', token: 't' });
        assert.equal((await failure(Invite.create({ account: '4', token: 't' }))).code, 11000);
      });

      it('for a value that was given up', async () => {
        await Guest.create({ address: 'a' });
        await Guest.updateOne({ address: 'a' }, { address: 'b' });
        await Guest.create({ address: 'a' });
        await Guest.deleteOne({ address: 'b' });
        await Guest.create({ address: 'b' });
        assert.equal(await Guest.countDocuments(), 2);
      });

      it('a missing value once, when the index is neither sparse nor partial', async () => {
        await Guest.collection.insertOne({ number: 1 } as never);
        assert.deepEqual((await failure(Guest.collection.insertOne({ number: 2 } as never))).keyValue, {
          address: null,
        });
      });
    });

    describe('notices that a document changed in the meantime', () => {
      it('by its version', async () => {
        await Guest.create({ address: 'a', number: 1 });
        const [first, second] = [await Guest.findOne().orFail(), await Guest.findOne().orFail()];
        first.number = 2;
        await first.save();
        second.number = 3;
        assert.equal((await failure(second.save())).name, 'VersionError');
        assert.equal((await Guest.findOne())?.number, 2);
      });
    });

    describe('writes many at once', () => {
      it('up to the first that fails', async () => {
        const error = await failure(
          Guest.collection.insertMany([{ address: 'a' }, { address: 'a' }, { address: 'b' }] as never),
        );
        assert.equal(error.name, 'MongoBulkWriteError');
        assert.equal(error.code, 11000);
        assert.equal(await Guest.countDocuments(), 1);
      });

      it('or all that do not fail', async () => {
        const documents = [{ address: 'a' }, { address: 'a' }, { address: 'b' }];
        const error = await failure(Guest.insertMany(documents, { ordered: false }));
        assert.equal((error.writeErrors as { index: number }[])[0]?.index, 1);
        assert.equal(await Guest.countDocuments(), 2);
      });

      it('of different kinds', async () => {
        await Guest.insertMany([{ address: 'a' }, { address: 'b' }, { address: 'c' }]);
        const result = await Guest.bulkWrite([
          { insertOne: { document: { address: 'd' } } },
          { updateOne: { filter: { address: 'a' }, update: { $set: { number: 1 } } } },
          { updateMany: { filter: {}, update: { $set: { state: 's' } } } },
          { replaceOne: { filter: { address: 'b' }, replacement: { address: 'bb' } } },
          { deleteOne: { filter: { address: 'c' } } },
          { updateOne: { filter: { address: 'e' }, update: { $set: { number: 2 } }, upsert: true } },
        ] as never);
        assert.deepEqual(
          [result.insertedCount, result.matchedCount, result.modifiedCount, result.deletedCount, result.upsertedCount],
          [1, 6, 6, 1, 1],
        );
        assert.deepEqual((await Guest.distinct('address')).sort(), ['a', 'bb', 'd', 'e']);
      });
    });

    describe('removes', () => {
      it('one, or all that fulfil a filter', async () => {
        await Guest.insertMany([
          { address: 'a', state: 's' },
          { address: 'b', state: 's' },
          { address: 'c', state: 's' },
        ]);
        assert.equal((await Guest.deleteOne({ state: 's' })).deletedCount, 1);
        assert.equal((await Guest.deleteMany({ state: 's' })).deletedCount, 2);
        assert.equal(await Guest.countDocuments(), 0);
      });
    });

    describe('aggregates', () => {
      beforeEach(async () => {
        await Guest.insertMany([
          { address: 'a', state: 'open', number: 1, tags: ['x', 'y'] },
          { address: 'b', state: 'open', number: 2, tags: ['x'] },
          { address: 'c', state: 'shut', number: 3 },
        ]);
        await Invite.create([
          { account: 'a', person: '1' },
          { account: 'a', person: '2' },
        ]);
      });

      it('groups', async () => {
        const groups = await Guest.aggregate([
          { $match: { number: { $gte: 1 } } },
          {
            $group: {
              _id: '$state',
              sum: { $sum: '$number' },
              all: { $push: '$address' },
              count: { $sum: 1 },
              most: { $max: '$number' },
            },
          },
          { $sort: { _id: 1 } },
        ]);
        assert.deepEqual(groups, [
          { _id: 'open', sum: 3, all: ['a', 'b'], count: 2, most: 2 },
          { _id: 'shut', sum: 3, all: ['c'], count: 1, most: 3 },
        ]);
      });

      it('groups by ids and dates by their value', async () => {
        const id = new Types.ObjectId();
        await Guest.collection.deleteMany({});
        await Guest.collection.insertMany([
          { address: 'a', details: id, since: new Date(5) },
          { address: 'b', details: new Types.ObjectId(id.toHexString()), since: new Date(5) },
        ] as never);
        const [group, ...others] = await Guest.aggregate([
          { $group: { _id: { id: '$details', since: '$since' }, count: { $sum: 1 } } },
        ]);
        assert.equal(others.length, 0);
        assert.equal(group.count, 2);
        assert.equal(String(group._id.id), String(id));
      });

      it('takes arrays apart, counts, and runs several pipelines', async () => {
        const [result] = await Guest.aggregate([
          { $facet: { tags: [{ $unwind: '$tags' }, { $sortByCount: '$tags' }], total: [{ $count: 'count' }] } },
        ]);
        assert.deepEqual(result, {
          tags: [
            { _id: 'x', count: 2 },
            { _id: 'y', count: 1 },
          ],
          total: [{ count: 3 }],
        });
      });

      it('joins', async () => {
        const joined = await Guest.aggregate([
          { $lookup: { from: 'storetest_invites', localField: 'address', foreignField: 'account', as: 'invites' } },
          { $project: { _id: 0, address: 1, invites: { $size: '$invites' } } },
          { $sort: { address: 1 } },
        ]);
        assert.deepEqual(joined, [
          { address: 'a', invites: 2 },
          { address: 'b', invites: 0 },
          { address: 'c', invites: 0 },
        ]);
      });

      it('joins by a condition of its own', async () => {
        const joined = await Guest.aggregate([
          {
            $lookup: {
              from: 'storetest_invites',
              let: { wanted: '$address' },
              pipeline: [
                { $match: { $expr: { $eq: ['$account', '$$wanted'] }, person: { $ne: '1' } } },
                { $project: { _id: 0, person: 1 } },
              ],
              as: 'invites',
            },
          },
          { $match: { 'invites.0': { $exists: true } } },
        ]);
        assert.deepEqual(
          joined.map(({ address, invites }) => ({ address, invites })),
          [{ address: 'a', invites: [{ person: '2' }] }],
        );
      });

      it('adds decimals exactly', async () => {
        await Guest.collection.deleteMany({});
        await Guest.insertMany(['0.10', '0.20', '12.50'].map((amount, i) => ({ address: String(i), amount })));
        const [{ sum }] = await Guest.aggregate([{ $group: { _id: null, sum: { $sum: '$amount' } } }]);
        assert.equal(sum.toString(), '12.80');
      });

      it('pages of sorted documents', async () => {
        const page = await Guest.aggregate([
          { $sort: { number: -1 } },
          { $skip: 1 },
          { $limit: 1 },
          { $project: { address: 1, _id: 0 } },
        ]);
        assert.deepEqual(page, [{ address: 'b' }]);
      });
    });

    describe('manages indexes and collections', () => {
      const names = async () => (await Guest.collection.listIndexes().toArray()).map(({ name }) => name).sort();

      it('that the models declare', async () => {
        assert.deepEqual(await names(), ['_id_', 'address_1', 'state_1_since_-1', 'tags_1']);
        const invites = await Invite.collection.indexes();
        const partial = invites.find(({ name }) => name === 'account_1_person_1');
        assert.deepEqual(partial?.partialFilterExpression, { state: 'pending' });
        assert.equal(partial?.unique, true);
      });

      it('made and dropped later', async () => {
        assert.equal(await Guest.collection.createIndex({ note: 1 }), 'note_1');
        assert.equal(await Guest.collection.createIndex({ note: 1 }), 'note_1');
        assert.ok((await names()).includes('note_1'));
        await Guest.collection.dropIndex('note_1');
        assert.ok(!(await names()).includes('note_1'));
        assert.equal((await failure(Guest.collection.dropIndex('note_1'))).code, 27);
      });

      it('and makes no unique index of documents that are not', async () => {
        await Guest.insertMany([
          { address: 'a', note: 'n' },
          { address: 'b', note: 'n' },
        ]);
        assert.equal((await failure(Guest.collection.createIndex({ note: 1 }, { unique: true }))).code, 11000);
        assert.ok(!(await names()).includes('note_1'));
      });

      it('and drops a collection', async () => {
        const database = mongoose.connection.db;
        assert.ok(database);
        await database.collection('storetest_more').insertOne({ a: 1 });
        const listed = async () => (await mongoose.connection.listCollections()).map(({ name }) => name);
        assert.ok((await listed()).includes('storetest_more'));
        await database.collection('storetest_more').drop();
        assert.ok(!(await listed()).includes('storetest_more'));
      });
    });

    describe('uses indexes', () => {
      beforeEach(() =>
        Guest.insertMany(
          Array.from({ length: 100 }, (_, i) => ({
            address: `a${i}`,
            state: i % 2 ? 'odd' : 'even',
            since: new Date(i),
            tags: [`t${i % 10}`],
          })),
        ),
      );
      /** The indexes that a search reads, by name. */
      const indexesOf = async (query: { explain(): unknown }) => {
        const { queryPlanner } = (await query.explain()) as { queryPlanner: { winningPlan: object } };
        const names = JSON.stringify(queryPlanner.winningPlan).matchAll(/"indexName":"([^"]+)"/g);
        return [...names].map(([, name]) => name);
      };

      it('for one value and for several', async () => {
        for (const [query, index] of [
          [Guest.find({ address: 'a5' }), 'address_1'],
          [Guest.find({ tags: 't5' }), 'tags_1'],
        ] as const) {
          // Once it has counted them, a server rather reads so few documents all; an index that it has, it uses when told.
          assert.deepEqual(await indexesOf(server ? query.hint(index) : query), [index]);
        }
      });

      it('and none when there is none', async () => {
        const indexes = await indexesOf(Guest.find({ note: 'x' }));
        // Before it has counted them, a server may read all documents in the order of their ids.
        assert.deepEqual(server ? indexes.filter((name) => name !== '_id_') : indexes, []);
      });
    });
  });
}

describe('The built-in engine and MongoDB, given the same', () => {
  if (!process.env.MONGODB_URI) return;
  const seed = 20_251;
  const size = 60;
  let store: TestStore;
  let server: mongoose.Connection;
  let random: RandomDocuments;
  const { EJSON } = mongoose.mongo.BSON;
  const both = async <T>(action: (collection: mongoose.mongo.Collection<{ _id: number }>) => Promise<T>) => {
    const outcomes = [];
    for (const { db } of [mongoose.connection, server]) {
      assert.ok(db);
      outcomes.push(
        await action(db.collection('random')).then(
          (result) => ({ result }),
          (error: Error) => ({ failed: error.name }),
        ),
      );
    }
    return outcomes;
  };

  before(async () => {
    store = await openTestStore('');
    const address = new URL(process.env.MONGODB_URI ?? '');
    address.pathname = `/usher-random-${process.pid}`;
    server = await mongoose.createConnection(address.href).asPromise();
    random = new RandomDocuments(seed);
    const documents = Array.from({ length: size }, (_, id) => mongoose.mongo.BSON.serialize(random.document(id)));
    await both((collection) =>
      collection.insertMany(
        documents.map((bson) => mongoose.mongo.BSON.deserialize(bson, { promoteLongs: false })) as never,
      ),
    );
    // With indexes here and without them there, a filter that an index answers wrongly shows.
    for (const key of [{ a: 1 }, { 'a.x': -1 }, { b: 1, _id: -1 }, { c: -1, _id: 1 }, { n: 1, _id: 1 }] as const) {
      await mongoose.connection.db?.collection('random').createIndex(key as never);
    }
  });
  after(async () => {
    await server.dropDatabase();
    await server.close();
    await store.close();
  });

  it('find the same in the same order', async () => {
    for (let i = 0; i < 400; i++) {
      const filter = random.filter();
      const sort = random.sort();
      const [ours, theirs] = await both(async (collection) =>
        (
          await collection
            .find(filter as never)
            .sort(sort)
            .toArray()
        ).map(({ _id }) => _id),
      );
      assert.deepEqual(ours, theirs, `filter ${EJSON.stringify(filter)}, sort ${JSON.stringify(sort)}`);
    }
  });

  it('change the same in the same way', async () => {
    for (let i = 0; i < 300; i++) {
      const _id = random.below(size);
      const update = random.update();
      const [ours, theirs] = await both(async (collection) => {
        const { modifiedCount } = await collection.updateOne({ _id }, update);
        return { modifiedCount, document: await collection.findOne({ _id }) };
      });
      assert.deepEqual(ours, theirs, `_id ${_id}, update ${EJSON.stringify(update)}`);
    }
  });
});
