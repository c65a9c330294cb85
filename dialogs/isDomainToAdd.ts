import type { Actor } from '../onboarding/actor.ts';
import { domainAccounts } from '../onboarding/domainAccounts.ts';
import type { House } from '../onboarding/house.ts';
import { domainInSentence } from './domainInSentence.ts';
import type { Understood } from './understood.ts';

/** @returns whether a text is the name of a domain and nothing else, by somebody who may add one. */
export async function isDomainToAdd(
  house: House,
  actor: Actor,
  { text, data }: Pick<Understood, 'text' | 'data'>,
): Promise<boolean> {
  const isAlone = data.emails.length === 0 && !/\s/.test(text.trim()) && domainInSentence({ text, data }) !== undefined;
  return isAlone && (await domainAccounts(house, actor)).length > 0;
}
