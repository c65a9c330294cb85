import type { Catalog, CollectionEntry } from './catalog.ts';
import { compareValues } from './compareValues.ts';
import type { Document } from './document.ts';
import { duplicateKeyError } from './duplicateKeyError.ts';
import type { IndexDefinition } from './indexDefinition.ts';
import { type IndexEntries, indexEntries } from './indexEntries.ts';
import { indexPaths } from './indexPaths.ts';
import type { QueryPlan } from './queryPlan.ts';
import { readBson } from './readBson.ts';
import type { RecordFile } from './recordFile.ts';
import { serverError } from './serverError.ts';
import { storeKeys } from './storeKeys.ts';

/** A stored document: its record number and its BSON. */
export interface StoredDocument {
  record: number;
  bson: Buffer;
}

/** What a search has looked at. */
export interface Effort {
  keysExamined: number;
  documentsExamined: number;
}

/** MongoDB's limit for one document. */
const largestDocument = 16 * 1024 * 1024;

/** How many entries a search reads at a time: short searches read few, long ones do not hold a snapshot open. */
const firstBatch = 16;
const largestBatch = 256;

/** The documents of one collection together with their index entries. Changing methods run inside `RecordFile.write`. */
export class DocumentTable {
  readonly #file: RecordFile;
  readonly #catalog: Catalog;
  readonly #databaseName: string;
  readonly name: string;

  constructor(file: RecordFile, catalog: Catalog, databaseName: string, name: string) {
    this.#file = file;
    this.#catalog = catalog;
    this.#databaseName = databaseName;
    this.name = name;
  }

  /** The collection's place in the catalog; undefined before the first write. */
  get entry(): CollectionEntry | undefined {
    return this.#catalog.get(this.name);
  }

  /** The indexes of the collection. */
  get indexes(): readonly IndexDefinition[] {
    return this.entry?.indexes ?? [];
  }

  /** The database's and the collection's name, as messages have it. */
  get namespace(): string {
    return `${this.#databaseName}.${this.name}`;
  }

  /** How many documents there are. */
  count(): number {
    const { entry } = this;
    return entry ? this.#file.count(storeKeys.documents(entry.id), storeKeys.documents(entry.id + 1)) : 0;
  }

  /**
   * The documents that a plan leads to, each once; those that no longer exist when their turn comes are left out.
   * Changes made while it runs may or may not be seen, as with a cursor of MongoDB.
   */
  *find(plan: QueryPlan, effort: Effort): Generator<StoredDocument> {
    const { entry } = this;
    if (!entry) return;
    if (plan.kind === 'collection') {
      const range = { start: storeKeys.documents(entry.id), end: storeKeys.documents(entry.id + 1) };
      for (const { key, value } of this.#read(range.start, range.end, false)) {
        effort.documentsExamined++;
        yield { record: key.readUIntBE(5, 6), bson: value };
      }
      return;
    }
    const seen = plan.kind === 'union' || plan.index.multikey ? new Set<number>() : undefined;
    for (const record of this.#records(plan, effort)) {
      if (seen?.has(record)) continue;
      seen?.add(record);
      const bson = this.get(entry, record);
      if (!bson) continue;
      effort.documentsExamined++;
      yield { record, bson };
    }
  }

  /** The BSON of one document. */
  get(entry: CollectionEntry, record: number): Buffer | undefined {
    return this.#file.get(storeKeys.document(entry.id, record));
  }

