import { DateTime, type DateTime as Moment } from 'luxon';
import { now } from '../../onboarding/now.ts';
import type { Refusal } from '../api.ts';

/** One day where the operator is: 23 or 25 hours when the clocks change. */
export interface Day {
  /** `2026-11-25` */
  day: string;
  from: Date;
  /** Its end, which is not part of it. */
  to: Date;
  /** Nothing can change its figures any more: the day after it is over, too. */
  settled: boolean;
}

/** Days in a row, with their times. */
export interface Period {
  /** As the store of time zones spells it. */
  zone: string;
  from: Date;
  to: Date;
  days: Day[];
}

/** What a request names; see `Figures` in api.ts. */
export interface PeriodInput {
  from?: string | undefined;
  to?: string | undefined;
  zone?: string | undefined;
}

const mostDays = 366;
/** How many days are shown when nobody says which. */
const usualDays = 30;
/** Whatever is still being written when a day ends is there after so long. */
const settling = { minutes: 10 };

/**
 * Reads a period: days of the operator, inclusive. The last 30 days up to today where nothing is said; to today, or 30
 * days from the first one on, where only one end is.
 *
 * @returns refused: `wrongInput`, with the fields; a period has 366 days at most, and its end is not before its begin.
 */
export function readPeriod({ from, to, zone = 'UTC' }: PeriodInput): Period | Refusal {
  const at = DateTime.fromJSDate(now(), { zone });
  if (!at.isValid || at.zone.type !== 'iana') {
    if (!['utc', 'etc/utc'].includes(zone.toLowerCase())) return { refused: 'wrongInput', fields: ['zone'] };
  }
  const here = at.zoneName === 'UTC' ? at.toUTC() : at;
  const last = to === undefined ? undefined : dayIn(to, here);
  const first = from === undefined ? undefined : dayIn(from, here);
  const fields = [...(first === null ? ['from'] : []), ...(last === null ? ['to'] : [])];
  if (first === null || last === null) return { refused: 'wrongInput', fields };
  const end = last ?? earlier(here.startOf('day'), first?.plus({ days: mostDays - 1 }));
  const begin = first ?? end.minus({ days: usualDays - 1 });
  const length = Math.round(end.diff(begin, 'days').days) + 1;
  if (length < 1 || length > mostDays) return { refused: 'wrongInput', fields: ['from', 'to'] };
  const days = Array.from({ length }, (_, index) => dayOf(begin.plus({ days: index }), at));
  return {
    zone: here.zoneName as string,
    from: (days[0] as Day).from,
    to: (days.at(-1) as Day).to,
    days,
  };
}

/** @returns null when it is no day. */
function dayIn(text: string, here: Moment): Moment | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const day = DateTime.fromISO(text, { zone: here.zone });
  return day.isValid && day.year >= 2000 && day.year < 2200 ? day.startOf('day') : null;
}

function dayOf(begin: Moment, at: Moment): Day {
  const next = begin.plus({ days: 1 }).startOf('day');
  const over = next.plus({ days: 1 }).startOf('day').plus(settling);
  return { day: begin.toISODate() as string, from: begin.toJSDate(), to: next.toJSDate(), settled: over <= at };
}

function earlier(one: Moment, other: Moment | undefined): Moment {
  return other !== undefined && other < one ? other : one;
}
