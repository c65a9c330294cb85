import mongoose from 'mongoose';
import { BSON } from './bson.ts';
import { type BulkOperation, runBulk } from './bulkWrite.ts';
import { declareIndex, describeIndex, readKey } from './declareIndex.ts';
import { distinctValues } from './distinctValues.ts';
import type { Document } from './document.ts';
import type { DocumentTable } from './documentTable.ts';
import type { EmbeddedDatabase } from './embeddedDatabase.ts';
import { explainSearch } from './explainSearch.ts';
import { FindCursor, type FindOptions } from './findCursor.ts';
import { plainValue } from './plainValue.ts';
import { readSort } from './readSort.ts';
import { readUpdate, type UpdateOptions } from './readUpdate.ts';
import { refuseOptions } from './refuseOptions.ts';
import { ResultCursor } from './resultCursor.ts';
import { runAggregate } from './runAggregate.ts';
import { search } from './search.ts';
import { serverError } from './serverError.ts';
import { prepareDelete, prepareInsert, prepareUpdate, projected, type UpdateOutcome } from './writeCommands.ts';

type FindAndModifyOptions = UpdateOptions & {
  projection?: unknown;
  returnDocument?: 'before' | 'after';
  includeResultMetadata?: boolean;
};

/**
 * One collection with the methods of the MongoDB driver's `Collection`, as mongoose calls them. Promises of writes are
 * fulfilled when the change is on the disk. What is missing here throws a MongoServerError that says so.
 */
export class EmbeddedCollection {
  readonly #database: EmbeddedDatabase;
  readonly collectionName: string;

  constructor(database: EmbeddedDatabase, name: string) {
    this.#database = database;
    this.collectionName = name;
  }

