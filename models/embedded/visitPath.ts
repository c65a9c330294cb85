import { isPlainObject } from './isPlainObject.ts';

const digits = /^(0|[1-9]\d*)$/;

/**
 * Everything that a dotted path leads to in a document, as MongoDB's filters see it: arrays on the way are looked
 * through element by element, a number may also stand for a position. The value at the end is given whole, an array
 * there too.
 * @param visit called with each value, `undefined` for a missing one; return true to stop
 * @returns whether a visit returned true
 */
export function visitPath(value: unknown, path: string, visit: (value: unknown) => boolean): boolean {
  if (!path.includes('.')) return visit(isPlainObject(value) ? own(value, path) : undefined);
  return visitParts(value, path.split('.'), 0, visit);
}

function own(value: object, field: string): unknown {
  return Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined;
}

function visitParts(value: unknown, parts: string[], depth: number, visit: (value: unknown) => boolean): boolean {
  if (depth === parts.length) return visit(value);
  const part = parts[depth] as string;
  if (isPlainObject(value)) return visitParts(own(value, part), parts, depth + 1, visit);
  if (!Array.isArray(value)) return visit(undefined);
  const position = digits.test(part) ? Number(part) : -1;
  if (position >= 0 && position < value.length && visitParts(value[position], parts, depth + 1, visit)) return true;
  for (const element of value) {
    // Only embedded documents are looked into: an array within an array hides what it holds.
    if (isPlainObject(element) && visitParts(element, parts, depth, visit)) return true;
  }
  return false;
}
