import { compareValues } from './compareValues.ts';
import { compileFilter } from './compileFilter.ts';
import { compileProjection } from './compileProjection.ts';
import { compileUpdate, type UpdateCircumstances } from './compileUpdate.ts';
import type { Document } from './document.ts';
import type { DocumentTable } from './documentTable.ts';
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
  const { bson, stored } = toStored(document, ignoreUndefined);
  return () => table.insert(stored, bson);
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
      const after = change(match.document, circumstances);
      if (store(table, match, after)) outcome.modified++;
      outcome.after = after;
      if (!command.many) outcome.before = () => readBson(match.bson);
    }
    return outcome;
  };
}

function store(table: DocumentTable, match: Match, after: Document): boolean {
  const bson = writeBson(after);
  if (bson.equals(match.bson)) return false;
  const before = readBson(match.bson);
  // The same values may have been stored with other number types; that alone is no change.
  if (compareValues(before, after) === 0 && bson.equals(writeBson(before))) return false;
  table.replace(match.record, before, after, bson);
  return true;
}

function replacement(document: Document) {
  return (before: Document): Document => {
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
  change: (document: Document, circumstances: UpdateCircumstances) => Document,
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
