import { compareValues } from './compareValues.ts';
import { compileFilter } from './compileFilter.ts';
import type { Document } from './document.ts';
import type { EmbeddedDatabase } from './embeddedDatabase.ts';
import type { IndexDefinition } from './indexDefinition.ts';
import { plainValue } from './plainValue.ts';
import { readSort } from './readSort.ts';
import { serverError } from './serverError.ts';

/** Without effect here, or without effect on what is found. */
const ignored = new Set(['background', 'v', 'ns', 'commitQuorum', 'maxTimeMS', 'writeConcern', 'session', 'comment']);
const known = new Set(['name', 'unique', 'sparse', 'partialFilterExpression', 'expireAfterSeconds']);

/**
 * Prepares the declaration of an index, to be run inside `RecordFile.write`; it does nothing when the same index exists.
 * @returns the name of the index, when run
 * @throws MongoServerError for kinds of index that the engine does not have (text, hashed, geo, wildcard, collation),
 * and, when run, for an index that contradicts an existing one or documents that break its uniqueness
 */
export function declareIndex(
  database: EmbeddedDatabase,
  collection: string,
  specification: unknown,
  options: Document,
): () => string {
  const key = readKey(specification);
  const definition: Omit<IndexDefinition, 'id'> = { name: defaultName(key), key };
  for (const [option, value] of Object.entries(options)) {
    if (value === undefined || value === null || ignored.has(option)) continue;
    if (!known.has(option)) {
      if (option === 'hidden' && value === false) continue;
      throw serverError('CannotCreateIndex', `The built-in store does not support the index option '${option}'`);
    }
    if ((option === 'unique' || option === 'sparse') && value === false) continue;
    Object.assign(definition, { [option]: plainValue(value) });
  }
  check(definition);
  return () => {
    const entry = database.catalog.getOrCreate(collection);
    const existing = entry.indexes.find(
      (index) => index.name === definition.name || (sameKey(index, definition) && samePartial(index, definition)),
    );
    if (existing) {
      if (existing.name === '_id_' && sameKey(existing, definition)) return existing.name;
      confirmSame(existing, definition);
      return existing.name;
    }
    database.table(collection).addIndex({ ...definition, id: database.catalog.newId() });
    return definition.name;
  };
}

/** The key of an index as the driver accepts it: a field name, a list, an object, a Map. */
export function readKey(specification: unknown): Record<string, 1 | -1> {
  const entries: [string, unknown][] =
    typeof specification === 'string'
      ? [[specification, 1]]
      : specification instanceof Map
        ? [...specification]
        : Array.isArray(specification)
          ? specification.every((part) => typeof part === 'object' && !Array.isArray(part))
            ? specification.flatMap((part) => Object.entries(part as object))
            : readSort(specification)
          : Object.entries((specification ?? {}) as object);
  const key: Record<string, 1 | -1> = {};
  for (const [path, direction] of entries) {
    if (path.includes('$**') || (direction !== 1 && direction !== -1)) {
      throw serverError(
        'CannotCreateIndex',
        `The built-in store has no index of the kind ${path}: ${String(direction)}`,
      );
    }
    key[path] = direction;
  }
  if (entries.length === 0) throw serverError('CannotCreateIndex', 'Index keys cannot be empty.');
  return key;
}

function defaultName(key: Record<string, number>): string {
  return Object.entries(key)
    .map(([path, direction]) => `${path}_${direction}`)
    .join('_');
}

function check(definition: Omit<IndexDefinition, 'id'>): void {
  const { sparse, partialFilterExpression, expireAfterSeconds, key } = definition;
  if (partialFilterExpression) {
    if (sparse) throw serverError('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
    compileFilter(partialFilterExpression);
  }
  if (expireAfterSeconds !== undefined) {
    if (Object.keys(key).length > 1) throw serverError('CannotCreateIndex', 'TTL indexes are single-field indexes');
    if (!(expireAfterSeconds >= 0)) throw serverError('CannotCreateIndex', 'expireAfterSeconds cannot be negative');
  }
}

type Declared = Omit<IndexDefinition, 'id'>;

function sameKey(a: Declared, b: Declared): boolean {
  return compareValues(a.key, b.key) === 0;
}

function samePartial(a: Declared, b: Declared): boolean {
  return compareValues(a.partialFilterExpression ?? null, b.partialFilterExpression ?? null) === 0;
}

function confirmSame(existing: Declared, wanted: Declared): void {
  if (!sameKey(existing, wanted) || !samePartial(existing, wanted)) {
    throw serverError(
      'IndexKeySpecsConflict',
      `An existing index has the same name as the requested index, but another key or filter: ${existing.name}`,
    );
  }
  const same =
    existing.name === wanted.name &&
    Boolean(existing.unique) === Boolean(wanted.unique) &&
    Boolean(existing.sparse) === Boolean(wanted.sparse) &&
    existing.expireAfterSeconds === wanted.expireAfterSeconds;
  if (!same) {
    throw serverError(
      'IndexOptionsConflict',
      `An equivalent index already exists with other options: ${existing.name}`,
    );
  }
}

/** An index as `listIndexes` shows it. */
export function describeIndex(index: IndexDefinition): Document {
  const { id: _id, multikey: _multikey, longKeys: _longKeys, name, key, ...options } = index;
  return { v: 2, key: { ...key }, name, ...(name === '_id_' ? {} : (plainValue(options) as Document)) };
}
