import type { Model } from 'mongoose';

/**
 * Inserts documents that are not there yet, in one write. Past mongoose: what it would cast is typed here, and casting
 * costs more than the write. It adds no defaults; fields without a value are left out.
 *
 * @param documents each with its `_id`.
 * @returns the places of those of which the store has one already; they stay as they are there.
 * @throws what the store throws otherwise.
 */
export async function insertNew<Document>(model: Model<Document>, documents: readonly Document[]): Promise<number[]> {
  try {
    await model.collection.insertMany(documents as never[], { ordered: false, ignoreUndefined: true });
    return [];
  } catch (fault) {
    const { writeErrors } = fault as { writeErrors?: { code: number; index: number }[] };
    if (!writeErrors?.length || writeErrors.some(({ code }) => code !== 11_000)) throw fault;
    return writeErrors.map(({ index }) => index);
  }
}
