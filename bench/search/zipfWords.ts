import { readUtterances } from '../../language/readUtterances.ts';
import { splitWords } from '../../language/splitWords.ts';

/** So many different words people of one language use here, most of them hardly ever. */
const size = 40_000;
/** Zipf-Mandelbrot: the word of rank r is drawn as 1 / (r + shift) ^ exponent. */
const exponent = 1.05;
const shift = 2.7;

const sounds = {
  en: {
    begin: ['b', 'br', 'c', 'ch', 'd', 'f', 'gr', 'h', 'k', 'l', 'm', 'p', 'pl', 'r', 's', 'st', 'th', 'tr', 'w'],
    middle: ['a', 'e', 'ea', 'i', 'o', 'oo', 'u'],
    end: ['ck', 'd', 'ed', 'er', 'ing', 'l', 'n', 'ness', 'r', 's', 't', 'tion'],
  },
  it: {
    begin: ['b', 'c', 'd', 'f', 'g', 'gl', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'sc', 'sp', 't', 'tr', 'v', 'z'],
    middle: ['a', 'e', 'i', 'ia', 'io', 'o', 'u'],
    end: ['re', 'to', 'ta', 'ti', 'zione', 'mente', 'tà', 'no', 'lla', 'cci', 'ndo', 'le'],
  },
} as const;

export type WrittenLanguage = keyof typeof sounds;
export const writtenLanguages = Object.keys(sounds) as WrittenLanguage[];

export interface ZipfWords {
  /** The words, the most frequent one first. */
  ranked: readonly string[];
  /** Sentences that people wrote to Usher. */
  sentences: readonly string[];
  draw(random: () => number): string;
}

/**
 * The words of a language as people use them: first those of the training sentences, by how often they are there, then
 * made-up ones as rare as names, places and typing errors are.
 */
export function zipfWords(language: WrittenLanguage, random: () => number): ZipfWords {
  const sentences = readUtterances()
    .training.filter((one) => one.language === language)
    .map(({ text }) => text);
  const times = new Map<string, number>();
  for (const { text } of sentences.flatMap((sentence) => splitWords(sentence))) {
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  const known = [...times].sort(([, one], [, other]) => other - one).map(([word]) => word);
  const words = new Set(known);
  const { begin, middle, end } = sounds[language];
  const one = (of: readonly string[]) => of[Math.floor(random() * of.length)] as string;
  while (words.size < size) {
    const syllables = 1 + Math.floor(random() * 3);
    let word = '';
    for (let count = 0; count < syllables; count += 1) word += one(begin) + one(middle);
    words.add(word + one(end));
  }
  const ranked = [...words];
  const sums = new Float64Array(size);
  let sum = 0;
  for (let rank = 0; rank < size; rank += 1) {
    sum += 1 / (rank + 1 + shift) ** exponent;
    sums[rank] = sum;
  }
  return { ranked, sentences, draw: (random) => ranked[lowest(sums, random() * sum)] as string };
}

/** @returns the first place whose sum is above a number. */
function lowest(sums: Float64Array, above: number): number {
  let [low, high] = [0, sums.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > above) high = middle;
    else low = middle + 1;
  }
  return low;
}