  *#records(plan: QueryPlan, effort: Effort): Generator<number> {
    if (plan.kind === 'collection') return;
    if (plan.kind === 'union') {
      for (const branch of plan.plans) yield* this.#records(branch, effort);
      return;
    }
    const ranges = plan.reverse ? [...plan.ranges].reverse() : plan.ranges;
    for (const { start, end } of ranges) {
      if (plan.exact) {
        effort.keysExamined++;
        const value = this.#file.get(start);
        if (value) yield value.readUIntBE(0, 6);
        continue;
      }
      for (const { value } of this.#read(start, end, plan.reverse)) {
        effort.keysExamined++;
        yield value.readUIntBE(0, 6);
      }
    }
  }

  /** Reads in batches and takes up again after the last key, so that nothing stays open between two of them. */
  *#read(start: Buffer, end: Buffer, reverse: boolean): Generator<{ key: Buffer; value: Buffer }> {
    let from = start;
    let to = end;
    for (let size = firstBatch; ; size = Math.min(size * 4, largestBatch)) {
      const batch = this.#file.entries(from, to, reverse, size);
      yield* batch;
      const last = batch[batch.length - 1];
      if (!last || batch.length < size) return;
      if (reverse) to = last.key;
      else from = Buffer.concat([last.key, Buffer.from([0])]);
    }
  }

  /**
   * Stores a new document.
   * @throws MongoServerError 11000 when a unique index has its key already
   */
  insert(document: Document, bson: Buffer): void {
    const entry = this.#catalog.getOrCreate(this.name);
    checkSize(bson);
    const record = entry.nextRecord;
    const changes = entry.indexes.map((index) => this.#change(index, undefined, document, record));
    entry.nextRecord++;
    this.#file.put(storeKeys.document(entry.id, record), bson);
    this.#apply(entry, changes, record);
  }

  /**
   * Replaces a document by another one with the same `_id`.
   * @throws MongoServerError 11000 when a unique index has its key already; nothing is changed then
   */
  replace(record: number, before: Document, after: Document, bson: Buffer): void {
    const entry = this.#catalog.getOrCreate(this.name);
    checkSize(bson);
    const changes = entry.indexes.map((index) => this.#change(index, before, after, record));
    this.#file.put(storeKeys.document(entry.id, record), bson);
    this.#apply(entry, changes, record);
  }

  /** Removes a document. */
  remove(record: number, document: Document): void {
    const entry = this.#catalog.getOrCreate(this.name);
    const changes = entry.indexes.map((index) => this.#change(index, document, undefined, record));
    this.#file.remove(storeKeys.document(entry.id, record));
    this.#apply(entry, changes, record);
  }

  /**
   * Fills a new index from the documents there are.
   * @throws MongoServerError 11000 when they break its uniqueness; nothing is changed then
   */
  addIndex(index: IndexDefinition): void {
    const entry = this.#catalog.getOrCreate(this.name);
    const taken = new Set<string>();
    const all: { change: IndexChange; record: number }[] = [];
    for (const { record, bson } of this.find({ kind: 'collection' }, { keysExamined: 0, documentsExamined: 0 })) {
      const change = this.#change(index, undefined, readBson(bson), record);
      if (index.unique) {
        change.added.keys.forEach((key, i) => {
          const text = key.toString('latin1');
          if (taken.has(text)) throw duplicateKeyError(this.namespace, index, change.added.values[i] as unknown[]);
          taken.add(text);
        });
      }
      all.push({ change, record });
    }
    entry.indexes.push(index);
    for (const { change, record } of all) this.#apply(entry, [change], record);
    this.#catalog.save(entry);
  }

  /** Removes an index and its entries. */
  removeIndex(index: IndexDefinition): void {
    const entry = this.#catalog.getOrCreate(this.name);
    entry.indexes = entry.indexes.filter((other) => other !== index);
    this.#removeAll(storeKeys.index(index.id), storeKeys.index(index.id + 1));
    this.#catalog.save(entry);
  }

  /** Removes all documents, and the collection itself unless it is to stay with its indexes. */
  drop(keep = false): void {
    const { entry } = this;
    if (!entry) return;
    this.#removeAll(storeKeys.documents(entry.id), storeKeys.documents(entry.id + 1));
    for (const { id } of entry.indexes) this.#removeAll(storeKeys.index(id), storeKeys.index(id + 1));
    if (!keep) this.#catalog.remove(this.name);
  }

  #removeAll(start: Buffer, end: Buffer): void {
    for (const { key } of this.#read(start, end, false)) this.#file.remove(key);
  }

  /** What has to change in an index, without changing anything yet. */
  #change(
    index: IndexDefinition,
    before: Document | undefined,
    after: Document | undefined,
    record: number,
  ): IndexChange {
    if (before && after && isUntouched(index, before, after)) return { index, removed: [], added: none };
    const removed = before ? indexEntries(index, before) : none;
    const added = after ? indexEntries(index, after) : none;
    if (added.keys.length === 0 && removed.keys.length === 0) return { index, removed: [], added };
    const change: IndexChange = { index, removed: [], added: { ...added, keys: [], values: [] } };
    change.removed = removed.keys.filter((key) => !added.keys.some((other) => other.equals(key)));
    for (const [i, key] of added.keys.entries()) {
      if (removed.keys.some((other) => other.equals(key))) continue;
      if (index.unique && this.#file.get(this.#key(index, key, record))) {
        throw duplicateKeyError(this.namespace, index, added.values[i] as unknown[]);
      }
      change.added.keys.push(key);
      change.added.values.push(added.values[i] as unknown[]);
    }
    return change;
  }

  #apply(entry: CollectionEntry, changes: IndexChange[], record: number): void {
    const value = recordValue(record);
    for (const { index, removed, added } of changes) {
      for (const key of removed) this.#file.remove(this.#key(index, key, record));
      for (const key of added.keys) this.#file.put(this.#key(index, key, record), value);
      if ((added.multikey && !index.multikey) || (added.longKeys && !index.longKeys)) {
        if (added.multikey) index.multikey = true;
        if (added.longKeys) index.longKeys = true;
        this.#catalog.save(entry);
      }
    }
  }

  #key(index: IndexDefinition, key: Buffer, record: number): Buffer {
    return storeKeys.entry(index.id, key, index.unique ? undefined : record);
  }
}

interface IndexChange {
  index: IndexDefinition;
  removed: Buffer[];
  added: IndexEntries;
}

const none: IndexEntries = { keys: [], values: [], multikey: false, longKeys: false };

/** Whether a change surely leaves a document's entries in an index as they are. */
function isUntouched(index: IndexDefinition, before: Document, after: Document): boolean {
  const { roots, filtered } = indexPaths(index);
  if (!roots) return false;
  return roots.every(
    (root) =>
      before[root] === after[root] ||
      // A filter may also ask for a value's type, which equal values need not share.
      (!filtered.includes(root) && compareValues(before[root], after[root]) === 0),
  );
}

function recordValue(record: number): Buffer {
  const value = Buffer.allocUnsafe(6);
  value.writeUIntBE(record, 0, 6);
  return value;
}

function checkSize(bson: Buffer): void {
  if (bson.length > largestDocument) {
    throw serverError(
      'BSONObjectTooLarge',
      `BSONObj size: ${bson.length} is above the limit of ${largestDocument} bytes`,
    );
  }
}
