import type { mongo } from 'mongoose';
import { compareNumbers } from './compareNumbers.ts';
import type { Document } from './document.ts';
import type { BsonNumber } from './exactNumber.ts';
import { orderOfType } from './orderOfType.ts';
import { regexParts } from './regexParts.ts';
import { typeOrder } from './typeOrder.ts';

/**
 * Orders any two BSON values as MongoDB does: first by type, then by value. Fields of embedded documents count in their
 * order, elements of arrays one after the other.
 * @returns below 0, 0 or above 0; 0 is also MongoDB's equality
 */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b);
  const order = orderOfType(a);
  const difference = order - orderOfType(b);
  if (difference !== 0) return difference;
  switch (order) {
    case typeOrder.number:
      return compareNumbers(numberOf(a), numberOf(b));
    case typeOrder.string:
      return compareStrings(String(a), String(b));
    case typeOrder.object:
      return compareObjects(a as Document, b as Document);
    case typeOrder.array:
      return compareArrays(a as unknown[], b as unknown[]);
    case typeOrder.binary:
      return compareBinaries(a as mongo.BSON.Binary, b as mongo.BSON.Binary);
    case typeOrder.objectId:
      return Buffer.compare((a as mongo.BSON.ObjectId).id, (b as mongo.BSON.ObjectId).id);
    case typeOrder.boolean:
      return Number(a) - Number(b);
    case typeOrder.date:
      return (a as Date).getTime() - (b as Date).getTime();
    case typeOrder.timestamp:
      return (a as mongo.BSON.Timestamp).compare(b as mongo.BSON.Timestamp);
    case typeOrder.regex: {
      const left = regexParts(a);
      const right = regexParts(b);
      return compareStrings(left.pattern, right.pattern) || compareStrings(left.flags, right.flags);
    }
    default:
      return 0;
  }
}

function numberOf(value: unknown): BsonNumber {
  const bsonType = (value as { _bsontype?: string })._bsontype;
  return bsonType === 'Int32' || bsonType === 'Double' ? Number(value) : (value as BsonNumber);
}

const surrogate = /[\ud800-\udfff]/;

/** By Unicode code points, as comparing the UTF-8 bytes would: UTF-16 order differs beyond the basic plane. */
function compareStrings(a: string, b: string): number {
  if (a === b) return 0;
  if (surrogate.test(a) || surrogate.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}

function compareArrays(a: unknown[], b: unknown[]): number {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = compareValues(a[i], b[i]);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

function compareObjects(a: Document, b: Document): number {
  const left = Object.keys(a);
  const right = Object.keys(b);
  const shared = Math.min(left.length, right.length);
  for (let i = 0; i < shared; i++) {
    const x = left[i] as string;
    const y = right[i] as string;
    const difference = orderOfType(a[x]) - orderOfType(b[y]) || compareStrings(x, y) || compareValues(a[x], b[y]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareBinaries(a: mongo.BSON.Binary, b: mongo.BSON.Binary): number {
  return a.position - b.position || a.sub_type - b.sub_type || Buffer.compare(a.value(), b.value());
}
