import { BSON } from './bson.ts';

/** @returns a document as BSON; not copied once more, as it is the serializer's own copy already. */
export function writeBson(document: object, ignoreUndefined = true): Buffer {
  const bytes = BSON.serialize(document, { ignoreUndefined });
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
