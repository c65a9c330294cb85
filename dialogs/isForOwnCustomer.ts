import type { Actor } from '../onboarding/actor.ts';
import type { House } from '../onboarding/house.ts';
import { partnerCustomers } from '../onboarding/partnerCustomers.ts';
import { customersInSentence } from './matchCustomers.ts';
import type { Understood } from './understood.ts';

/**
 * @returns whether a partner’s sentence names one of its customers, by name, number or the administrator’s address, so
 *   that nothing has to be proven by facts of the agreement. One that gives them all is an ordinary one.
 */
export async function isForOwnCustomer(house: House, actor: Actor, sentence: Understood): Promise<boolean> {
  const { emails, agreementNumber, accountNumber } = sentence.data;
  if (emails.length > 0 && agreementNumber !== null && accountNumber !== null) return false;
  const result = await partnerCustomers(house, actor);
  if (result.outcome === 'refused') return false;
  const isAdministrator = result.customers.some(({ administrator }) => emails.includes(administrator.email));
  return isAdministrator || customersInSentence(result.customers, sentence) !== undefined;
}
