/** How the file is laid out: the first byte of a key says what it is. */
export const storeKeys = {
  /** What this file is and the version of its layout. */
  stamp: Buffer.from([0]),
  /** A collection and its indexes, by name. */
  collection: (name: string) => Buffer.concat([Buffer.from([1]), Buffer.from(name)]),
  collections: { start: Buffer.from([1]), end: Buffer.from([2]) },
  /** All documents of a collection, in the order of their insertion. */
  documents: (collection: number) => prefix(2, collection),
  document: (collection: number, record: number) => {
    const key = Buffer.allocUnsafe(11);
    key[0] = 2;
    key.writeUInt32BE(collection, 1);
    key.writeUIntBE(record, 5, 6);
    return key;
  },
  /** All entries of an index; what follows is the key's values, then, unless the index is unique, the record. */
  index: (index: number) => prefix(3, index),
  /** An entry of an index; with the record when others may have the same values. */
  entry: (index: number, values: Buffer, record: number | undefined) => {
    const key = Buffer.allocUnsafe(5 + values.length + (record === undefined ? 0 : 6));
    key[0] = 3;
    key.writeUInt32BE(index, 1);
    key.set(values, 5);
    if (record !== undefined) key.writeUIntBE(record, 5 + values.length, 6);
    return key;
  },
};

function prefix(kind: number, id: number): Buffer {
  const key = Buffer.allocUnsafe(5);
  key[0] = kind;
  key.writeUInt32BE(id, 1);
  return key;
}
