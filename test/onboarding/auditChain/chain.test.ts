import assert from 'node:assert/strict';
import { AuditEntry, type AuditFacts } from '../../../models/auditEntry.ts';
import { AuditHead } from '../../../models/auditHead.ts';
import { appendAudit } from '../../../onboarding/appendAudit.ts';
import { auditKeys } from '../../../onboarding/auditChain/auditKeys.ts';
import { entryHash } from '../../../onboarding/auditChain/entryHash.ts';
import { headProof } from '../../../onboarding/auditChain/headProof.ts';
import { type AuditVerdict, verifyAudit } from '../../../onboarding/auditChain/verifyAudit.ts';
import { writeHead } from '../../../onboarding/auditChain/writeHead.ts';
import { openTestStore, type TestStore } from '../../models/testStore.ts';
import { makeHouse, type TestHouse } from '../house.ts';

const facts = (changes: Partial<AuditFacts> = {}): AuditFacts => ({
  at: new Date('2026-11-23T10:00:00.123Z'),
  action: 'rolesGranted',
  who: 'marco.ferri@contoso.com',
  forWhom: 'maria.rossi@contoso.com',
  channel: 'mail',
  purchasingAccount: '5a11e0000000000000000021',
  details: { roles: ['reportViewer'], nested: { b: 1, a: [null, 'è'] } },
  ...changes,
});

