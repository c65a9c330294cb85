import { languages, textsFor } from '../language/texts.ts';
import { straightApostrophes } from './straightApostrophes.ts';
import { wordingsIn } from './wordingsIn.ts';

const refuses = wordingsIn(languages.flatMap((language) => textsFor(language).person.refusedWords));

/**
 * @param text a sentence that speaks of a person of the helpdesk.
 * @returns what else it says where it refuses to talk to one, empty where it says nothing else; undefined where it
 *   refuses none.
 */
export function withoutRefusedPerson(text: string): string | undefined {
  const typed = straightApostrophes(text);
  if (!refuses.test(typed)) return undefined;
  return typed
    .split(/[,.;:!\n]+/)
    .filter((clause) => clause.trim() !== '' && !refuses.test(clause))
    .join(', ')
    .trim();
}
