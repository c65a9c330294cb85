import type { Document } from './document.ts';

/** Whether a value is an embedded document: an object that is neither an array nor a BSON or JavaScript value class. */
export function isPlainObject(value: unknown): value is Document {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp) &&
    !('_bsontype' in value)
  );
}
