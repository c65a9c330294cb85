import { serverError } from './serverError.ts';
import { typeOrder } from './typeOrder.ts';

const byBsonType: Record<string, number> = {
  MinKey: typeOrder.minKey,
  Int32: typeOrder.number,
  Double: typeOrder.number,
  Long: typeOrder.number,
  Decimal128: typeOrder.number,
  BSONSymbol: typeOrder.string,
  Binary: typeOrder.binary,
  ObjectId: typeOrder.objectId,
  Timestamp: typeOrder.timestamp,
  BSONRegExp: typeOrder.regex,
  DBRef: typeOrder.object,
  MaxKey: typeOrder.maxKey,
};

/**
 * Where a value's type stands in MongoDB's order of types.
 * @throws MongoServerError for a value that the engine does not store (JavaScript code)
 */
export function orderOfType(value: unknown): number {
  switch (typeof value) {
    case 'string':
      return typeOrder.string;
    case 'number':
      return typeOrder.number;
    case 'boolean':
      return typeOrder.boolean;
    case 'undefined':
      return typeOrder.undefined;
    case 'object': {
      if (value === null) return typeOrder.null;
      if (Array.isArray(value)) return typeOrder.array;
      if (value instanceof Date) return typeOrder.date;
      const bsonType = (value as { _bsontype?: string })._bsontype;
      if (bsonType === undefined) return value instanceof RegExp ? typeOrder.regex : typeOrder.object;
      const order = byBsonType[bsonType];
      if (order !== undefined) return order;
    }
  }
  throw serverError('BadValue', `The built-in store cannot compare a value of this type: ${String(value)}`);
}
