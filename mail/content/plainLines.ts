import { plainLine } from './plainLine.ts';

/**
 * @param value what somebody wrote, perhaps on several lines.
 * @returns it without what cannot be seen, at most `most` characters long, never more than one empty line in a row.
 */
export function plainLines(value: string, most = 2000): string {
  const lines = value.split(/\r\n|[\n\r\u2028\u2029]/u).map((line) => plainLine(line, most));
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  const characters = [...text];
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : text;
}
