import { isPlainObject } from './isPlainObject.ts';

const digits = /^(0|[1-9]\d*)$/;

/**
 * Called with a value that a path leads to, `undefined` for a missing one. `element`: the path ended with the position of
 * an array's element, which is then taken as it is, even if it is an array itself.
 * @returns true to stop
 */
export type Visit = (value: unknown, element: boolean) => boolean;

/**
 * Everything that a dotted path leads to in a document, as MongoDB's filters see it: arrays on the way are looked
 * through element by element, a number may also stand for a position. The value at the end is given whole, an array
 * there too.
 * @returns whether a visit returned true
 */
export function visitPath(value: unknown, path: string, visit: Visit): boolean {
  if (!path.includes('.')) return visit(isPlainObject(value) ? own(value, path) : undefined, false);
  return visitParts(value, path.split('.'), 0, visit, false);
}

function own(value: object, field: string): unknown {
  return Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined;
}

function visitParts(value: unknown, parts: string[], depth: number, visit: Visit, element: boolean): boolean {
  if (depth === parts.length) return visit(value, element);
  const part = parts[depth] as string;
  if (isPlainObject(value)) return visitParts(own(value, part), parts, depth + 1, visit, false);
  if (!Array.isArray(value)) return visit(undefined, false);
  const position = digits.test(part) ? Number(part) : -1;
  if (position >= 0 && position < value.length && visitParts(value[position], parts, depth + 1, visit, true)) {
    return true;
  }
  for (const inner of value) {
    // Only embedded documents are looked into: an array within an array hides what it holds.
    if (isPlainObject(inner) && visitParts(inner, parts, depth, visit, false)) return true;
  }
  return false;
}
