/** @returns a text with the apostrophes of a typewriter, as the wordings of `language/texts/` have them; of the same length. */
export function straightApostrophes(text: string): string {
  return text.replace(/[’‘]/g, "'");
}
