import { DateTime } from 'luxon';

/**
 * @param timeZone of the organization. Days are calendar days there; Saturdays and Sundays do not count, holidays (of
 *   which Usher knows nothing) do.
 * @returns the same time of day so many working days later; of a weekend, counted from its end.
 */
export function plusWorkingDays(from: Date, days: number, timeZone: string): Date {
  const zoned = DateTime.fromJSDate(from, { zone: timeZone });
  let day = zoned.isValid ? zoned : DateTime.fromJSDate(from, { zone: 'utc' });
  for (let left = days; left > 0; ) {
    day = day.plus({ days: 1 });
    if (!day.isWeekend) left -= 1;
  }
  return day.toJSDate();
}
