import { asciiJson } from './asciiJson.ts';
import { countryChoices } from './countryChoices.ts';

/** As cardText.ts writes them. Within somebody's words the quotes would stand behind a backslash. */
const named = /("choices":)"countries:([A-Za-z-]+)"/;

const texts = new Map<string, string>();

/**
 * @param kept a card as cardText.ts wrote it; one that is whole stays as it is.
 * @returns it as JSON text that clients of Adaptive Cards understand, with the countries in their places.
 */
export function wholeCard(kept: string): string {
  const place = named.exec(kept);
  if (place === null) return kept;
  const [all, key, language] = place as unknown as [string, string, string];
  // Put together and not replaced in, which would copy all of it once more.
  const rest = wholeCard(kept.slice(place.index + all.length));
  return kept.slice(0, place.index + key.length) + countriesIn(language) + rest;
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
