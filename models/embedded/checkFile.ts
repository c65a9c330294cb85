import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StoreFormatError } from './StoreFormatError.ts';

/** Where LMDB's first page has its sign and its page size (mdb.c, MDB_page and MDB_meta of lmdb-js 3). */
const magic = 0xbeefc0de;

/**
 * Looks at the file before LMDB maps it into memory: a foreign file is to be refused with a message, and touching pages
 * that a truncated file no longer has would end the process.
 * @throws StoreFormatError when the file is something else, or shorter than it says it is
 */
export function checkFile(directory: string, fileName: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(fileName, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new StoreFormatError(directory, `store.mdb cannot be read (${(error as Error).message})`, error);
  }
  try {
    const { size } = fstatSync(descriptor);
    const page = Buffer.alloc(4096);
    if (readSync(descriptor, page, 0, page.length, 0) < page.length || page.readUInt32LE(24) !== magic) {
      throw new StoreFormatError(directory, 'store.mdb is damaged or not a store');
    }
    void size;
  } finally {
    closeSync(descriptor);
  }
}
