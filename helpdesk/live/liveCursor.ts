import * as z from 'zod';

/**
 * Up to where somebody has been told: everything of the portions before `seq`, and of that portion what does not come
 * after `at` and `id`.
 */
export interface LiveCursor {
  seq: number;
  at: number;
  id: string;
}

const schema = z.tuple([z.int().min(0), z.int().min(0), z.string().max(300)]);

/** Comes after everything of its portion. */
export function portionEnd(seq: number): LiveCursor {
  return { seq, at: Number.MAX_SAFE_INTEGER, id: '' };
}

export function writeLiveCursor({ seq, at, id }: LiveCursor): string {
  return Buffer.from(JSON.stringify([seq, at, id])).toString('base64url');
}

/** @returns undefined for one that is none of ours. */
export function readLiveCursor(text: string): LiveCursor | undefined {
  if (text.length > 600 || !/^[\w-]+$/.test(text)) return undefined;
  try {
    const { data } = schema.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    return data && { seq: data[0], at: data[1], id: data[2] };
  } catch {
    return undefined;
  }
}

/** @returns whether something of a portion comes after the cursor. */
export function isAfter(one: LiveCursor, cursor: LiveCursor): boolean {
  if (one.seq !== cursor.seq) return one.seq > cursor.seq;
  if (one.at !== cursor.at) return one.at > cursor.at;
  return one.id > cursor.id;
}
