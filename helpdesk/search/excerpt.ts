import type { Word } from '../../language/splitWords.ts';
import type { SearchHit } from '../api.ts';
import type { SearchQuery } from './searchQuery.ts';
import { searchTokens } from './searchTokens.ts';

/** How much is shown around what was found, in characters. */
const before = 60;
const longest = 220;

/** @returns the text around the first places where a query was found in it, those marked. */
export function excerpt(text: string, query: SearchQuery): SearchHit['excerpt'] {
  const found = merged(searchTokens(text).filter((token) => isAskedFor(token, query)));
  const first = found[0]?.start ?? 0;
  const begin = first <= before ? 0 : wordBegin(text, first - before);
  const end = text.length - begin <= longest ? text.length : begin + longest;
  const pieces: SearchHit['excerpt'] = [];
  let done = begin;
  const put = (until: number, marked: boolean) => {
    const piece = text.slice(done, until).replace(/\s+/g, ' ');
    if (piece !== '') pieces.push({ text: piece, marked });
    done = until;
  };
  if (begin > 0) pieces.push({ text: '…', marked: false });
  for (const { start, end: over } of found) {
    if (over > end) break;
    put(start, false);
    put(over, true);
  }
  put(end, false);
  if (end < text.length) pieces.push({ text: '…', marked: false });
  return pieces;
}

function isAskedFor({ text }: Word, { words, prefix }: SearchQuery): boolean {
  return text.startsWith(prefix) || words.includes(text);
}

/** In the order of the text, those that touch joined. */
function merged(tokens: Word[]): Pick<Word, 'start' | 'end'>[] {
  const result: Pick<Word, 'start' | 'end'>[] = [];
  for (const { start, end } of tokens.toSorted((one, other) => one.start - other.start)) {
    const last = result.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else result.push({ start, end });
  }
  return result;
}

/** Does not begin within a word, nor between the halves of a character. */
function wordBegin(text: string, from: number): number {
  const blank = text.slice(from, from + before / 2).search(/\s/);
  if (blank >= 0) return from + blank + 1;
  return /[\uDC00-\uDFFF]/.test(text[from] as string) ? from + 1 : from;
}
