import { type WalkName, walkNames } from '../cards/buttons.ts';
import { setPhrase } from '../language/setPhrase.ts';
import { languages, textsFor } from '../language/texts.ts';
import { asksForRequests } from './asksForRequests.ts';

/** What buttons are called, and what people call the requests that wait for them, as set phrases, in all languages. */
const named = new Map<string, WalkName>();
for (const language of languages) {
  const { walks, accessRequest } = textsFor(language);
  for (const words of accessRequest.askWords) named.set(setPhrase(words), 'decideRequest');
  for (const walk of walkNames) named.set(setPhrase(walks[walk]), walk);
}

/**
 * @returns the walk whose name somebody typed instead of pressing its button, and nothing else; or that of the requests
 *   that wait, where somebody asks for them.
 */
export function namedWalk(text: string): WalkName | undefined {
  return named.get(setPhrase(text)) ?? (asksForRequests(text) ? 'decideRequest' : undefined);
}
