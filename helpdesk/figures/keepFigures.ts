import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { DayFigures } from '../../models/dayFigures.ts';
import { faultReference } from '../../onboarding/faultReference.ts';
import { now } from '../../onboarding/now.ts';
import { type Period, readPeriod } from './period.ts';
import { commonZone, keptDays, sumDay } from './talkFigures.ts';

/** Sums the days while their messages are there; see {@link keepFigures}. */
export interface FiguresKeeper {
  stop(): Promise<void>;
}

/** In milliseconds. */
const firstAfter = 5 * 60_000;
const lookEvery = 60 * 60_000;
/** A keeper that was away for longer leaves days out whose messages may be gone anyway. */
const daysBack = 30;

/** Keeps the sums of each day that is settled, once an hour; any number of processes may do so. */
export function startFiguresKeeper(log: Pick<Logger, 'error'>): FiguresKeeper {
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer = setTimeout(look, firstAfter).unref();

  function look(): void {
    running = keepFigures(() => stopped)
      .catch((fault: unknown) => log.error({ err: fault, reference: faultReference() }, 'the days could not be summed'))
      .finally(() => {
        if (!stopped) timer = setTimeout(look, lookEvery).unref();
      });
  }

  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/**
 * Sums the settled days of the last weeks that are not summed yet: in UTC, and in each time zone in which somebody has
 * looked at figures.
 * @param stop asked between days.
 */
export async function keepFigures(stop: () => boolean = () => false): Promise<void> {
  const zones = new Set([commonZone, ...(await DayFigures.distinct('zone'))]);
  for (const zone of zones) {
    const period = lastDays(zone);
    const settled = period.days.filter((day) => day.settled);
    const kept = await keptDays(zone, settled);
    for (const day of settled) {
      if (stop()) return;
      if (!kept.has(day.day)) await sumDay(zone, day);
    }
  }
}

function lastDays(zone: string): Period {
  const from = DateTime.fromJSDate(now(), { zone }).minus({ days: daysBack }).toISODate() ?? undefined;
  const period = readPeriod({ zone, from });
  if ('refused' in period) throw new Error(`A kept time zone is none: ${zone}`);
  return period;
}
