import { languages, textsFor } from '../language/texts.ts';
import { wordingsIn } from './wordingsIn.ts';

const own = wordingsIn(languages.flatMap((language) => textsFor(language).accessRequest.ownWords));

/** Of a longer sentence nobody knows what it asks. */
const mostWords = 14;

/** @returns whether a text is about what its writer has asked the administrators for: “where is my request?”. */
export function asksForNews(text: string): boolean {
  const typed = text.replace(/[’‘]/g, "'");
  return typed.trim().split(/\s+/).length <= mostWords && own.test(typed);
}
