import { isDuplicateKey } from './isDuplicateKey.ts';

/**
 * Makes what must be there once. Of two upserts of one document in one instant the second may fail: for it, too, the
 * document is there.
 *
 * @param upsert that makes a document, and leaves one that is there as it is.
 * @throws what the store throws otherwise.
 */
export async function onceOnly(upsert: () => PromiseLike<unknown>): Promise<void> {
  try {
    await upsert();
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
}
