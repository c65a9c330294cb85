import { randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { AuditEntry, type AuditFacts } from '../models/auditEntry.ts';
import { type AuditKey, auditKeys } from './auditChain/auditKeys.ts';
import { entryHash } from './auditChain/entryHash.ts';
import { type Head, headOf } from './auditChain/headOf.ts';
import { unchainedEntries } from './auditChain/unchainedEntries.ts';
import { writeHead } from './auditChain/writeHead.ts';
import type { House } from './house.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { now } from './now.ts';

interface Waiting {
  id: string;
  facts: AuditFacts;
  done(): void;
  failed(fault: unknown): void;
}

/** What one process appends, one batch after another. */
interface Line {
  keys: [AuditKey, ...AuditKey[]];
  waiting: Waiting[];
  going: boolean;
  /** The last entry that this process knows of. */
  head?: Head;
}

/** Entries that are chained and written at once, at most. */
const atOnce = 200;
/** Id of the first link where there were entries before. */
const chainBegun = 'chain';
/** After so many times that somebody else was first, something is wrong. */
const mostAttempts = 200;

const lines = new WeakMap<House, Line>();

/**
 * Appends to the audit log; an entry that is there already is never touched. Resolves once it is written.
 *
 * Each entry follows the one before by number and hash. Within a process they go one batch after another; between
 * processes the unique index on the number tells who was first, and who was not chains anew.
 *
 * @param id of the entry: the same again makes no second one.
 */
export function appendAudit(house: House, id: string, facts: AuditFacts): Promise<void> {
  let line = lines.get(house);
  if (!line) {
    line = { keys: auditKeys(house), waiting: [], going: false };
    lines.set(house, line);
  }
  const { waiting } = line;
  const appended = new Promise<void>((done, failed) => waiting.push({ id, facts, done, failed }));
  if (!line.going) void go(house, line);
  return appended;
}

async function go(house: House, line: Line): Promise<void> {
  line.going = true;
  while (line.waiting.length > 0) {
    const batch = line.waiting.splice(0, atOnce);
    try {
      await appendBatch(house, line, new Map(batch.map(({ id, facts }) => [id, facts])));
      for (const { done } of batch) done();
    } catch (fault) {
      // What was written is found written when it is tried again.
      for (const { failed } of batch) failed(fault);
    }
  }
  line.going = false;
}

async function appendBatch(house: House, line: Line, facts: Map<string, AuditFacts>): Promise<void> {
  const [key] = line.keys;
  for (let attempt = 0; facts.size > 0; attempt++) {
    line.head ??= await findHead(house, line);
    const entries = chained(key, line.head, facts);
    const last = entries.at(-1) as AuditEntry & Head;
    try {
      // In order, and none after one that fails: what was written stands, whole or the beginning of it.
      await AuditEntry.insertMany(entries, { ordered: true });
      line.head = { seq: last.seq, hash: last.hash };
      await writeHead(key, line.head);
      house.appended?.(line.head);
      return;
    } catch (fault) {
      if (!isDuplicateKey(fault) || attempt >= mostAttempts) throw fault;
    }
    // Somebody else has appended meanwhile, or some of these were there before.
    const there = await AuditEntry.find({ _id: { $in: [...facts.keys()] } }, { _id: 1 }).lean();
    for (const { _id } of there) facts.delete(_id);
    if (facts.size > 0) await wait(randomInt(1 + Math.min(attempt, 20)));
    line.head = await findHead(house, line, line.head);
  }
}

/**
 * Finds the entry that the next one follows. Where the end of the chain is gone, the next one follows what was proven to
 * be there: no number is given twice, and the gap is seen for good.
 */
async function findHead(house: House, line: Line, known: Head = { seq: 0, hash: '' }): Promise<Head> {
  const { tail, proven, forged } = await headOf(line.keys);
  const furthest = [proven, tail].reduce<Head>((far, one) => (one && one.seq > far.seq ? one : far), known);
  if (forged || furthest.seq > (tail?.seq ?? 0)) {
    house.log.error({ found: tail?.seq ?? 0, expected: furthest.seq, forged }, 'the audit log was tampered with');
  }
  return furthest.seq > 0 ? furthest : begin(house, line);
}

/** Begins the chain; entries from before are bound into its first link as they are. @returns what the next one follows. */
async function begin(house: House, line: Line): Promise<Head> {
  const [key] = line.keys;
  const nothing: Head = { seq: 0, hash: '' };
  await writeHead(key, nothing);
  const { entries, digest } = await unchainedEntries();
  if (entries === 0) return nothing;
  const facts: AuditFacts = {
    at: now(),
    action: 'auditChainBegun',
    who: 'usher',
    channel: 'usher',
    details: { entries, digest },
  };
  const first = chained(key, nothing, new Map([[chainBegun, facts]]));
  try {
    await AuditEntry.insertMany(first);
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
    // Another process was first.
    return findHead(house, line);
  }
  const [{ seq, hash }] = first as [AuditEntry & Head];
  await writeHead(key, { seq, hash });
  return { seq, hash };
}

/** @returns the entries with their links, each following the one before. */
function chained(key: AuditKey, head: Head, facts: ReadonlyMap<string, AuditFacts>): AuditEntry[] {
  let { seq, hash } = head;
  return [...facts].map(([_id, what]) => {
    seq += 1;
    const entry: AuditEntry = { _id, ...storable(what), seq, previous: hash, key: key.id };
    hash = entryHash(key, entry);
    return { ...entry, hash };
  });
}

/** @returns the facts as every engine keeps them: plain JSON but for the time, no half of a character. */
function storable({ at, ...facts }: AuditFacts): AuditFacts {
  const plain = JSON.parse(JSON.stringify(facts), (_name, part: unknown) =>
    typeof part === 'string' ? part.replace(/\p{Cs}/gu, '\ufffd') : part,
  ) as Omit<AuditFacts, 'at'>;
  return { at, ...plain };
}
