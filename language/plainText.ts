/** Longer messages are cut here: what is wanted stands at the beginning, and nobody waits for the rest to be read. */
export const longestText = 4000;

/**
 * @returns what a person typed, without the mention of the bot and without look-alike digits and letters; cut again, for one
 *   sign may stand for eighteen.
 */
export function plainText(text: string): string {
  const cut = text.length > longestText ? text.slice(0, longestText) : text;
  return cut
    .replace(/<at\b[^<>]{0,200}>[^<>]{0,200}<\/at>/gi, ' ')
    .normalize('NFKC')
    .slice(0, longestText);
}
