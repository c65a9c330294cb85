import { wordCount } from './wordCount.ts';

/** Of a longer sentence nobody knows what it asks. */
const mostWords = 14;

/** @returns whether a sentence is short enough for single wordings in it to tell what it asks. */
export function isShortSentence(sentence: string): boolean {
  return wordCount(sentence) <= mostWords;
}
