import { languages, textsFor } from '../../../language/texts.ts';

const longest = 160;
const letters = /[^\p{L}]+/gu;

const markers = new Set(languages.map((language) => bare(textsFor(language).mail.replyAbove)));

/**
 * @returns whether a line is the one that our mails begin with, however a mail program gave it back: quoted, bold, between
 *   dashes, in another language than the writer's.
 */
export function isOwnMarker(line: string): boolean {
  return line.length <= longest && line.length > 10 && markers.has(bare(line));
}

function bare(text: string): string {
  return text.toLowerCase().replace(letters, '');
}
