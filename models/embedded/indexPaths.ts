import { compileFilter, type Predicate } from './compileFilter.ts';
import type { IndexDefinition } from './indexDefinition.ts';

export type IndexField = readonly [path: string, direction: 1 | -1];

/** What of an index's definition each change of a document asks for, taken apart once. */
export interface IndexPaths {
  paths: readonly string[];
  /** The paths, split at their dots. */
  parts: readonly (readonly string[])[];
  directions: readonly (1 | -1)[];
  /** Paths with their directions. */
  fields: readonly IndexField[];
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
  const paths = Object.keys(key);
  const asked = [...paths, ...Object.keys(filter)];
  return {
    paths,
    parts: paths.map((path) => path.split('.')),
    directions: Object.values(key),
    fields: Object.entries(key),
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
