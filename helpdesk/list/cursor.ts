import * as z from 'zod';

/** A place in something ordered by time, newest or oldest first. */
export interface Position {
  at: Date;
  /** Tells apart what bears the same time. */
  id: string;
}

const longest = 400;
const schema = z.tuple([z.int().min(0).max(8_640_000_000_000_000), z.string().min(1).max(300)]);

/** @returns what a page hands back to go on from there. */
export function writeCursor({ at, id }: Position): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url');
}

/** @returns the place; undefined for a cursor that is none of ours. Whatever it names, no more is seen than without it. */
export function readCursor(cursor: string): Position | undefined {
  if (cursor.length > longest || !/^[\w-]+$/.test(cursor)) return undefined;
  try {
    const read = schema.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return read.success ? { at: new Date(read.data[0]), id: read.data[1] } : undefined;
  } catch {
    return undefined;
  }
}
