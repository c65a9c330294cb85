/**
 * MongoDB's order of value types, lowest first, as the first byte of an index key. Values of one number compare with
 * one another; values of different numbers compare by it.
 * https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/
 */
export const typeOrder = {
  minKey: 0x05,
  /** A missing value, and an empty array in an index or a sort: below null. */
  undefined: 0x08,
  null: 0x0a,
  number: 0x10,
  string: 0x18,
  object: 0x20,
  array: 0x28,
  binary: 0x30,
  objectId: 0x38,
  boolean: 0x40,
  date: 0x48,
  timestamp: 0x50,
  regex: 0x58,
  maxKey: 0xf0,
} as const;