  get #table(): DocumentTable {
    return this.#database.table(this.collectionName);
  }

  get namespace(): string {
    return `${this.#database.name}.${this.collectionName}`;
  }

  get dbName(): string {
    return this.#database.name;
  }

  #now = () => this.#database.now();

  // Reading

  find(filter: unknown = {}, options: FindOptions = {}): FindCursor {
    refuseOptions(options);
    return new FindCursor(() => this.#table, filter, options);
  }

  async findOne(filter: unknown = {}, options: FindOptions = {}): Promise<Document | null> {
    return this.find(filter, { ...options, limit: 1 }).next();
  }

  async countDocuments(
    filter: unknown = {},
    options: { skip?: number; limit?: number; hint?: unknown } = {},
  ): Promise<number> {
    refuseOptions(options);
    const { skip = 0, limit = 0, hint } = options;
    const plain = plainValue(filter ?? {}) as Document;
    if (Object.keys(plain).length === 0 && !skip && !limit) return this.#table.count();
    let count = 0;
    for (const _ of search(this.#table, { filter: plain, sort: [], skip, limit, hint }).matches) count++;
    return count;
  }

  async estimatedDocumentCount(): Promise<number> {
    return this.#table.count();
  }

  async distinct(path: string, filter: unknown = {}, options: { hint?: unknown } = {}): Promise<unknown[]> {
    refuseOptions(options);
    const query = { filter: plainValue(filter ?? {}) as Document, sort: [], skip: 0, limit: 0, hint: options.hint };
    return distinctValues(search(this.#table, query).matches, path);
  }

  aggregate(pipeline: unknown = [], options: object = {}): ResultCursor {
    refuseOptions(options);
    const { query, results } = runAggregate(this.#database, this.collectionName, plainValue(pipeline) as Document[]);
    return new ResultCursor(results, () => explainSearch(this.#table, query));
  }

  // Inserting

  async insertOne(document: Document, options: { ignoreUndefined?: boolean } = {}): Promise<object> {
    refuseOptions(options);
    giveId(document);
    await this.#database.file.write(prepareInsert(this.#table, document, options.ignoreUndefined ?? false));
    return { acknowledged: true, insertedId: document._id };
  }

  async insertMany(documents: Document[], options: { ordered?: boolean } = {}): Promise<object> {
    if (!Array.isArray(documents))
      throw new mongoose.mongo.MongoInvalidArgumentError('Argument "docs" must be an array of documents');
    const result = await this.bulkWrite(
      documents.map((document) => ({ insertOne: { document } })),
      options,
    );
    return { acknowledged: true, insertedCount: result.insertedCount, insertedIds: result.insertedIds };
  }

  // Changing

  async updateOne(filter: unknown, update: unknown, options: UpdateOptions = {}): Promise<object> {
    return updateResult(await this.#update(filter, update, options, false, false));
  }

  async updateMany(filter: unknown, update: unknown, options: UpdateOptions = {}): Promise<object> {
    return updateResult(await this.#update(filter, update, options, true, false));
  }

  async replaceOne(filter: unknown, replacement: unknown, options: UpdateOptions = {}): Promise<object> {
    return updateResult(await this.#update(filter, replacement, options, false, true));
  }

  #update(
    filter: unknown,
    update: unknown,
    options: UpdateOptions | undefined | null,
    many: boolean,
    replace: boolean,
  ): Promise<UpdateOutcome> {
    refuseOptions(options);
    const command = readUpdate(filter, update, options ?? {}, many, replace);
    return this.#database.file.write(prepareUpdate(this.#table, command, this.#now));
  }

  async findOneAndUpdate(filter: unknown, update: unknown, options: FindAndModifyOptions = {}): Promise<unknown> {
    return updatedDocument(await this.#update(filter, update, options, false, false), filter, options);
  }

  async findOneAndReplace(filter: unknown, replacement: unknown, options: FindAndModifyOptions = {}): Promise<unknown> {
    return updatedDocument(await this.#update(filter, replacement, options, false, true), filter, options);
  }

  // Removing

  async deleteOne(filter: unknown = {}, options: { hint?: unknown } = {}): Promise<object> {
    return { acknowledged: true, deletedCount: (await this.#delete(filter, options, false)).deleted };
  }

  async deleteMany(filter: unknown = {}, options: { hint?: unknown } = {}): Promise<object> {
    return { acknowledged: true, deletedCount: (await this.#delete(filter, options, true)).deleted };
  }

  #delete(filter: unknown, options: { sort?: unknown; hint?: unknown } | undefined | null, many: boolean) {
    refuseOptions(options);
    const command = {
      filter: plainValue(filter ?? {}) as Document,
      many,
      sort: readSort(options?.sort),
      hint: options?.hint,
    };
    return this.#database.file.write(prepareDelete(this.#table, command));
  }

  async findOneAndDelete(filter: unknown, options: FindAndModifyOptions = {}): Promise<unknown> {
    const { before } = await this.#delete(filter, options, false);
    const value = projected(before, options?.projection, plainValue(filter ?? {}) as Document);
    if (!options?.includeResultMetadata) return value;
    return { lastErrorObject: { n: before ? 1 : 0 }, value, ok: 1 };
  }

  // Many at once

  async bulkWrite(
    operations: BulkOperation[],
    options: { ordered?: boolean; ignoreUndefined?: boolean } = {},
  ): Promise<mongoose.mongo.BulkWriteResult> {
    refuseOptions(options);
    return runBulk(this.#database, this.#table, operations, options ?? {});
  }

  // Indexes

  async createIndex(specification: unknown, options: Document = {}): Promise<string> {
    return this.#database.file.write(declareIndex(this.#database, this.collectionName, specification, options ?? {}));
  }

  async createIndexes(specifications: Document[]): Promise<string[]> {
    const declare = specifications.map(({ key, ...options }) =>
      declareIndex(this.#database, this.collectionName, key, options),
    );
    return this.#database.file.write(() => declare.map((each) => each()));
  }

  async dropIndex(name: unknown): Promise<object> {
    if (name === '*') return this.dropIndexes();
    await this.#database.file.write(() => {
      const wanted = typeof name === 'string' ? name : JSON.stringify(readKey(name));
      const index = this.#indexes().find((each) => each.name === wanted || JSON.stringify(each.key) === wanted);
      if (!index) throw serverError('IndexNotFound', `index not found with name [${wanted}]`);
      if (index.name === '_id_') throw serverError('InvalidOptions', 'cannot drop _id index');
      this.#table.removeIndex(index);
    });
    return { ok: 1 };
  }

  async dropIndexes(): Promise<object> {
    await this.#database.file.write(() => {
      for (const index of this.#indexes().filter(({ name }) => name !== '_id_')) this.#table.removeIndex(index);
    });
    return { ok: 1 };
  }

  listIndexes(): ResultCursor {
    return new ResultCursor(() => this.#indexes().map(describeIndex));
  }

  async indexes(): Promise<Document[]> {
    return this.#indexes().map(describeIndex);
  }

  async indexInformation(options: { full?: boolean } = {}): Promise<unknown> {
    if (options?.full) return this.indexes();
    return Object.fromEntries(this.#indexes().map(({ name, key }) => [name, Object.entries(key)]));
  }

  async indexExists(names: string | string[]): Promise<boolean> {
    const known = new Set(this.#indexes().map(({ name }) => name));
    return [names].flat().every((name) => known.has(name));
  }

  #indexes() {
    const entry = this.#table.entry;
    if (!entry) throw serverError('NamespaceNotFound', `ns does not exist: ${this.namespace}`);
    return entry.indexes;
  }

  // The collection itself

  async drop(): Promise<boolean> {
    await this.#database.file.write(() => this.#table.drop());
    return true;
  }

  async options(): Promise<Document> {
    return {};
  }

  async isCapped(): Promise<boolean> {
    return false;
  }
}

// Whatever else the driver's collections can do (change streams, text search indexes, …) is refused by name.
for (const method of Object.getOwnPropertyNames(mongoose.mongo.Collection.prototype)) {
  const descriptor = Object.getOwnPropertyDescriptor(mongoose.mongo.Collection.prototype, method);
  if (typeof descriptor?.value !== 'function' || method in EmbeddedCollection.prototype) continue;
  Object.defineProperty(EmbeddedCollection.prototype, method, {
    value: () => {
      throw serverError('CommandNotSupported', `The built-in store does not support collection.${method}()`);
    },
  });
}

/** As the driver does: a document without an `_id` gets one, visible to the caller. */
function giveId(document: Document): void {
  if (document._id === undefined || document._id === null) document._id ??= new BSON.ObjectId();
}

function updateResult({ matched, modified, upsertedId }: UpdateOutcome): object {
  return {
    acknowledged: true,
    modifiedCount: modified,
    upsertedId: upsertedId ?? null,
    upsertedCount: upsertedId === undefined ? 0 : 1,
    matchedCount: matched,
  };
}

function updatedDocument(outcome: UpdateOutcome, filter: unknown, options: FindAndModifyOptions | undefined): unknown {
  const chosen = options?.returnDocument === 'after' ? outcome.after : outcome.before?.();
  const value = projected(chosen, options?.projection, plainValue(filter ?? {}) as Document);
  if (!options?.includeResultMetadata) return value;
  const inserted = outcome.upsertedId !== undefined;
  return {
    lastErrorObject: {
      n: outcome.matched + (inserted ? 1 : 0),
      updatedExisting: outcome.matched > 0,
      ...(inserted ? { upserted: outcome.upsertedId } : {}),
    },
    value,
    ok: 1,
  };
}
