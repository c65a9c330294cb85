import type { Document } from './document.ts';
import { valueKey } from './valueKey.ts';
import { visitPath } from './visitPath.ts';

/** The different values at a path, elements of arrays counting each by itself, in MongoDB's order. */
export function distinctValues(matches: Iterable<{ document: Document }>, path: string): unknown[] {
  const values = new Map<string, unknown>();
  const add = (value: unknown) => {
    if (value === undefined) return;
    const key = valueKey(value);
    if (!values.has(key)) values.set(key, value);
  };
  for (const { document } of matches) {
    visitPath(document, path, (value) => {
      if (Array.isArray(value)) value.forEach(add);
      else add(value);
      return false;
    });
  }
  return [...values.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
}
