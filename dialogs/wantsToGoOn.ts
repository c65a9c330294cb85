import { setPhrase } from '../language/setPhrase.ts';
import { languages, textsFor } from '../language/texts.ts';

/** As set phrases, in all languages. */
const words = new Set(languages.flatMap((language) => textsFor(language).conversation.goOnWords.map(setPhrase)));

/** @returns whether somebody asks for nothing but the card at which they are, in a window that may not show it any more. */
export function wantsToGoOn(text: string): boolean {
  return words.has(setPhrase(text));
}
