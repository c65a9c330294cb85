import mongoose from 'mongoose';
import { EmbeddedDb } from './embedded/embeddedDb.ts';

/**
 * Makes writes of which none may be seen before those ahead of it. The built-in store makes what is asked for at once
 * visible at once, after one flush to the disk; a server is asked for one after the other.
 *
 * @param writes none of them may depend on what those ahead of it find.
 * @returns what they return, in their order.
 * @throws what the first that fails throws; on the built-in store the others may be done.
 */
export async function inOrder<Results extends readonly unknown[]>(
  ...writes: { [Index in keyof Results]: () => PromiseLike<Results[Index]> }
): Promise<Results> {
  if ((mongoose.connection.db as unknown) instanceof EmbeddedDb) {
    return (await Promise.all(writes.map((write) => write()))) as unknown as Results;
  }
  const results: unknown[] = [];
  for (const write of writes) results.push(await write());
  return results as unknown as Results;
}
