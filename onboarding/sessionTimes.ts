import { DateTime, type DurationLikeObject } from 'luxon';

const longest: DurationLikeObject = { hours: 12 };
const longestIdle: DurationLikeObject = { hours: 1 };

/** @returns when a session ends that began at `startedAt` and was last used at `seenAt`: after an hour without use, and after twelve in any case. */
export function sessionEnd(startedAt: Date, seenAt: Date): Date {
  const ends = [DateTime.fromJSDate(startedAt).plus(longest), DateTime.fromJSDate(seenAt).plus(longestIdle)];
  return DateTime.min(...(ends as [DateTime, DateTime])).toJSDate();
}
