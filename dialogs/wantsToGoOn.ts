import { foldText } from '../language/foldText.ts';
import { setPhrase } from '../language/setPhrase.ts';
import { languages, textsFor } from '../language/texts.ts';

/** Folded, in all languages. */
const words = new Set(languages.flatMap((language) => textsFor(language).conversation.goOnWords.map(foldText)));

/** @returns whether somebody asks for nothing but the card at which they are, in a window that may not show it any more. */
export function wantsToGoOn(text: string): boolean {
  return words.has(setPhrase(text));
}
