import { compileFilter, type Predicate } from './compileFilter.ts';
import type { IndexDefinition } from './indexDefinition.ts';

export type IndexField = readonly [path: string, direction: 1 | -1];

/** What of an index's definition each change of a document asks for, taken apart once. */
export interface IndexPaths {
  fields: readonly IndexField[];
  /** Their paths, split at the dots. */
  parts: readonly (readonly string[])[];
  /** The fields of a document that its entries, and whether it has any, depend on; undefined: any. */
  roots: readonly string[] | undefined;
  /** Those of them that the filter of a partial index asks about. */
  filtered: readonly string[];
  /** Whether a document belongs to a partial index. */
  includes: Predicate;
}

const known = new WeakMap<IndexDefinition, IndexPaths>();

/** @returns the parts of an index's definition. */
export function indexPaths(definition: IndexDefinition): IndexPaths {
  let paths = known.get(definition);
  if (!paths) {
    paths = takeApart(definition);
    known.set(definition, paths);
  }
  return paths;
}

function takeApart({ key, partialFilterExpression: filter = {} }: IndexDefinition): IndexPaths {
  const fields = Object.entries(key);
  const asked = [...Object.keys(key), ...Object.keys(filter)];
  return {
    fields,
    parts: fields.map(([path]) => path.split('.')),
    roots: asked.some((path) => path[0] === '$') ? undefined : [...new Set(asked.map(rootOf))],
    filtered: Object.keys(filter).map(rootOf),
    includes: compileFilter(filter),
  };
}

/** The field of a document in which a path begins. */
export function rootOf(path: string): string {
  const end = path.indexOf('.');
  return end < 0 ? path : path.slice(0, end);
}
