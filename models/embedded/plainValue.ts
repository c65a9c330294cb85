import type { mongo } from 'mongoose';
import { BSON } from './bson.ts';
import { serverError } from './serverError.ts';

/**
 * A value as it would arrive over the wire: mongoose's arrays, maps, documents and buffers become plain arrays, objects
 * and BSON values; numbers become JavaScript numbers where that is exact; `undefined` becomes null, as the driver sends
 * it. The result shares nothing that can be changed with the input, apart from BSON values.
 * @throws MongoServerError for functions and symbols
 */
export function plainValue(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'undefined':
      return null;
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? Number(value) : BSON.Long.fromBigInt(value);
    case 'object':
      return value === null ? null : plainObjectValue(value);
    default:
      throw serverError('BadValue', `A ${typeof value} cannot be sent to the store`);
  }
}

function plainObjectValue(value: object): unknown {
  const { _bsontype: bsonType, toBSON } = value as { _bsontype?: string; toBSON?: () => unknown };
  switch (bsonType) {
    case undefined:
      break;
    case 'Long': {
      const number = (value as mongo.BSON.Long).toNumber();
      return Number.isSafeInteger(number) ? number : value;
    }
    case 'Int32':
    case 'Double':
      return Number(value);
    case 'Code':
      throw serverError('BadValue', 'The built-in store takes no JavaScript code');
    case 'DBRef':
      return plainValue((value as mongo.BSON.DBRef).toJSON());
    case 'BSONSymbol':
      return String(value);
    default:
      // mongoose's documents carry no BSON type; its buffers and BSON's own values are immutable in practice.
      return value;
  }
  if (value instanceof Date) return new Date(value);
  if (value instanceof RegExp) return value;
  if (typeof toBSON === 'function') return plainValue(toBSON.call(value));
  if (Array.isArray(value)) return Array.from(value, plainValue);
  if (value instanceof Uint8Array) return new BSON.Binary(value);
  const entries = value instanceof Map ? value.entries() : Object.entries(value);
  const plain: Record<string, unknown> = {};
  for (const [field, inner] of entries) {
    if (typeof inner === 'function') continue;
    if (field === '__proto__') {
      Object.defineProperty(plain, field, {
        value: plainValue(inner),
        enumerable: true,
        configurable: true,
        writable: true,
      });
    } else {
      plain[field] = plainValue(inner);
    }
  }
  return plain;
}
