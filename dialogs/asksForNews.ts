import { languages, textsFor } from '../language/texts.ts';
import { isShortSentence } from './isShortSentence.ts';
import { straightApostrophes } from './straightApostrophes.ts';
import { wordingsIn } from './wordingsIn.ts';

const own = wordingsIn(languages.flatMap((language) => textsFor(language).accessRequest.ownWords));

/** @returns whether a text is about what its writer has asked the administrators for: “where is my request?”. */
export function asksForNews(text: string): boolean {
  const typed = straightApostrophes(text);
  return isShortSentence(typed) && own.test(typed);
}
