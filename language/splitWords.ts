import { foldText } from './foldText.ts';

/** A word of a text, folded, and where it stands in the text that was split. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

const words = /[\p{L}\p{M}]+|\p{N}+/gu;
const asciiWords = /[a-z]+|[0-9]+/gi;
/** Nothing to fold but capital letters: ASCII, no character three times in a row. */
const plain = /^(?:([ -~\s])(?!\1\1))*$/;

/**
 * Splits a text into folded words of letters or digits; apostrophes and hyphens separate ("l'amministratore" is two
 * words). Positions are those of the text as typed.
 */
export function splitWords(text: string): Word[] {
  const isPlain = plain.test(text);
  const split: Word[] = [];
  for (const match of text.matchAll(isPlain ? asciiWords : words)) {
    const [typed] = match;
    const start = match.index;
    split.push({ text: isPlain ? typed.toLowerCase() : foldText(typed), start, end: start + typed.length });
  }
  return split;
}
