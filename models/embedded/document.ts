/** A stored document, or any object inside one, as the decoder hands it out: plain fields, BSON values. */
export interface Document {
  [field: string]: unknown;
}
