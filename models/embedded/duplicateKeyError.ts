import type { mongo } from 'mongoose';
import mongoose from 'mongoose';
import type { IndexDefinition } from './indexDefinition.ts';
import { isPlainObject } from './isPlainObject.ts';

/** The error of a unique index, as a MongoDB server words it: 11000, with `keyPattern` and `keyValue`. */
export function duplicateKeyError(namespace: string, index: IndexDefinition, values: unknown[]): Error {
  const paths = Object.keys(index.key);
  const keyValue = Object.fromEntries(paths.map((path, i) => [path, values[i] ?? null]));
  const message = `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: ${shown(keyValue)}`;
  return new mongoose.mongo.MongoServerError({
    index: 0,
    code: 11000,
    errmsg: message,
    message,
    keyPattern: { ...index.key },
    keyValue,
  });
}

/** A value in the spelling of MongoDB's shell. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (Array.isArray(value)) return `[ ${value.map(shown).join(', ')} ]`;
  if (isPlainObject(value)) {
    return `{ ${Object.entries(value)
      .map(([field, inner]) => `${field}: ${shown(inner)}`)
      .join(', ')} }`;
  }
  const bsonType = (value as { _bsontype?: string } | null)?._bsontype;
  if (bsonType === 'ObjectId') return `ObjectId('${value}')`;
  if (bsonType === 'Decimal128') return `${value}`;
  if (bsonType === 'Binary') {
    const binary = value as mongo.BSON.Binary;
    return `BinData(${binary.sub_type}, ${binary.toString('hex').toUpperCase()})`;
  }
  return String(value);
}
