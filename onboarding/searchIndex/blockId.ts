/** In milliseconds. */
export const dayLength = 86_400_000;

/** No word has a blank. Days have five digits until 2243, and sort as text. */
export function blockId(word: string, day: number): string {
  return `${word} ${day}`;
}
