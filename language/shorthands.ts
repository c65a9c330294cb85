import { languages, textsFor } from './texts.ts';

/** How people shorten a word in a hurry, by that word, in all languages: `nn` for `non`. */
export const shorthands: ReadonlyMap<string, ReadonlySet<string>> = gather();

const inFull = new Map([...shorthands].flatMap(([word, all]) => [...all].map((short) => [short, word] as const)));

/** @returns a text with the words in full that are written in short. */
export function writeInFull(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => inFull.get(word) ?? word);
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
