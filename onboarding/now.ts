import { DateTime } from 'luxon';

/** @returns this moment by luxon's clock, which tests move. */
export function now(): Date {
  return DateTime.now().toJSDate();
}
