import { languages, textsFor } from '../language/texts.ts';
import { addressDomain } from '../onboarding/addressDomain.ts';
import { isPersonalDomain } from '../onboarding/personalAddress.ts';
import type { Understood } from './understood.ts';
import { wordingsIn } from './wordingsIn.ts';

const words = wordingsIn(languages.flatMap((language) => textsFor(language).onlineServices.personalWords));

/** @returns whether a sentence speaks of a personal address, by what it is called or by one: “may I use my gmail?”. */
export function speaksOfPersonalAddress({ text, data }: Pick<Understood, 'text' | 'data'>): boolean {
  return words.test(text) || [...data.domains, ...data.emails.map(addressDomain)].some(isPersonalDomain);
}
