import { DayFigures, type TalkSums, type WalkSums } from '../../models/dayFigures.ts';
import { onceOnly } from '../../onboarding/onceOnly.ts';
import type { Figures } from '../api.ts';
import { type Day, type Period, readPeriod } from './period.ts';
import { addGivenUp, sumTalk } from './sumTalk.ts';

/** In this zone every day is summed (keepFigures.ts), so that each day is known in one at least. */
export const commonZone = 'UTC';

/**
 * What was said, day by day, and what became of the walks. Days that are settled are summed once and kept; the others
 * are summed each time. Of a day whose messages are gone, and that was never asked for in this zone while they were
 * there, the sums are those of the day in UTC.
 */
export async function talkFigures({ zone, days }: Period): Promise<Pick<Figures, 'days' | 'walks'>> {
  const kept = await keptDays(zone, days);
  const figures: Figures['days'] = [];
  const walks = new Map<string, WalkSums>();
  for (const day of days) {
    const sums = kept.get(day.day) ?? (await sumDay(zone, day));
    const { conversations, messagesIn, messagesOut } = sums;
    figures.push({ day: day.day, conversations, messagesIn, messagesOut });
    for (const one of sums.walks) addWalk(walks, one);
  }
  return { days: figures, walks: [...walks.values()].sort((a, b) => b.begun - a.begun || (a.walk < b.walk ? -1 : 1)) };
}

/** @returns the days that are summed already. */
export async function keptDays(zone: string, days: readonly Day[]): Promise<Map<string, TalkSums>> {
  const kept = await DayFigures.find({
    zone,
    day: { $gte: days[0]?.day ?? '', $lte: days.at(-1)?.day ?? '' },
  }).lean();
  return new Map(kept.map((sums) => [sums.day, sums]));
}

/** Sums one day, and keeps what cannot change any more. */
export async function sumDay(zone: string, day: Day): Promise<TalkSums> {
  const sums = await sumTalk(day);
  if (!day.settled) return sums;
  if (sums.conversations === 0 && zone !== commonZone) {
    const gone = await goneSums(day.day);
    if (gone) return gone;
  }
  // Whoever else sums the day comes to the same.
  await onceOnly(() =>
    DayFigures.updateOne(
      { _id: `${day.day} ${zone}` },
      { $setOnInsert: { zone, day: day.day, ...sums } },
      { upsert: true },
    ),
  );
  return sums;
}

/** @returns the sums of a day in UTC, if its messages are not there any more. */
async function goneSums(day: string): Promise<TalkSums | undefined> {
  const common = await DayFigures.findOne({ zone: commonZone, day }).lean();
  if (!common || common.conversations === 0) return undefined;
  const period = readPeriod({ zone: commonZone, from: day, to: day });
  const [there] = 'refused' in period ? [] : period.days;
  return there && (await sumTalk(there)).conversations === 0 ? common : undefined;
}

function addWalk(walks: Map<string, WalkSums>, { walk, begun, finished, givenUp }: WalkSums): void {
  const sums = walks.get(walk) ?? { walk, begun: 0, finished: 0, givenUp: [] };
  walks.set(walk, sums);
  sums.begun += begun;
  sums.finished += finished;
  for (const one of givenUp) addGivenUp(sums.givenUp, { step: one.step, times: one.times });
}
