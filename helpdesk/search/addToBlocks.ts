import { SearchBlock } from '../../models/searchBlock.ts';
import type { SearchEntry } from '../../models/searchEntry.ts';
import { blockId, dayLength } from '../../onboarding/searchIndex/blockId.ts';
import { packTimes, unpackTimes } from '../../onboarding/searchIndex/packedTimes.ts';

/** So many blocks are in hand at a time. */
const portion = 1_000;

/**
 * Writes into the index when the words of entries were said. Done again, it changes nothing. One process at a time does
 * it: whoever reads the log on.
 */
export async function addToBlocks(entries: readonly Pick<SearchEntry, 'at' | 'words'>[]): Promise<void> {
  const added = new Map<string, Omit<SearchBlock, 'times' | '_id'> & { times: Set<number> }>();
  for (const { at, words } of entries) {
    const day = Math.floor(at.getTime() / dayLength);
    const time = at.getTime() - day * dayLength;
    for (const word of words) {
      const id = blockId(word, day);
      const block = added.get(id);
      if (block) block.times.add(time);
      else added.set(id, { word, day, times: new Set([time]) });
    }
  }
  const ids = [...added.keys()];
  for (let first = 0; first < ids.length; first += portion) {
    const some = ids.slice(first, first + portion);
    const there = await SearchBlock.collection
      .find({ _id: { $in: some as never[] } }, { projection: { times: 1 } })
      .toArray();
    for (const { _id, times } of there) {
      const block = added.get(String(_id));
      for (const time of unpackTimes(times)) block?.times.add(time);
    }
    await SearchBlock.collection.bulkWrite(
      some.map((id) => {
        const { word, day, times } = added.get(id) as NonNullable<ReturnType<typeof added.get>>;
        const packed = packTimes([...times].sort((one, other) => one - other));
        return {
          replaceOne: { filter: { _id: id as never }, replacement: { word, day, times: packed }, upsert: true },
        };
      }),
      { ordered: false },
    );
  }
}
