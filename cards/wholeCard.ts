import { asciiJson } from './asciiJson.ts';
import { countryChoices } from './countryChoices.ts';

/** As cardText.ts writes them. Within somebody's words the quotes would stand behind a backslash. */
const named = /"choices":"countries:([A-Za-z-]+)"/g;

const texts = new Map<string, string>();

/**
 * @param kept a card as cardText.ts wrote it; one that is whole stays as it is.
 * @returns it as JSON text that clients of Adaptive Cards understand, with the countries in their places.
 */
export function wholeCard(kept: string): string {
  return kept.replace(named, (_, language: string) => `"choices":${countriesIn(language)}`);
}

/** Written once: they take longer than all the rest of a form. */
function countriesIn(language: string): string {
  let text = texts.get(language);
  if (text === undefined) {
    text = asciiJson(countryChoices(language));
    texts.set(language, text);
  }
  return text;
}
