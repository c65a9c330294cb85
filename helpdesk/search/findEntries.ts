import { type SearchEntry as Entry, SearchEntry } from '../../models/searchEntry.ts';
import { dayLength } from '../../onboarding/searchIndex/blockId.ts';
import type { Position } from '../list/cursor.ts';
import { inAll, type TimesByDay, timesOfBeginning, timesOfBeginningOn, timesOfWord } from './findTimes.ts';

export interface WantedEntries {
  /** All of them: words, and keys of filters. */
  words: readonly string[];
  /** And a word that begins so. */
  beginning: string;
  /** From inclusive, to exclusive. */
  from?: Date | undefined;
  to?: Date | undefined;
  /** Only what is older than this place. */
  after?: Position | undefined;
  most: number;
  /** Keeps those that are wanted, where the words do not tell. */
  keep(found: Entry[]): Promise<Entry[]> | Entry[];
}

/** A beginning of no more words and days is looked up at once, otherwise on one span of days after the other. */
const mostBlocks = 250;
/** So many times are rather looked at one by one than narrowed by a beginning that much is found by. */
const fewTimes = 300;
/** In days. */
const firstSpan = 1;
const growth = 4;
const smallestBatch = 40;

/**
 * Finds the newest entries in which words stand, on one span of days after the other, each further back and longer, so
 * that neither what is everywhere nor what is nowhere takes long.
 *
 * @returns at most `most`, newest first, those of one time by id, the largest first.
 */
export async function findEntries(wanted: WantedEntries): Promise<Entry[]> {
  const { words, beginning, from, to, after, most } = wanted;
  const [[newest], [oldest], rare] = await Promise.all([
    SearchEntry.find({}, { at: 1 }).sort({ at: -1 }).limit(1).lean(),
    SearchEntry.find({}, { at: 1 }).sort({ at: 1 }).limit(1).lean(),
    timesOfBeginning(beginning, mostBlocks),
  ]);
  if (newest === undefined || oldest === undefined || rare?.size === 0) return [];
  const earliest = Math.max(oldest.at.getTime(), from?.getTime() ?? Number.NEGATIVE_INFINITY);
  const latest = Math.min(
    newest.at.getTime(),
    to === undefined ? Number.POSITIVE_INFINITY : to.getTime() - 1,
    after?.at.getTime() ?? Number.POSITIVE_INFINITY,
  );
  const kept: Entry[] = [];
  let span = firstSpan;
  for (let last = dayOf(latest); last >= dayOf(earliest) && kept.length < most; ) {
    const first = Math.max(dayOf(earliest), last - span + 1);
    const times = await timesOfAll(wanted, rare, first, last);
    await take(descending(times, earliest, latest));
    last = first - 1;
    span *= growth;
  }
  return kept.slice(0, most);

  async function take(times: readonly number[]): Promise<void> {
    let batch = Math.max(smallestBatch, most);
    for (let first = 0; first < times.length && kept.length < most; first += batch, batch *= 2) {
      const found = await SearchEntry.find({ at: { $in: times.slice(first, first + batch).map((at) => new Date(at)) } })
        .sort({ at: -1, _id: -1 })
        .lean();
      kept.push(...(await wanted.keep(found.filter(isWanted))));
    }
  }

  /** Several entries may bear one time. */
  function isWanted(entry: Entry): boolean {
    if (after !== undefined && entry.at >= after.at) {
      if (entry.at > after.at || entry._id.toHexString() >= after.id) return false;
    }
    return words.every((word) => entry.words.includes(word)) && entry.words.some((word) => word.startsWith(beginning));
  }
}

/** @returns when all of it was said within one message, or one moment. */
async function timesOfAll(
  { words, beginning }: WantedEntries,
  rare: TimesByDay | undefined,
  first: number,
  last: number,
): Promise<TimesByDay> {
  const ofWords = await Promise.all(words.map((word) => timesOfWord(word, first, last)));
  if (rare !== undefined) {
    const within = new Map([...rare].filter(([day]) => day >= first && day <= last));
    return inAll([within, ...ofWords]);
  }
  const days = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  if (words.length === 0) return await timesOfBeginningOn(beginning, days);
  const common = inAll(ofWords);
  const count = [...common.values()].reduce((sum, times) => sum + times.length, 0);
  if (count <= fewTimes) return common;
  return inAll([common, await timesOfBeginningOn(beginning, [...common.keys()])]);
}

function descending(times: TimesByDay, earliest: number, latest: number): number[] {
  return [...times]
    .sort(([one], [other]) => other - one)
    .flatMap(([day, ofDay]) => ofDay.toReversed().map((time) => day * dayLength + time))
    .filter((time) => time >= earliest && time <= latest);
}

function dayOf(time: number): number {
  return Math.floor(time / dayLength);
}
