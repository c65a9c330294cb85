/** @returns at most `most` characters of what somebody wrote, on one line and without control characters. */
export function shortened(text: string, most: number): string {
  const line = text
    .replace(/\p{C}+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > most ? `${line.slice(0, most - 1).trimEnd()}…` : line;
}
