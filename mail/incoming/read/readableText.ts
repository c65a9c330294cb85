// Control characters, what cannot be seen, and what turns the reading direction round; the joiner that emoji are built
// with is left.
const unseen = /[\p{Cc}\u00AD\u061C\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** @returns text with line ends as \n, without characters that nobody sees. */
export function readableText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(unseen, (character) => (character === '\n' || character === '\t' ? character : ''));
}
