/** A word of a text, folded, and where it stands in the text that was split. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/**
 * Splits a text into words of letters or digits; apostrophes and hyphens separate ("l'amministratore" is two words).
 *
 * @param text the text as typed.
 * @param fold what makes spellings comparable, applied to each word by itself so that positions stay those of `text`.
 */
export function splitWords(text: string, fold: (word: string) => string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)) {
    words.push({ text: fold(match[0]), start: match.index, end: match.index + match[0].length });
  }
  return words;
}
