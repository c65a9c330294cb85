import { createHash } from 'node:crypto';
import { compileFilter, type Predicate } from './compileFilter.ts';
import type { Document } from './document.ts';
import type { IndexDefinition } from './indexDefinition.ts';
import { KeyWriter } from './keyWriter.ts';
import { maximalKeyLength } from './maximalKeyLength.ts';
import { serverError } from './serverError.ts';
import { visitKeys } from './visitKeys.ts';

/** The keys under which a document stands in an index. */
export interface IndexEntries {
  /** Without doubles; empty when the index leaves the document out. */
  keys: Buffer[];
  /** The values of each key, in the same order, for messages. */
  values: unknown[][];
  /** Whether an array lay on an indexed path. */
  multikey: boolean;
  /** Whether a key had to be shortened. */
  longKeys: boolean;
}

const writer = new KeyWriter();
const predicates = new WeakMap<Document, Predicate>();

/**
 * The entries that a document has in an index, as MongoDB builds them: an array gives one entry per element, a missing
 * value stands as null, a sparse or partial index leaves documents out.
 * @throws MongoServerError when two of the indexed paths lead to different arrays
 */
export function indexEntries(definition: IndexDefinition, document: Document): IndexEntries {
  const entries: IndexEntries = { keys: [], values: [], multikey: false, longKeys: false };
  if (definition.partialFilterExpression && !partialFilter(definition.partialFilterExpression)(document)) {
    return entries;
  }
  const paths = Object.keys(definition.key);
  const directions = Object.values(definition.key);
  for (const values of combinations(paths, document, entries)) {
    if (definition.sparse && values.every((value) => value === missing)) continue;
    const present = values.map((value) => (value === missing ? null : value));
    const key = encode(present, directions, entries);
    if (entries.keys.some((other) => other.equals(key))) continue;
    entries.keys.push(key);
    entries.values.push(present);
  }
  return entries;
}

function partialFilter(expression: Document): Predicate {
  let predicate = predicates.get(expression);
  if (!predicate) {
    predicate = compileFilter(expression);
    predicates.set(expression, predicate);
  }
  return predicate;
}

function encode(values: unknown[], directions: number[], entries: IndexEntries): Buffer {
  writer.reset();
  for (let i = 0; i < values.length; i++) writer.value(values[i], directions[i] === -1);
  const bytes = writer.bytes();
  if (bytes.length <= maximalKeyLength) return bytes;
  entries.longKeys = true;
  // The beginning keeps the order as far as it goes, the digest keeps different values apart.
  return Buffer.concat([bytes.subarray(0, maximalKeyLength), createHash('sha256').update(bytes).digest()]);
}

const missing = Symbol('missing');

/** The rows of values that a document gives for several paths. */
function combinations(paths: string[], document: Document, entries: IndexEntries): unknown[][] {
  const shared = sharedArray(paths, document);
  if (shared !== undefined) {
    // Paths into one array take their values from the same element, never across elements.
    entries.multikey = true;
    const elements = document[shared] as unknown[];
    const rows = elements.length === 0 ? [undefined] : elements;
    return rows.flatMap((element) => combinations(paths, { ...document, [shared]: element }, entries));
  }
  const perPath = paths.map((path) => {
    const found: unknown[] = [];
    const isArray = collect(document, path, found);
    entries.multikey ||= isArray;
    return { path, isArray, values: found };
  });
  const arrays = perPath.filter(({ isArray }) => isArray);
  if (arrays.length > 1) {
    throw serverError(
      'CannotIndexParallelArrays',
      `cannot index parallel arrays ${arrays.map(({ path }) => `[${path}]`).join(' ')}`,
    );
  }
  return perPath.reduce<unknown[][]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  );
}

function sharedArray(paths: string[], document: Document): string | undefined {
  if (paths.length < 2) return undefined;
  const roots = paths.map((path) => path.split('.', 1)[0] as string);
  return roots.find((root, i) => roots.indexOf(root) !== i && Array.isArray(document[root]));
}

/** Collects the values at a path and says whether an array lay on the way or at its end. */
function collect(document: Document, path: string, found: unknown[]): boolean {
  let ends = false;
  const passed = visitKeys(document, path.split('.'), (value) => {
    if (!Array.isArray(value)) {
      found.push(value === undefined ? missing : value);
      return;
    }
    ends = true;
    // An empty array is indexed below null, so that it is not taken for a missing value.
    if (value.length === 0) found.push(undefined);
    found.push(...value);
  });
  return passed || ends;
}
