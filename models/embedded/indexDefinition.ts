import type { Document } from './document.ts';

/** An index as it is declared and kept in the catalog. */
export interface IndexDefinition {
  /** The number under which its entries are stored. */
  id: number;
  name: string;
  /** The indexed paths in order, 1 from low to high, -1 from high to low. */
  key: Record<string, 1 | -1>;
  unique?: boolean;
  sparse?: boolean;
  partialFilterExpression?: Document;
  expireAfterSeconds?: number;
  /** Set for good once a document had an array on an indexed path: it may then have several entries. */
  multikey?: boolean;
  /** Set for good once a key was too long to be kept whole: the order of entries is then not quite that of values. */
  longKeys?: boolean;
}
