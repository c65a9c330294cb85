import { SearchBlock } from '../../models/searchBlock.ts';
import type { SearchEntry } from '../../models/searchEntry.ts';
import { isDuplicateKey } from '../../onboarding/isDuplicateKey.ts';
import { blockId, dayLength } from '../../onboarding/searchIndex/blockId.ts';
import { packTimes, unpackTimes } from '../../onboarding/searchIndex/packedTimes.ts';

/** So many blocks are in hand at a time. */
const portion = 1_000;

interface AddedBlock {
  word: string;
  day: number;
  times: Set<number>;
}

/**
 * Writes into the index when the words of entries were said. Done again, it changes nothing. One process at a time does
 * it: whoever reads the log on.
 *
 * @param keepLease is called now and then while it goes on.
 */
export async function addToBlocks(
  entries: readonly Pick<SearchEntry, 'at' | 'words'>[],
  keepLease?: () => Promise<void>,
): Promise<void> {
  const added = new Map<string, AddedBlock>();
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
    const some = new Map(ids.slice(first, first + portion).map((id) => [id, added.get(id) as AddedBlock]));
    try {
      await writeBlocks(some);
    } catch (fault) {
      // A process that had the log before, and stood still, has just written one of them: now it is there.
      if (!isDuplicateKey(fault)) throw fault;
      await writeBlocks(some);
    }
    await keepLease?.();
  }
}

/** Most are new when much is read at once: several stores take those in much faster than what may be there or not. */
async function writeBlocks(blocks: Map<string, AddedBlock>): Promise<void> {
  const there = await SearchBlock.collection
    .find({ _id: { $in: [...blocks.keys()] as never[] } }, { projection: { times: 1 } })
    .toArray();
  const known = new Map(there.map(({ _id, times }) => [String(_id), unpackTimes(times)]));
  const updates: object[] = [];
  const inserts: Record<string, unknown>[] = [];
  for (const [id, { word, day, times }] of blocks) {
    const before = known.get(id);
    if (before === undefined) {
      inserts.push({ _id: id, word, day, times: packTimes(ascending(times)) });
      continue;
    }
    const all = new Set([...before, ...times]);
    if (all.size === before.length) continue;
    updates.push({
      updateOne: { filter: { _id: id as never }, update: { $set: { times: packTimes(ascending(all)) } } },
    });
  }
  if (inserts.length > 0) await SearchBlock.collection.insertMany(inserts as never[], { ordered: false });
  if (updates.length > 0) await SearchBlock.collection.bulkWrite(updates as never[], { ordered: false });
}

function ascending(times: Iterable<number>): number[] {
  return [...times].sort((one, other) => one - other);
}
