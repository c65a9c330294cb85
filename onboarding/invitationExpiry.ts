import { DateTime } from 'luxon';

const days = 60;

/**
 * @param timeZone of the organization; the days are calendar days there (product.md, "Invitation life").
 * @returns when an invitation that is sent at `sentAt` expires.
 */
export function invitationExpiry(sentAt: Date, timeZone: string): Date {
  const there = DateTime.fromJSDate(sentAt, { zone: timeZone });
  return (there.isValid ? there : DateTime.fromJSDate(sentAt, { zone: 'utc' })).plus({ days }).toJSDate();
}
