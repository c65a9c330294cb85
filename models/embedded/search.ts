import { compileFilter, type Predicate } from './compileFilter.ts';
import type { Document } from './document.ts';
import type { DocumentTable, Effort } from './documentTable.ts';
import { planQuery } from './planQuery.ts';
import type { QueryPlan } from './queryPlan.ts';
import { readBson } from './readBson.ts';
import type { Sort } from './readSort.ts';
import { serverError } from './serverError.ts';
import { sortDocuments } from './sortDocuments.ts';

/** What to look for. */
export interface Query {
  /** With plain values. */
  filter: Document;
  sort: Sort;
  skip: number;
  /** 0: no limit. */
  limit: number;
  /** The index to use, by name or key. */
  hint?: unknown;
}

/** A found document: where it stands, its BSON, and a decoded copy that belongs to whoever receives it. */
export interface Match {
  record: number;
  bson: Buffer;
  document: Document;
}

/** A search that is ready to run. */
export interface Search {
  plan: QueryPlan;
  effort: Effort;
  /** The matches in order; nothing is read before they are asked for, and no more than is asked for. */
  matches: Generator<Match>;
}

/**
 * Prepares a search: the filter is checked and a plan made at once, documents are read later.
 * @param predicate the filter's, when it has been compiled already
 * @throws MongoServerError for a filter or a hint that a server would refuse
 */
export function search(table: DocumentTable, query: Query, predicate: Predicate = compileFilter(query.filter)): Search {
  const indexes = table.entry?.indexes ?? [];
  const plan = planQuery(query.filter, query.sort, hinted(indexes, query.hint));
  const effort = { keysExamined: 0, documentsExamined: 0 };
  const matches = matching(table, plan, effort, predicate);
  const needsSort = query.sort.length > 0 && !(plan.kind === 'index' && plan.sorted);
  const ordered = needsSort ? sorted(matches, query.sort) : matches;
  const isWhole = query.skip === 0 && query.limit === 0;
  return { plan, effort, matches: isWhole ? ordered : page(ordered, query.skip, query.limit) };
}

// Not inside of search: V8 makes a hidden class for each generator function that is made, which takes longer than to read.
function* matching(table: DocumentTable, plan: QueryPlan, effort: Effort, predicate: Predicate): Generator<Match> {
  for (const { record, bson } of table.find(plan, effort)) {
    const document = readBson(bson);
    if (predicate(document)) yield { record, bson, document };
  }
}

function* sorted(matches: Iterable<Match>, sort: Sort): Generator<Match> {
  yield* sortDocuments([...matches], sort, ({ document }) => document);
}

function* page<T>(items: Iterable<T>, skip: number, limit: number): Generator<T> {
  let index = 0;
  for (const item of items) {
    if (index++ < skip) continue;
    yield item;
    if (limit > 0 && index >= skip + limit) return;
  }
}

function hinted<I extends { name: string; key: object }>(indexes: I[], hint: unknown): I[] {
  if (hint === undefined || hint === null) return indexes;
  if (typeof hint === 'object' && '$natural' in hint) return [];
  const wanted = typeof hint === 'string' ? hint : JSON.stringify(hint);
  const found = indexes.filter(({ name, key }) => name === wanted || JSON.stringify(key) === wanted);
  if (found.length === 0) {
    throw serverError('BadValue', 'error processing query: planner returned error: bad hint: no such index');
  }
  return found;
}
