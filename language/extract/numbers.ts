import type { Word } from '../splitWords.ts';
import { isTaken, type Span } from './span.ts';

export type NumberKind = 'agreement' | 'account';

export interface FoundNumber extends Span {
  /** Ten digits, without blanks and hyphens. */
  digits: string;
  means: NumberKind;
}

/** What the words of a language file say about the numbers beside them. */
export interface NumberCues {
  kindOf(word: string): NumberKind | 'phone' | undefined;
  /** Words that stand between a cue and its number: "number", "is", "n." */
  isFiller(word: string): boolean;
}

interface Candidate {
  digits: string;
  start: number;
  end: number;
}

const length = 10;

/**
 * Finds agreement and purchasing account numbers, with or without blanks, hyphens or dots inside, and tells them apart:
 * first by shape (41… is an agreement, 000… an account), else by the word beside the number, else, when the sentence
 * speaks of both, by order. An account number that lost its leading zeros in a spreadsheet gets them back when the word
 * "account" stands right before it. Phone numbers, dates and postal codes are left alone.
 */
export function findNumbers(
  text: string,
  words: readonly Word[],
  spans: readonly Span[],
  cues: NumberCues,
): FoundNumber[] {
  const found: FoundNumber[] = [];
  const unclear: Candidate[] = [];
  const all = candidates(text, spans);
  const inOrder = namedTogether(all, words, cues);
  for (const candidate of all) {
    const before = cueBefore(candidate, words, cues);
    const cue = before ?? cueAfter(candidate, text, words, cues);
    if (cue === 'phone') continue;
    if (candidate.digits.length < length) {
      if (before !== 'account') continue;
      found.push({ ...candidate, kind: 'number', digits: candidate.digits.padStart(length, '0'), means: 'account' });
      continue;
    }
    const means = shapeOf(candidate.digits) ?? (inOrder ? undefined : cue);
    if (means) found.push({ ...candidate, kind: 'number', means });
    else unclear.push(candidate);
  }
  found.push(...byOrder(unclear, found, words, cues));
  return found.sort((a, b) => a.start - b.start);
}

function shapeOf(digits: string): NumberKind | undefined {
  if (digits.startsWith('41')) return 'agreement';
  if (digits.startsWith('000')) return 'account';
  return undefined;
}

/** Whether agreement and account are both named before the first number and neither between the two numbers. */
function namedTogether(all: readonly Candidate[], words: readonly Word[], cues: NumberCues): boolean {
  const [first, second, ...rest] = all;
  if (!first || !second || rest.length > 0) return false;
  const kinds = (from: number, to: number) =>
    new Set(words.filter(({ start, end }) => start >= from && end <= to).map(({ text }) => cues.kindOf(text)));
  const before = kinds(0, first.start);
  const between = kinds(first.end, second.start);
  return before.has('agreement') && before.has('account') && !between.has('agreement') && !between.has('account');
}

/** Digits that could be a number of ours: ten, perhaps in groups, or seven to nine in one piece. */
function candidates(text: string, spans: readonly Span[]): Candidate[] {
  const found: Candidate[] = [];
  for (const run of text.matchAll(/\d+(?:(?:[ \u00a0\u202f.-]|[ \u00a0][-–] ?|–)\d+)*/g)) {
    const groups = [...run[0].matchAll(/\d+/g)].map((group) => ({
      digits: group[0],
      start: run.index + group.index,
      end: run.index + group.index + group[0].length,
    }));
    const before = text.slice(Math.max(0, run.index - 16), run.index);
    // "+39 …" is a phone number; "IT60X05…" and "2,5" are something else entirely.
    if (/\+\s?$|\p{L}\d*$|\d[,:/]$/u.test(before) && !/(?:^|[^\p{L}\p{N}])(?:n|nr|no|num|mpsa)$/iu.test(before))
      continue;
    if (/^[\p{L}_]/u.test(text.slice(run.index + run[0].length))) continue;
    for (let from = 0; from < groups.length; from++) {
      const first = groups[from] as Candidate;
      let digits = '';
      let to = from;
      while (to < groups.length && digits.length < length) digits += (groups[to++] as Candidate).digits;
      const whole = { digits, start: first.start, end: (groups[to - 1] as Candidate).end };
      const tooShort = digits.length < length && (groups.length > 1 || digits.length < 7);
      if (digits.length > length || tooShort || isTaken(spans, whole.start, whole.end)) continue;
      found.push(whole);
      from = to - 1;
    }
  }
  return found;
}

type Cue = ReturnType<NumberCues['kindOf']>;

function cueBefore(candidate: Candidate, words: readonly Word[], cues: NumberCues): Cue {
  let at = words.length - 1;
  while (at >= 0 && (words[at] as Word).start >= candidate.start) at--;
  for (let steps = 0; at >= 0 && steps < 5; at--, steps++) {
    const word = words[at] as Word;
    if (/^\p{N}/u.test(word.text)) return undefined;
    const kind = cues.kindOf(word.text);
    if (kind) return kind;
    if (!cues.isFiller(word.text)) return undefined;
  }
  return undefined;
}

/** "4100012345 (agreement)", "4100012345 is the agreement number": only up to the next number or comma. */
function cueAfter(candidate: Candidate, text: string, words: readonly Word[], cues: NumberCues): Cue {
  let steps = 0;
  let last = candidate.end;
  for (const word of words) {
    if (word.start < candidate.end) continue;
    if (/^\p{N}/u.test(word.text) || /[,;.\n]/.test(text.slice(last, word.start)) || steps++ > 4) return undefined;
    const kind = cues.kindOf(word.text);
    if (kind) return kind;
    if (!cues.isFiller(word.text)) return undefined;
    last = word.end;
  }
  return undefined;
}

/** "Agreement and account are 7300012345 and 8800012345": the words in their order, for the numbers in theirs. */
function byOrder(
  unclear: readonly Candidate[],
  clear: readonly FoundNumber[],
  words: readonly Word[],
  cues: NumberCues,
): FoundNumber[] {
  const open: NumberKind[] = [];
  for (const { text } of words) {
    const kind = cues.kindOf(text);
    if (kind === 'phone' || kind === undefined || open.includes(kind)) continue;
    if (!clear.some(({ means }) => means === kind)) open.push(kind);
  }
  if (unclear.length !== open.length) return [];
  return unclear.map((candidate, index) => ({ ...candidate, kind: 'number', means: open[index] as NumberKind }));
}
