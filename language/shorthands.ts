import { foldText } from './foldText.ts';
import { languages, textsFor } from './texts.ts';

/** How people shorten a word in a hurry, by that word, in all languages: `nn` for `non`. */
export const shorthands: ReadonlyMap<string, ReadonlySet<string>> = gather();

const inFull = new Map(
  [...shorthands].flatMap(([word, all]) => [...all].map((short) => [short, foldText(word)] as const)),
);
const longestFirst = [...inFull.keys()].sort((one, other) => other.length - one.length);
const inShort = new RegExp(`(?<!\\p{L})(?:${longestFirst.join('|')})(?!\\p{L})`, 'gu');

/** @returns a folded text with the words in full that are written in short, folded too. */
export function writeInFull(text: string): string {
  return text.replace(inShort, (word) => inFull.get(word) as string);
}

function gather(): Map<string, Set<string>> {
  const all = new Map<string, Set<string>>();
  for (const language of languages) {
    for (const [word, shorter] of Object.entries(textsFor(language).shorthands)) {
      all.set(word, new Set([...(all.get(word) ?? []), ...shorter]));
    }
  }
  return all;
}
