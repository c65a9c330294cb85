import { languages, textsFor } from '../language/texts.ts';
import { isShortSentence } from './isShortSentence.ts';
import { straightApostrophes } from './straightApostrophes.ts';
import type { Understood } from './understood.ts';
import { wordingsIn } from './wordingsIn.ts';

const words = languages.map((language) => textsFor(language).person.takingAway);
const verbs = wordingsIn(words.flatMap(({ verbs }) => verbs));
const nouns = wordingsIn(words.flatMap(({ nouns }) => nouns));
const others = wordingsIn(words.flatMap(({ others }) => others));

/**
 * @returns whether a text wants a role or all access taken away from somebody: “remove omar@contoso.com”, “take away Omar’s
 *   role”. An invitation, a request or a domain is another matter.
 */
export function takesAccessAway({ text, data }: Pick<Understood, 'text' | 'data'>): boolean {
  const typed = straightApostrophes(text);
  if (!isShortSentence(typed) || !verbs.test(typed) || others.test(typed) || data.domains.length > 0) return false;
  return nouns.test(typed) || data.roles.length > 0 || data.emails.length > 0 || data.names.length > 0;
}
