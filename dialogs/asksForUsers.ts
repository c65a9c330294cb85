import { languages, textsFor } from '../language/texts.ts';
import { isShortSentence } from './isShortSentence.ts';
import { straightApostrophes } from './straightApostrophes.ts';
import { wordingsIn } from './wordingsIn.ts';

const asked = wordingsIn(languages.flatMap((language) => textsFor(language).manageAccess.asking));

/** @returns whether a text asks who is in or who is invited: “who did I invite?”, “list everybody who has access”. */
export function asksForUsers(text: string): boolean {
  const typed = straightApostrophes(text);
  return isShortSentence(typed) && asked.test(typed);
}
