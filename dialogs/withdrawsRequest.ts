import { languages, textsFor } from '../language/texts.ts';
import { isShortSentence } from './isShortSentence.ts';
import { straightApostrophes } from './straightApostrophes.ts';
import { wordingsIn } from './wordingsIn.ts';

const words = languages.map((language) => textsFor(language).withdrawRequest);
const verbs = wordingsIn(words.flatMap(({ verbs }) => verbs));
const nouns = wordingsIn(words.flatMap(({ nouns }) => nouns));

/** @returns whether a text says that a request is taken back, without telling whose: “withdraw the request”. */
export function withdrawsRequest(text: string): boolean {
  const typed = straightApostrophes(text);
  return isShortSentence(typed) && verbs.test(typed) && nouns.test(typed);
}
