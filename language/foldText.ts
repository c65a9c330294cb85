const tripled = /(\p{L})\1\1/u;
const tripledAll = /(\p{L})\1{2,}/gu;

/**
 * Folds what people spell differently into one spelling: lower case, no accents, one kind of apostrophe, letters
 * repeated for emphasis ("heeelp") once. "È" and "e'" and "e" end up comparable.
 *
 * @param text any text; its length may change.
 */
export function foldText(text: string): string {
  let folded = text;
  // Most messages are plain ASCII, for which decomposing is wasted time.
  if (/[^\0-\x7f]/.test(text)) {
    folded = text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[’‘`´ʼ]/g, "'")
      .replace(/ß/g, 'ss');
  }
  const lower = folded.toLowerCase();
  return tripled.test(lower) ? lower.replace(tripledAll, '$1') : lower;
}
