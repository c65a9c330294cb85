import { isPlainObject } from './isPlainObject.ts';

const digits = /^(0|[1-9]\d*)$/;

/**
 * The values that a path gives for the keys of an index and for sorting, as MongoDB has it: one per element of an array
 * on the way, `undefined` for a missing one and for an element that is no document; a number after an array means the
 * position and nothing else. An array at the end is given whole.
 * @param visit called with each value
 * @returns whether an array lay on the way
 */
export function visitKeys(value: unknown, parts: string[], visit: (value: unknown) => void, depth = 0): boolean {
  if (depth === parts.length) {
    visit(value);
    return false;
  }
  const part = parts[depth] as string;
  if (!Array.isArray(value)) {
    const inner = isPlainObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
    return visitKeys(inner, parts, visit, depth + 1);
  }
  if (digits.test(part)) {
    visitKeys(value[Number(part)], parts, visit, depth + 1);
  } else if (value.length === 0) {
    visit(undefined);
  } else {
    for (const element of value) {
      if (isPlainObject(element)) visitKeys(element, parts, visit, depth);
      else visit(undefined);
    }
  }
  return true;
}
