import type { Answer } from './answers/answer.ts';
import { readAnswer } from './answers/answerReader.ts';
import { answerTokens } from './answers/answerTokens.ts';
import { foldText } from './foldText.ts';

/** Stands for a title in what is read; it says yes, and is part of no longer wording. */
const sign = '✔';

/** Which words said yes, or no. */
const kindsOf = { yes: ['yes', 'approve'], no: ['deny'] } as const;

/** Who answers: what else stands below an answer as its signature is somebody else's name. */
export interface Signer {
  email: string;
  firstName: string;
  lastName: string;
}

/**
 * Reads a reply as the press of a button. The whole reply has to be one: a title, or a yes or a no, with nothing but
 * courtesies and the writer's signature around it. Any other word makes it none, as does a question: a press sends
 * something.
 *
 * @param titles what the buttons are called.
 * @param goAheads what says yes here beside the usual words: “send it”.
 * @returns the one title that it names, as it was given; `yes` or `no` where it names none; undefined for anything else.
 */
export function readPress(
  text: string,
  { titles, goAheads, signer }: { titles: readonly string[]; goAheads: readonly string[]; signer: Signer },
): { title: string } | 'yes' | 'no' | undefined {
  const named = placesOf(text, titles);
  if (named.length > 1) return undefined;
  const [place] = named;
  if (place) return isPlain(withSigns(text, [place]), 'yes', signer) ? { title: place.wording } : undefined;
  if (isPlain(withSigns(text, placesOf(text, goAheads)), 'yes', signer)) return 'yes';
  return isPlain(text, 'no', signer) ? 'no' : undefined;
}

interface Place {
  wording: string;
  start: number;
  end: number;
}

/** Where wordings stand, in their order; of two that overlap only the longer one. */
function placesOf(text: string, wordings: readonly string[]): Place[] {
  const tokens = answerTokens(text);
  const folded = tokens.map(({ raw }) => foldText(raw));
  const places: Place[] = [];
  for (const wording of new Set(wordings)) {
    const words = answerTokens(wording).map(({ raw }) => foldText(raw));
    for (let at = 0; words.length > 0 && at + words.length <= tokens.length; at++) {
      const isHere = words.every(
        (word, index) =>
          folded[at + index] === word && (index === 0 || !/[.!?;\n]/.test(tokens[at + index]?.gap ?? '')),
      );
      const [first, last] = [tokens[at], tokens[at + words.length - 1]];
      if (isHere && first && last) places.push({ wording, start: first.start, end: last.end });
    }
  }
  const isWithin = (one: Place, other: Place) =>
    one.start < other.end && other.start < one.end && one.end - one.start < other.end - other.start;
  return places.filter((one) => !places.some((other) => isWithin(one, other))).sort((a, b) => a.start - b.start);
}

function withSigns(text: string, places: readonly Place[]): string {
  return places.reduceRight((all, { start, end }) => `${all.slice(0, start)}${sign}${all.slice(end)}`, text);
}

/** Whether a text says yes, or no, and nothing else. */
function isPlain(text: string, meaning: keyof typeof kindsOf, signer: Signer): boolean {
  const { answer, isDoubtful } = readAnswer(text, 'decision', {});
  const { items } = answer;
  if (isDoubtful || answer.isQuestion || answer.trailsOff || answer.endsWithForeignSign) return false;
  const is = answer.isKind.bind(answer);
  const isOwn = ownWordsOf(signer);
  let isSaid = false;
  for (let at = 0; at < items.length; at++) {
    if (items[at]?.isCorrected || answer.hasForeignSign(at)) return false;
    const isBelow = answer.startOf(at) >= answer.signatureAt;
    if (isSaid && (isBelow || answer.isDisclaimer(at) || is(at, 'closing', 'footer'))) {
      return isSignatureOf(answer, at, signer);
    }
    if (is(at, ...kindsOf[meaning])) isSaid = true;
    else if (is(at, 'courtesy', 'vocative', 'greeting')) continue;
    // "Dear Dr Keller, yes".
    else if (!isSaid && (is(at, 'title') || answer.isName(at)) && is(firstBefore(answer, at), 'greeting')) continue;
    else if (isSaid && isOwn(answer.textOf(at))) {
      // Titles and numbers below a name look like what a form is filled with, where nothing says that they are none.
      return isSignatureOf(answer, at, signer) && !items.some((_, index) => index > at && is(index, 'role'));
    } else return false;
  }
  return isSaid;
}

/** The item before a name and its titles. */
function firstBefore(answer: Answer, at: number): number {
  let before = at - 1;
  while (before > 0 && (answer.isName(before) || answer.isKind(before, 'title'))) before--;
  return before;
}

/** Whether a signature follows that names no other address than the writer's: one of those may be who is meant. */
function isSignatureOf(answer: Answer, from: number, { email }: Signer): boolean {
  for (let at = from; at < answer.items.length; at++) {
    if (answer.isEmail(at) && answer.textOf(at).toLowerCase() !== email) {
      return false;
    }
  }
  return answer.isSignature(from);
}

function ownWordsOf({ email, firstName, lastName }: Signer): (word: string) => boolean {
  const mailbox = email.slice(0, email.lastIndexOf('@'));
  const own = new Set(
    answerTokens(`${firstName} ${lastName} ${mailbox.replace(/[._+-]/g, ' ')}`).map((word) => word.text),
  );
  return (word) => /^\p{Lu}/u.test(word) && own.has(foldText(word));
}
