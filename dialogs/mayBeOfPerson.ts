import { isShortSentence } from './isShortSentence.ts';
import type { Understood } from './understood.ts';

/** What is surely wanted there has nothing to do with the access of somebody who is named. */
const elsewhere = new Set<Understood['intent']>(['addDomain', 'onlineServices', 'partner', 'changeLanguage', 'help']);

/**
 * @returns whether a sentence may be about the access of somebody whom it names: “resend Omar’s invitation”, “Giulia is
 *   fine”. Where an address stands, that tells who is meant.
 */
export function mayBeOfPerson({ text, intent, sure, data, mentioned }: Understood): boolean {
  if (mentioned.length === 0 || data.emails.length > 0 || !isShortSentence(text)) return false;
  return !(sure && elsewhere.has(intent));
}
