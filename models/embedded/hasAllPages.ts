import { readSync } from 'node:fs';
import { bigData, headerOffsets, noPage, pageFlags, pageHeader } from './lmdbLayout.ts';

/**
 * Whether every page that the trees of an LMDB file lead to lies within the file.
 * @param descriptor the open file
 * @param pages how many pages the file has
 * @param roots the pages that the trees begin with
 */
export function hasAllPages(descriptor: number, pageSize: number, pages: bigint, roots: bigint[]): boolean {
  const open = roots.filter((root) => root !== noPage);
  const seen = new Set<bigint>();
  for (let page = open.pop(); page !== undefined; page = open.pop()) {
    if (page >= pages || seen.has(page)) return false;
    seen.add(page);
    const content = readPage(descriptor, pageSize, page);
    const flags = content.readUInt16LE(headerOffsets.flags);
    for (const node of nodes(content)) {
      if (node === undefined) return false;
      if (flags & pageFlags.branch) {
        open.push(branchTarget(content, node));
      } else if (flags & pageFlags.leaf && content.readUInt16LE(node + 4) & bigData) {
        const at = node + 8 + content.readUInt16LE(node + 6);
        const first = at + 8 <= content.length ? content.readBigUInt64LE(at) : pages;
        if (first >= pages) return false;
        const count = readPage(descriptor, pageSize, first).readUInt32LE(headerOffsets.overflowPages);
        if (first + BigInt(count) > pages) return false;
      }
    }
  }
  return true;
}

function readPage(descriptor: number, pageSize: number, page: bigint): Buffer {
  const content = Buffer.alloc(pageSize);
  readSync(descriptor, content, 0, pageSize, page * BigInt(pageSize));
  return content;
}

/** Where the nodes of a page begin, counted as LMDB does from the end of the header; undefined for an impossible place. */
function nodes(content: Buffer): (number | undefined)[] {
  const count = content.readUInt16LE(headerOffsets.lower) / 2;
  if (!Number.isInteger(count) || pageHeader + count * 2 > content.length) return [undefined];
  return Array.from({ length: count }, (_, i) => {
    const at = pageHeader + content.readUInt16LE(pageHeader + i * 2);
    return at + 8 <= content.length ? at : undefined;
  });
}

/** The page number of a branch's node is kept in its three first fields of 16 bits. */
function branchTarget(content: Buffer, node: number): bigint {
  return (
    BigInt(content.readUInt16LE(node)) |
    (BigInt(content.readUInt16LE(node + 2)) << 16n) |
    (BigInt(content.readUInt16LE(node + 4)) << 32n)
  );
}
