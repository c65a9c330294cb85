import { foldText } from '../language/foldText.ts';
import { languages, textsFor } from '../language/texts.ts';

const known = new Set(languages.flatMap((language) => textsFor(language).mail.mailUnproven.wroteItWords));
const yes = new Set(languages.flatMap((language) => textsFor(language).answers.yes));

/** @returns whether somebody says but that they have written a mail, as Usher asks of one that proves nothing. */
export function wroteIt(text: string): boolean {
  const words = foldText(text)
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .trim()
    .split(/\s+/);
  const isYes = words.length > 1 && yes.has(words[0] as string);
  return known.has(words.slice(isYes ? 1 : 0).join(' '));
}
