import { IANAZone } from 'luxon';

/** Names that the runtime knows: asking it makes a formatter, which takes a tenth of a millisecond. */
const known = new Set<string>();
/** There are some six hundred; upper and lower case make more of them. */
const mostKnown = 1_000;

/** @returns the time zone that a client tells, if the runtime knows it by that name; otherwise `utc`. */
export function timeZoneOf(told: string | undefined): string {
  if (!told) return 'utc';
  if (known.has(told)) return told;
  if (!IANAZone.isValidZone(told)) return 'utc';
  if (known.size < mostKnown) known.add(told);
  return told;
}
