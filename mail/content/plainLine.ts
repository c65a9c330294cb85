// Control characters would end a header; the others turn the reading direction round, or are not seen at all.
const unseen = /[\p{Cc}\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/**
 * @param value a name or another line that somebody typed.
 * @returns it on one line, without what cannot be seen, at most `most` characters long.
 */
export function plainLine(value: string, most = 120): string {
  const line = value.replace(unseen, ' ').replace(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}
