import { DateTime } from 'luxon';
import type { ConversationFilter } from '../api.ts';

/** @returns the times between which a filter's days lie in its zone: from inclusive, to exclusive. */
export function filterTimes({ from, to, zone = 'utc' }: Pick<ConversationFilter, 'from' | 'to' | 'zone'>): {
  from?: Date;
  to?: Date;
} {
  const begin = (day: string) => DateTime.fromISO(day, { zone }).startOf('day');
  return {
    ...(from !== undefined && { from: begin(from).toJSDate() }),
    ...(to !== undefined && { to: begin(to).plus({ days: 1 }).startOf('day').toJSDate() }),
  };
}