describe('the audit log’s chain', () => {
  let store: TestStore;
  let house: TestHouse;
  before(async () => {
    store = await openTestStore();
  });
  after(() => store.close());
  beforeEach(async () => {
    await store.clear();
    house = makeHouse();
  });

  const collection = () => AuditEntry.collection;
  const append = async (...ids: string[]) => {
    for (const id of ids) await appendAudit(house, id, facts({ details: { id } }));
  };
  const verify = (noted?: { seq: number; hash: string }) => verifyAudit(house, noted);
  async function brokenAt(noted?: { seq: number; hash: string }) {
    const verdict = await verify(noted);
    assert.equal(verdict.outcome, 'broken');
    const { entry, ...broken } = (verdict as Extract<AuditVerdict, { outcome: 'broken' }>).broken;
    return broken;
  }
  /** Somebody writes to the store past Usher. */
  const tamper = (seq: number, change: object) => collection().updateOne({ seq }, change);

  it('numbers what is appended, and holds', async () => {
    await append('a', 'b', 'c');
    const entries = await AuditEntry.find().sort({ seq: 1 }).lean();
    assert.deepEqual(
      entries.map(({ _id, seq }) => [_id, seq]),
      [
        ['a', 1],
        ['b', 2],
        ['c', 3],
      ],
    );
    assert.deepEqual(await verify(), {
      outcome: 'intact',
      entries: 3,
      unchained: 0,
      head: { seq: 3, hash: entries[2]?.hash },
    });
  });

  it('holds where there is nothing yet', async () => {
    assert.deepEqual(await verify(), { outcome: 'intact', entries: 0, unchained: 0, head: { seq: 0, hash: '' } });
  });

  it('holds for every kind of facts', async () => {
    const odd: Partial<AuditFacts>[] = [
      { details: {} },
      { details: undefined, forWhom: undefined, purchasingAccount: undefined },
      { details: { empty: {}, none: null, list: [], zero: -0, big: 2 ** 40, real: 0.1, date: new Date() } },
      { details: { è: '\u202e', half: '\ud800', quote: '"\\', __proto__x: 1, 10: 'a', 9: 'b', gone: undefined } },
      { who: `${'x'.repeat(5_000)}@contoso.com` },
    ];
    for (const [index, changes] of odd.entries()) await appendAudit(house, `odd ${index}`, facts(changes));
    assert.equal((await verify()).outcome, 'intact');
    assert.equal(await AuditEntry.countDocuments(), odd.length);
  });

  it('has the same entry once, however often and by whomever it is appended', async () => {
    const other = makeHouse();
    await append('a', 'b');
    await Promise.all([
      append('b', 'c'),
      appendAudit(other, 'a', facts({ who: 'somebody else' })),
      appendAudit(other, 'c', facts({ details: { id: 'c' } })),
      appendAudit(house, 'd', facts()),
      appendAudit(house, 'd', facts()),
    ]);
    assert.equal((await AuditEntry.findById('a').lean())?.who, 'marco.ferri@contoso.com');
    assert.deepEqual(await verify(), { ...(await verify()), outcome: 'intact', entries: 4 });
  });

  it('stays one chain while many processes append', async () => {
    const processes = Array.from({ length: 6 }, () => makeHouse());
    await Promise.all(
      processes.flatMap((one, number) =>
        Array.from({ length: 30 }, (_, index) => appendAudit(one, `${number}-${index}`, facts())),
      ),
    );
    assert.deepEqual({ ...(await verify()), head: 0 }, { outcome: 'intact', entries: 180, unchained: 0, head: 0 });
    assert.ok(processes.every(({ logged }) => logged.length === 0));
  });

  it('goes on where a killed process left it: appended, but how far it reaches not noted', async () => {
    await append('a', 'b');
    const noted = await AuditHead.findById('head').lean();
    await append('c');
    await AuditHead.collection.replaceOne({ _id: 'head' as never }, noted as object);
    assert.equal((await verify()).outcome, 'intact');
    house = makeHouse();
    await append('c', 'd');
    assert.deepEqual({ ...(await verify()), head: 0 }, { outcome: 'intact', entries: 4, unchained: 0, head: 0 });
    assert.equal((await AuditHead.findById('head').lean())?.seq, 4);
  });

  it('holds whatever the order in which a store gives out the parts of an entry', async () => {
    await append('a', 'b');
    await appendAudit(house, 'c', facts());
    for (const entry of await collection().find().toArray()) {
      const details = Object.fromEntries(Object.entries(entry.details as object).reverse());
      const turned = Object.fromEntries(Object.entries({ ...entry, details }).reverse());
      await collection().replaceOne({ _id: entry._id }, turned);
    }
    assert.equal((await verify()).outcome, 'intact');
  });

  it('notes never less than it has noted: who comes late changes nothing', async () => {
    const [key] = auditKeys(house);
    await append('a', 'b', 'c');
    const noted = await AuditHead.findById('head').lean();
    const { hash = '' } = (await AuditEntry.findOne({ seq: 2 }).lean()) ?? {};
    await writeHead(key, { seq: 2, hash });
    assert.deepEqual(await AuditHead.findById('head').lean(), noted);
  });

  describe('tells', () => {
    beforeEach(() => append('a', 'b', 'c', 'd', 'e'));

    for (const [what, change] of Object.entries({
      'who did it': { $set: { who: 'nobody@contoso.com' } },
      when: { $set: { at: new Date('2026-11-23T10:00:00.124Z') } },
      what: { $set: { action: 'rolesRemoved' } },
      'the facts': { $set: { 'details.id': 'x' } },
      'a fact more': { $set: { 'details.more': 1 } },
      'a field more': { $set: { note: 'harmless' } },
      'a field fewer': { $unset: { forWhom: 1 } },
      'the hash': { $set: { hash: 'A'.repeat(43) } },
      'the one before': { $set: { previous: 'A'.repeat(43) } },
    })) {
      it(`that ${what} was changed`, async () => {
        await tamper(3, change);
        assert.deepEqual(await brokenAt(), { why: 'changed', seq: 3 });
      });
    }

    it('that an entry has another id', async () => {
      const { _id, ...rest } = (await collection().findOne({ seq: 3 })) as { _id: unknown };
      await collection().deleteOne({ seq: 3 });
      await collection().insertOne({ ...rest, _id: 'other' } as never);
      assert.deepEqual(await brokenAt(), { why: 'changed', seq: 3 });
    });

    it('that entries were removed', async () => {
      await collection().deleteMany({ seq: { $in: [2, 3] } });
      assert.deepEqual(await brokenAt(), { why: 'missing', seq: 2, upTo: 3 });
    });

    it('that the first ones were removed', async () => {
      await collection().deleteMany({ seq: 1 });
      assert.deepEqual(await brokenAt(), { why: 'missing', seq: 1, upTo: 1 });
    });

    it('that one was removed and the others moved up', async () => {
      await collection().deleteOne({ seq: 2 });
      for (const seq of [3, 4, 5]) await tamper(seq, { $set: { seq: seq - 1 } });
      assert.deepEqual(await brokenAt(), { why: 'changed', seq: 2 });
    });

    it('that entries changed places', async () => {
      await tamper(2, { $set: { seq: 99 } });
      await tamper(3, { $set: { seq: 2 } });
      await tamper(99, { $set: { seq: 3 } });
      assert.deepEqual(await brokenAt(), { why: 'changed', seq: 2 });
    });

    it('that one was put in, with numbers between, without any, and beside', async () => {
      const made = { ...facts(), key: auditKeys(house)[0].id, previous: '', hash: 'x' };
      await collection().insertOne({ ...made, _id: 'between', seq: 2.5 } as never);
      assert.deepEqual(await brokenAt(), { why: 'changed', seq: 2.5 });
      await collection().deleteOne({ seq: 2.5 });
      await collection().insertOne({ ...made, _id: 'text', seq: '3' } as never);
      assert.equal((await verify()).outcome, 'broken');
      await collection().deleteOne({ seq: '3' } as never);
      await collection().insertOne({ ...facts(), _id: 'beside' } as never);
      assert.deepEqual(await brokenAt(), { why: 'addedOutside' });
      await collection().deleteOne({ _id: 'beside' as never });
      assert.equal((await verify()).outcome, 'intact');
    });

    it('that one was put in at the end, chained by whoever does not have the secret', async () => {
      const stranger = makeHouse({ linkSecret: 'another secret that is long enough as well' });
      const last = (await AuditEntry.findOne({ seq: 5 }).lean()) as AuditEntry;
      const [own] = auditKeys(stranger);
      for (const key of [own, { ...own, id: auditKeys(house)[0].id }]) {
        const entry = { _id: 'forged', ...facts(), seq: 6, previous: last.hash as string, key: key.id };
        await collection().insertOne({ ...entry, hash: entryHash(key, entry) } as never);
        assert.deepEqual(await brokenAt(), { why: key === own ? 'unknownSecret' : 'changed', seq: 6 });
        await collection().deleteOne({ seq: 6 });
      }
    });

    it('that the tail was cut off, also after more was appended', async () => {
      await collection().deleteMany({ seq: { $gt: 3 } });
      assert.deepEqual(await brokenAt(), { why: 'tailMissing', seq: 4, upTo: 5 });
      house = makeHouse();
      await append('f');
      assert.ok(house.logged.some(([level]) => level === 'error'));
      assert.deepEqual(await brokenAt(), { why: 'missing', seq: 4, upTo: 5 });
      const running = makeHouse();
      await appendAudit(running, 'g', facts());
      await collection().deleteMany({ seq: { $gt: 5 } });
      await appendAudit(running, 'h', facts());
      assert.equal((await AuditEntry.findById('h').lean())?.seq, 8);
    });

    it('that an entry of another log with the same secret, a restored one for example, stands in its place', async () => {
      const other = await collection().findOne({ seq: 3 });
      const head = await AuditHead.collection.findOne({});
      await store.clear();
      house = makeHouse();
      await append('v', 'w', 'x', 'y', 'z');
      await AuditHead.collection.replaceOne({}, head as object);
      assert.deepEqual(await brokenAt(), { why: 'headForged', seq: 5 });
      await collection().deleteOne({ seq: 3 });
      await collection().insertOne(other as never);
      assert.deepEqual(await brokenAt(), { why: 'otherBefore', seq: 3 });
    });

    it('that everything was removed', async () => {
      await collection().deleteMany({});
      assert.deepEqual(await brokenAt(), { why: 'tailMissing', seq: 1, upTo: 5 });
    });

    it('that it is not known any more how far it reached, or made up', async () => {
      const head = (await AuditHead.findById('head').lean()) as AuditHead;
      await AuditHead.collection.deleteMany({});
      assert.deepEqual(await brokenAt(), { why: 'headGone', seq: 5 });
      const three = (await AuditEntry.findOne({ seq: 3 }).lean()) as AuditEntry;
      const forged = { ...head, seq: 3, hash: three.hash as string };
      await AuditHead.collection.insertOne(forged as never);
      await collection().deleteMany({ seq: { $gt: 3 } });
      assert.deepEqual(await brokenAt(), { why: 'headForged' });
      house = makeHouse();
      await append('f');
      assert.deepEqual(
        house.logged.map(([level, , said]) => [level, said]),
        [['error', 'the audit log was tampered with']],
      );
    });

    it('by a noted head what nothing in the store could tell: a tail cut off with an older proof put back', async () => {
      const noted = { seq: 5, hash: (await AuditEntry.findOne({ seq: 5 }).lean())?.hash as string };
      const older = (await AuditEntry.findOne({ seq: 3 }).lean()) as AuditEntry;
      await collection().deleteMany({ seq: { $gt: 3 } });
      const [key] = auditKeys(house);
      const proof = headProof(key, { seq: 3, hash: older.hash as string });
      await AuditHead.collection.updateOne({}, { $set: { seq: 3, hash: older.hash, proof } });
      assert.equal((await verify()).outcome, 'intact');
      assert.deepEqual(await brokenAt(noted), { why: 'tailMissing', seq: 4, upTo: 5 });
      house = makeHouse();
      await append('x', 'y', 'z');
      assert.deepEqual(await brokenAt(noted), { why: 'otherThanNoted', seq: 5 });
    });
  });

  describe('where entries were there before it', () => {
    beforeEach(async () => {
      for (const _id of ['old 2', 'old 1', 'old 3']) await collection().insertOne({ ...facts(), _id } as never);
    });

    it('says that nothing vouches for them yet', async () => {
      assert.deepEqual(await verify(), { outcome: 'intact', entries: 0, unchained: 3, head: { seq: 0, hash: '' } });
    });

    it('binds them in as they are, and then tells what becomes of them', async () => {
      await Promise.all([appendAudit(house, 'new', facts()), appendAudit(makeHouse(), 'newer', facts())]);
      const first = await AuditEntry.findOne({ seq: 1 }).lean();
      assert.equal(first?.action, 'auditChainBegun');
      assert.equal(first?.details?.entries, 3);
      assert.deepEqual({ ...(await verify()), head: 0 }, { outcome: 'intact', entries: 3, unchained: 3, head: 0 });
      await collection().updateOne({ _id: 'old 2' as never }, { $set: { who: 'x' } });
      assert.deepEqual(await brokenAt(), { why: 'earlierChanged', entries: 3, expected: 3 });
      await collection().deleteOne({ _id: 'old 2' as never });
      assert.deepEqual(await brokenAt(), { why: 'earlierChanged', entries: 2, expected: 3 });
    });

    it('appends none of them again', async () => {
      await append('old 1', 'old 2', 'new');
      assert.deepEqual({ ...(await verify()), head: 0 }, { outcome: 'intact', entries: 2, unchained: 3, head: 0 });
    });
  });

  it('goes on with a new secret as long as the old one is known', async () => {
    await append('a', 'b');
    const newer = 'a newer secret, for the audit log alone';
    house = makeHouse({ auditSecrets: [newer] });
    await append('c');
    assert.equal((await verify()).outcome, 'intact');
    const moved = makeHouse({ linkSecret: newer, auditSecrets: [] });
    assert.deepEqual((await verifyAudit(moved)).outcome, 'broken');
    const both = makeHouse({
      linkSecret: 'yet another one, since links were to die',
      auditSecrets: [newer, house.linkSecret],
    });
    assert.equal((await verifyAudit(both)).outcome, 'intact');
  });

  it('with a secret of its own does not need that of the links', async () => {
    const auditSecrets = ['a newer secret, for the audit log alone'];
    house = makeHouse({ auditSecrets });
    await append('a', 'b');
    const linksDied = makeHouse({ auditSecrets, linkSecret: 'yet another one, since links were to die' });
    assert.equal((await verifyAudit(linksDied)).outcome, 'intact');
  });
});
