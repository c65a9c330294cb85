import { SearchBlock } from '../../models/searchBlock.ts';
import { blockId } from '../../onboarding/searchIndex/blockId.ts';
import { unpackTimes } from '../../onboarding/searchIndex/packedTimes.ts';

/** Times of a day, ascending, by day. */
export type TimesByDay = Map<number, number[]>;

/** @returns when a word was said on the days from `first` to `last`, both included. */
export async function timesOfWord(word: string, first: number, last: number): Promise<TimesByDay> {
  const blocks = await SearchBlock.collection
    .find(
      { _id: { $gte: blockId(word, first) as never, $lte: blockId(word, last) as never } },
      { projection: { _id: 0, day: 1, times: 1 } },
    )
    .toArray();
  return new Map(blocks.map(({ day, times }) => [Number(day), unpackTimes(times)]));
}

/** @returns when any word was said that begins so, ever; undefined when those are more than `most` words a day. */
export async function timesOfBeginning(beginning: string, most: number): Promise<TimesByDay | undefined> {
  const blocks = await SearchBlock.collection
    .find(
      { _id: { $gte: beginning as never, $lt: `${beginning}\uffff` as never } },
      { projection: { _id: 0, day: 1, times: 1 } },
    )
    .limit(most + 1)
    .toArray();
  return blocks.length > most ? undefined : united(blocks as never[]);
}

/** @returns when on some days any word was said that begins so. */
export async function timesOfBeginningOn(beginning: string, days: readonly number[]): Promise<TimesByDay> {
  const blocks = await SearchBlock.collection
    .find(
      { day: days.length === 1 ? days[0] : { $in: [...days] }, word: { $gte: beginning, $lt: `${beginning}\uffff` } },
      { projection: { _id: 0, day: 1, times: 1 } },
    )
    .toArray();
  return united(blocks as never[]);
}

function united(blocks: readonly Pick<SearchBlock, 'day' | 'times'>[]): TimesByDay {
  const sets = new Map<number, Set<number>>();
  for (const { day, times } of blocks) {
    const all = sets.get(day) ?? new Set();
    for (const time of unpackTimes(times)) all.add(time);
    sets.set(day, all);
  }
  return new Map([...sets].map(([day, all]) => [day, [...all].sort((one, other) => one - other)]));
}

/** @returns the times that are in all of them. */
export function inAll(lists: readonly TimesByDay[]): TimesByDay {
  const [first, ...others] = lists;
  if (first === undefined) return new Map();
  const result: TimesByDay = new Map();
  for (const [day, times] of first) {
    let common = times;
    for (const other of others) {
      common = inBoth(common, other.get(day) ?? []);
      if (common.length === 0) break;
    }
    if (common.length > 0) result.set(day, common);
  }
  return result;
}

function inBoth(one: readonly number[], other: readonly number[]): number[] {
  const both: number[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] as number, other[j] as number];
    if (a === b) both.push(a);
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return both;
}
