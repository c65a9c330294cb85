import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { hasAllPages } from './hasAllPages.ts';
import { magic, metaOffsets, pageHeader } from './lmdbLayout.ts';
import { StoreFormatError } from './StoreFormatError.ts';

/**
 * Looks at the file before LMDB maps it into memory: a foreign file is to be refused with a message, and touching pages
 * that a truncated file no longer has would end the process with a signal.
 * @throws StoreFormatError when the file is something else, or lacks some of its pages
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
    if (!isWhole(descriptor)) throw new StoreFormatError(directory, 'store.mdb is damaged or not a store');
  } finally {
    closeSync(descriptor);
  }
}

function isWhole(descriptor: number): boolean {
  const head = Buffer.alloc(pageHeader + metaOffsets.end);
  const readMeta = (position: number) =>
    readSync(descriptor, head, 0, head.length, position) === head.length &&
    head.readUInt32LE(pageHeader + metaOffsets.magic) === magic;
  if (!readMeta(0)) return false;
  const pageSize = head.readUInt32LE(pageHeader + metaOffsets.pageSize);
  const metas = [Buffer.from(head)];
  if (!readMeta(pageSize)) return false;
  metas.push(Buffer.from(head));
  const [latest] = metas
    .map((meta) => ({
      transaction: meta.readBigUInt64LE(pageHeader + metaOffsets.transaction),
      lastPage: meta.readBigUInt64LE(pageHeader + metaOffsets.lastPage),
      roots: [metaOffsets.freeRoot, metaOffsets.mainRoot].map((at) => meta.readBigUInt64LE(pageHeader + at)),
    }))
    .sort((a, b) => (a.transaction > b.transaction ? -1 : 1));
  if (!latest) return false;
  const pages = BigInt(Math.floor(fstatSync(descriptor).size / pageSize));
  // The last pages may rightly be missing, when they were free before they were ever written: then look closer.
  return latest.lastPage < pages || hasAllPages(descriptor, pageSize, pages, latest.roots);
}
