import { DateTime } from 'luxon';

const pausesInMinutes = [1, 2, 5, 10, 30, 60];
const laterPauseInMinutes = 120;
const hoursOfChecks = 72;

/** @returns when Usher stops looking for the TXT record of a domain that is added at `start`. */
export function domainChecksEnd(start: Date): Date {
  return DateTime.fromJSDate(start).plus({ hours: hoursOfChecks }).toJSDate();
}

/**
 * @param checks how often it was looked up so far.
 * @returns when to look again after `from`: in growing pauses, the last time exactly when the checks end.
 */
export function nextDomainCheck(from: Date, checks: number, checksEndAt: Date): Date {
  const minutes = pausesInMinutes[checks] ?? laterPauseInMinutes;
  const next = DateTime.fromJSDate(from).plus({ minutes }).toJSDate();
  return next < checksEndAt ? next : checksEndAt;
}
