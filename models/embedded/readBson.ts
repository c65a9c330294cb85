import { BSON } from './bson.ts';
import type { Document } from './document.ts';

/** Only what BSON.serialize wrote is read here: its texts are UTF-8, and proving it takes longer than reading them. */
const trusted = { validation: { utf8: false } } as const;

/** @returns the document of a record, as values of its own. */
export function readBson(bson: Uint8Array): Document {
  return BSON.deserialize(bson, trusted) as Document;
}
