import { foldText } from './foldText.ts';
import { writeInFull } from './shorthands.ts';

/** In characters. A longer text is no set phrase; looking for its end would take time by the square of its length. */
const longest = 200;

/** "L invito": a consonant by itself is a word without its vowel, and the apostrophe is missing. */
const elided = /(?<!\p{L})([cdlmnstv]) (?=[aeiou])/gu;

/**
 * @returns a text folded, without apostrophes and without the marks at its end, its words in full: to be compared with
 *   names of buttons and other set phrases, of which this has been made too; empty where it is longer than any of them.
 */
export function setPhrase(text: string): string {
  if (text.length > longest) return '';
  const phrase = foldText(text)
    .replace(/[\s.!?]+$/, '')
    .replace(/'/g, '')
    .replace(elided, '$1')
    .trim();
  return writeInFull(phrase);
}
