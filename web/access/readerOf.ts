import type { Reader } from '../../cards/inWords.ts';
import type { Visit } from '../visit.ts';

/** @returns how the visitor reads. A browser does not tell its time zone; days are those of UTC. */
export function readerOf({ texts, language }: Visit): Reader {
  return { texts, language, timeZone: 'utc' };
}
