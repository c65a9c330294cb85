import { regexParts } from './regexParts.ts';
import { serverError } from './serverError.ts';
import type { ValueTest } from './valueTest.ts';

/**
 * MongoDB's `$regex` on one value: a text that matches, or the very same regular expression as a stored value.
 * @param options MongoDB's letters; i, m and s are known
 * @throws MongoServerError for other options (x: extended) or a pattern that JavaScript does not know
 */
export function regexTest(pattern: unknown, options?: unknown): ValueTest {
  const parts = typeof pattern === 'string' ? { pattern, flags: '' } : regexParts(pattern);
  const flags = typeof options === 'string' ? options : parts.flags;
  if (/[^imsu]/.test(flags)) throw serverError('BadValue', `The built-in store knows no such $options: ${flags}`);
  const expression = makeExpression(parts.pattern, flags);
  return (value) => {
    if (typeof value === 'string') return expression.test(value);
    if (!(value instanceof RegExp)) return false;
    return value.source === expression.source && regexParts(value).flags === regexParts(expression).flags;
  };
}

function makeExpression(pattern: string, flags: string): RegExp {
  try {
    return new RegExp(pattern, flags);
  } catch (error) {
    throw serverError('BadValue', `Regular expression is invalid: ${(error as Error).message}`);
  }
}
