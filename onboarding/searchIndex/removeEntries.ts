import { SearchBlock } from '../../models/searchBlock.ts';
import { SearchEntry } from '../../models/searchEntry.ts';
import { blockId, dayLength } from './blockId.ts';
import { packTimes, unpackTimes } from './packedTimes.ts';

/** So many blocks are in hand at a time. */
const portion = 1_000;

/**
 * Removes entries of the search, and their words from where they are found, unless something else was said with them in
 * the same millisecond. Whoever calls it has the lease of the log: nobody else writes blocks meanwhile.
 */
export async function removeEntries(entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await SearchEntry.deleteMany({ _id: { $in: entries.map(({ _id }) => _id) } });
  const others = await SearchEntry.find({ at: { $in: entries.map(({ at }) => at) } }, { at: 1, words: 1 }).lean();
  const kept = new Set(others.flatMap(({ at, words }) => words.map((word) => `${word} ${at.getTime()}`)));
  const gone = new Map<string, Set<number>>();
  for (const { at, words } of entries) {
    const day = Math.floor(at.getTime() / dayLength);
    for (const word of words) {
      if (kept.has(`${word} ${at.getTime()}`)) continue;
      const id = blockId(word, day);
      const times = gone.get(id) ?? new Set();
      gone.set(id, times.add(at.getTime() - day * dayLength));
    }
  }
  const ids = [...gone.keys()];
  for (let first = 0; first < ids.length; first += portion) {
    const blocks = await SearchBlock.collection
      .find({ _id: { $in: ids.slice(first, first + portion) as never[] } })
      .toArray();
    const writes = blocks.map(({ _id, times }) => {
      const left = unpackTimes(times).filter((time) => !gone.get(String(_id))?.has(time));
      return left.length === 0
        ? { deleteOne: { filter: { _id } } }
        : { updateOne: { filter: { _id }, update: { $set: { times: packTimes(left) } } } };
    });
    if (writes.length > 0) await SearchBlock.collection.bulkWrite(writes as never[], { ordered: false });
  }
}
