import { compareValues } from './compareValues.ts';
import { compileFilter } from './compileFilter.ts';
import { compileProjection } from './compileProjection.ts';
import { compileUpdate, type Update, type UpdateCircumstances } from './compileUpdate.ts';
import type { Document } from './document.ts';
import type { DocumentTable } from './documentTable.ts';
import type { IndexDefinition } from './indexDefinition.ts';
import { indexPaths } from './indexPaths.ts';
import { isPlainObject } from './isPlainObject.ts';
import { plainValue } from './plainValue.ts';
import { readBson } from './readBson.ts';
import type { Sort } from './readSort.ts';
import { type Match, search } from './search.ts';
import { serverError } from './serverError.ts';
import { upsertDocument, withId } from './upsertDocument.ts';
import { writeBson } from './writeBson.ts';

/** How a document is changed: by operators or a pipeline, or replaced as a whole. */
export interface UpdateCommand {
  filter: Document;
  update: Document | Document[];
  replace: boolean;
  arrayFilters?: Document[];
  upsert: boolean;
  many: boolean;
  sort: Sort;
  hint?: unknown;
}

/** What an update did. */
export interface UpdateOutcome {
  matched: number;
  modified: number;
  /** The `_id` of the document that an upsert inserted. */
  upsertedId?: unknown;
  /** The (only) document before and after, absent where there was none; that before is only read for those who ask. */
  before?: () => Document;
  after?: Document;
}

/** An operation with everything checked, to be run inside `RecordFile.write`. */
export type Prepared<T> = () => T;

/**
 * Prepares the insertion of one document.
 * @throws MongoServerError for an `_id` that cannot be one
 */
export function prepareInsert(table: DocumentTable, document: object, ignoreUndefined: boolean): Prepared<void> {
  // What no index asks for need not be read again: most of a document is text that is in none.
  const asked = isPlainObject(document) && !('toBSON' in document) ? fieldsOf(table.indexes) : undefined;
  const bson = asked && writeBson(document, ignoreUndefined);
  if (!asked || !bson || !beginsWithId(bson)) {
    const whole = toStored(document, ignoreUndefined);
    return () => table.insert(whole.stored, whole.bson);
  }
  const part: Document = {};
  for (const field of asked) if (Object.hasOwn(document, field)) part[field] = (document as Document)[field];
  const stored = readBson(writeBson(part, ignoreUndefined));
  checkId(stored._id);
  return () => {
    // Meanwhile there may be an index more, which asks for other fields.
    const isEnough = table.indexes.every((index) => indexPaths(index).roots?.every((root) => asked.has(root)));
    table.insert(isEnough ? stored : readBson(bson), bson);
  };
}

/** The fields that indexes ask for, the `_id` first; undefined when one may ask for any. */
function fieldsOf(indexes: readonly IndexDefinition[]): Set<string> | undefined {
  const fields = new Set(['_id']);
  for (const index of indexes) {
    const { roots } = indexPaths(index);
    if (!roots) return undefined;
    for (const root of roots) fields.add(root);
  }
  return fields;
}

/** A document's length and the type of its first field come before that field's name (bsonspec.org). */
function beginsWithId(bson: Buffer): boolean {
  return bson.toString('latin1', 5, 9) === '_id\0';
}

function toStored(document: object, ignoreUndefined: boolean): { bson: Buffer; stored: Document } {
  let bson = writeBson(document, ignoreUndefined);
  let stored = readBson(bson);
  checkId(stored._id);
  for (const first in stored) {
    if (first === '_id') break;
    stored = withId(stored);
    bson = writeBson(stored);
    break;
  }
  return { bson, stored };
}

function checkId(id: unknown): void {
  if (Array.isArray(id) || id instanceof RegExp) {
    throw serverError('BadValue', `The '_id' value cannot be of type ${Array.isArray(id) ? 'array' : 'regex'}`);
  }
}

/**
 * Prepares an update of one or many documents.
 * @throws MongoServerError for a filter or update that a server would refuse
 */
export function prepareUpdate(table: DocumentTable, command: UpdateCommand, now: () => Date): Prepared<UpdateOutcome> {
  const { filter } = command;
  const change = command.replace
    ? replacement(command.update as Document)
    : compileUpdate(command.update, command.arrayFilters);
  const query = { filter, sort: command.sort, skip: 0, limit: command.many ? 0 : 1, hint: command.hint };
  const predicate = compileFilter(filter);
  return () => {
    const circumstances = { filter, inserting: false, now: now() };
    // Found first and changed after: a change that moves a document in the index must not meet it again.
    const matches = [...search(table, query, predicate).matches];
    if (matches.length === 0 && command.upsert) return upsert(table, command, change, circumstances);
    const outcome: UpdateOutcome = { matched: matches.length, modified: 0 };
    for (const match of matches) {
      const before = asItWas(match, change);
      const after = change(match.document, circumstances);
      if (store(table, match, before, after)) outcome.modified++;
      outcome.after = after;
      if (!command.many) outcome.before = () => readBson(match.bson);
    }
    return outcome;
  };
}

/** The document before a change that works in place: what the change cannot reach is the same in both. */
function asItWas({ document, bson }: Match, { roots }: Update): Document {
  if (!roots) return readBson(bson);
  const before = { ...document };
  for (const root of roots) if (Object.hasOwn(before, root)) before[root] = plainValue(before[root]);
  return before;
}

function store(table: DocumentTable, match: Match, before: Document, after: Document): boolean {
  const bson = writeBson(after);
  if (bson.equals(match.bson)) return false;
  // The same values may have been stored with other number types; that alone is no change.
  if (compareValues(before, after) === 0 && bson.equals(writeBson(before))) return false;
  table.replace(match.record, before, after, bson);
  return true;
}

function replacement(document: Document): Update {
  return (before) => {
    if (document._id === undefined) return before._id === undefined ? document : { _id: before._id, ...document };
    return (
      compileUpdate({ $set: { _id: document._id } })(before, { filter: {}, inserting: false, now: new Date(0) }) &&
      withId(document)
    );
  };
}

function upsert(
  table: DocumentTable,
  command: UpdateCommand,
  change: Update,
  circumstances: UpdateCircumstances,
): UpdateOutcome {
  const base = upsertDocument(command.filter);
  const start = command.replace ? (base._id === undefined ? {} : { _id: base._id }) : base;
  const after = withId(change(start, { ...circumstances, inserting: true }));
  const { bson, stored } = toStored(after, true);
  table.insert(stored, bson);
  return { matched: 0, modified: 0, upsertedId: stored._id, after: stored };
}

/** Prepares the removal of one or many documents; the outcome is how many, and the only one when it was one. */
export function prepareDelete(
  table: DocumentTable,
  command: { filter: Document; many: boolean; sort: Sort; hint?: unknown },
): Prepared<{ deleted: number; before?: Document }> {
  const query = {
    filter: command.filter,
    sort: command.sort,
    skip: 0,
    limit: command.many ? 0 : 1,
    hint: command.hint,
  };
  const predicate = compileFilter(command.filter);
  return () => {
    const matches = [...search(table, query, predicate).matches];
    for (const { record, document } of matches) table.remove(record, document);
    const [first] = matches;
    return { deleted: matches.length, before: first?.document };
  };
}

/** The projected form of what findAndModify gives back. */
export function projected(document: Document | undefined, projection: unknown, filter: Document): Document | null {
  if (!document) return null;
  const project = compileProjection(plainValue(projection ?? {}) as Document, filter);
  return project ? project(document) : document;
}
