import type { Word } from '../../language/splitWords.ts';
import { searchTokens } from './searchTokens.ts';

/** What is looked for: each of the words, and one that begins like the last. */
export interface SearchQuery {
  words: string[];
  prefix: string;
}

const longestQuery = 300;
const mostWords = 12;

/**
 * @returns what a query asks for; `noWord` when it has only signs, by which nothing can be found; undefined when it is
 *   longer than a person would type. An address, a domain or a number in groups counts as one word.
 */
export function searchQuery(typed: string): SearchQuery | 'noWord' | undefined {
  if (typed.length > longestQuery) return undefined;
  const tokens = searchTokens(typed);
  // An address holds its parts: they need not be looked for besides.
  const whole = tokens.filter((token) => !tokens.some((other) => other !== token && holds(other, token)));
  whole.sort((one, other) => one.start - other.start);
  const last = whole.at(-1);
  if (last === undefined) return 'noWord';
  if (whole.length > mostWords) return undefined;
  const words = [...new Set(whole.slice(0, -1).map(({ text }) => text))];
  return { words, prefix: last.text };
}

function holds(outer: Word, inner: Word): boolean {
  return outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;
}
