import { createHash } from 'node:crypto';
import type { Document } from './document.ts';
import type { IndexDefinition } from './indexDefinition.ts';
import { type IndexField, type IndexPaths, indexPaths, rootOf } from './indexPaths.ts';
import { isPlainObject } from './isPlainObject.ts';
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

/**
 * The entries that a document has in an index, as MongoDB builds them: an array gives one entry per element, a missing
 * value stands as null, a sparse or partial index leaves documents out.
 * @throws MongoServerError when two of the indexed paths lead to different arrays
 */
export function indexEntries(definition: IndexDefinition, document: Document): IndexEntries {
  const entries: IndexEntries = { keys: [], values: [], multikey: false, longKeys: false };
  const index = indexPaths(definition);
  if (!index.includes(document)) return entries;
  for (const values of rowsOf(index, document, entries)) {
    if (definition.sparse && values.every((value) => value === missing)) continue;
    const present = values.includes(missing) ? values.map((value) => (value === missing ? null : value)) : values;
    const key = encode(present, index.fields, entries);
    if (entries.keys.some((other) => other.equals(key))) continue;
    entries.keys.push(key);
    entries.values.push(present);
  }
  return entries;
}

function encode(values: unknown[], fields: readonly IndexField[], entries: IndexEntries): Buffer {
  writer.reset();
  for (let i = 0; i < values.length; i++) writer.value(values[i], fields[i]?.[1] === -1);
  const bytes = writer.bytes();
  if (bytes.length <= maximalKeyLength) return bytes;
  entries.longKeys = true;
  // The beginning keeps the order as far as it goes, the digest keeps different values apart.
  return Buffer.concat([bytes.subarray(0, maximalKeyLength), createHash('sha256').update(bytes).digest()]);
}

const missing = Symbol('missing');

/** The rows of values that a document gives. */
function rowsOf(index: IndexPaths, document: Document, entries: IndexEntries): unknown[][] {
  const single = singleRow(index, document);
  if (single) return [single];
  const paths = index.fields.map(([path]) => path);
  return combinations(paths, document, entries);
}

/** The one row of values of a document that has no array on any of the paths, as nearly all have; otherwise undefined. */
function singleRow({ parts }: IndexPaths, document: Document): unknown[] | undefined {
  const row: unknown[] = [];
  for (const path of parts) {
    let value: unknown = document;
    for (const field of path) {
      value = isPlainObject(value) && Object.hasOwn(value, field) ? value[field] : undefined;
      if (Array.isArray(value)) return undefined;
    }
    row.push(value === undefined ? missing : value);
  }
  return row;
}

/** The same for any document, path by path. */
function combinations(paths: readonly string[], document: Document, entries: IndexEntries): unknown[][] {
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

function sharedArray(paths: readonly string[], document: Document): string | undefined {
  if (paths.length < 2) return undefined;
  const roots = paths.map(rootOf);
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
