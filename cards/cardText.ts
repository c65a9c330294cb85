import { asciiJson } from './asciiJson.ts';
import type { Element } from './card.ts';
import { languageOfCountries } from './countryChoices.ts';

/**
 * Writes a card as JSON text, as it is kept: the countries, which are most of a form and the same in each, stand there
 * by their name. Whoever gives it out makes it whole (wholeCard.ts).
 *
 * @param card plain JSON values.
 */
export function cardText({ type, body, ...card }: Record<string, unknown>): string {
  if (!Array.isArray(body)) return asciiJson({ type, ...card, body });
  const elements = (body as Element[]).map((element) => {
    const language = Array.isArray(element.choices) ? languageOfCountries(element.choices) : undefined;
    return language === undefined ? element : { ...element, choices: `countries:${language}` };
  });
  return asciiJson({ type, ...card, body: elements });
}
