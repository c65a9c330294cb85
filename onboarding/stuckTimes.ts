import { DateTime } from 'luxon';

/** A fault that has come back for so long is no passing one. */
export function longFaulty(): Date {
  return DateTime.now().minus({ minutes: 15 }).toJSDate();
}

/** What was due then, nobody is there to do. */
export function longDue(): Date {
  return DateTime.now().minus({ hours: 1 }).toJSDate();
}

/**
 * In the outboxes and with mails that came in, the time at which something is due is also the lease of whoever has it in
 * hand. No lease ends later than this; what is due before is tried soon anyway, and is left alone.
 */
export function beyondLeases(): Date {
  return DateTime.now().plus({ minutes: 10 }).toJSDate();
}
