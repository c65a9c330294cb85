import { serverError } from './serverError.ts';
import type { ValueTest } from './valueTest.ts';

const names: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  [-1]: 'minKey',
  127: 'maxKey',
};
const known = new Set([...Object.values(names), 'number']);
const numbers = new Set(['double', 'int', 'long', 'decimal']);

/**
 * MongoDB's `$type` on one value. A whole number within 32 bits counts as int, any other JavaScript number as double.
 * @throws MongoServerError for a type that does not exist
 */
export function typeTest(operand: unknown): ValueTest {
  const wanted = new Set<string>();
  for (const type of Array.isArray(operand) ? operand : [operand]) {
    const name = typeof type === 'number' ? names[type] : type;
    if (typeof name !== 'string' || !known.has(name)) throw serverError('BadValue', `Unknown type name alias: ${type}`);
    wanted.add(name);
  }
  return (value) => {
    const name = bsonTypeName(value);
    return wanted.has(name) || (wanted.has('number') && numbers.has(name));
  };
}

const classes: Record<string, string> = {
  ObjectId: 'objectId',
  Decimal128: 'decimal',
  Long: 'long',
  Binary: 'binData',
  Timestamp: 'timestamp',
  BSONRegExp: 'regex',
  MinKey: 'minKey',
  MaxKey: 'maxKey',
};

function bsonTypeName(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      return Number.isInteger(value) && Math.abs(value) <= 0x7fffffff ? 'int' : 'double';
    case 'undefined':
      return 'missing';
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof RegExp) return 'regex';
  return classes[(value as { _bsontype?: string })._bsontype ?? ''] ?? 'object';
}
