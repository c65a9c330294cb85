import { shorthands } from '../language/shorthands.ts';
import { asPattern } from './asPattern.ts';

/** An apostrophe that people leave out: "dont", "l invito". Without it "we'll" and "I'd" would be other words. */
const elision = /'(?!(?:ll|re|d)(?!\p{L}))/gu;
const accented = /[\u00e0-\u00ff]/g;

/**
 * @returns what finds one of these wordings in a text: whole words, in upper or lower case, the longest first; also as
 *   people type them in a hurry, without accents and apostrophes, and in short.
 */
export function wordingsIn(wordings: readonly string[]): RegExp {
  const sorted = [...new Set(wordings)].sort((a, b) => b.length - a.length);
  const all = sorted.map(inHurry).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${all})(?![\\p{L}\\p{N}])`, 'iu');
}

function inHurry(wording: string): string {
  return asPattern(wording)
    .replace(/\p{L}+/gu, (word) => {
      const short = shorthands.get(word.toLowerCase());
      return short ? `(?:${[word, ...short].join('|')})` : word;
    })
    .replace(elision, "[' ]?")
    .replace(accented, (letter) => `(?:${letter}|${letter.normalize('NFD').charAt(0)}'?)`);
}
