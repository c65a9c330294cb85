import type { Document } from './document.ts';
import { isPlainObject } from './isPlainObject.ts';

/** Whether a condition is made of operators (`{ $gt: 1 }`), as opposed to a value to be equal to; a DBRef is a value. */
export function isOperatorExpression(condition: unknown): condition is Document {
  if (!isPlainObject(condition)) return false;
  for (const key in condition) return key[0] === '$' && key !== '$ref' && key !== '$id' && key !== '$db';
  return false;
}
