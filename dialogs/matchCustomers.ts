import { foldText } from '../language/foldText.ts';
import type { PartnerCustomer } from '../onboarding/partnerCustomers.ts';
import { readNumber } from '../onboarding/readNumber.ts';
import { organizationInText } from './organizationInText.ts';
import type { Understood } from './understood.ts';

/**
 * @param filter what was typed: part of an organization's name, a number, part of the administrator's name or address.
 * @returns the customers in which all its words occur; all of them for an empty one.
 */
export function matchCustomers(customers: readonly PartnerCustomer[], filter: string): PartnerCustomer[] {
  const words = (readNumber(filter) ?? foldText(filter)).split(/\s+/).filter(Boolean);
  return customers.filter(({ account, administrator }) => {
    const { organization, number, agreementNumber } = account;
    const text = foldText([organization, number, agreementNumber, administrator.name, administrator.email].join('\n'));
    return words.every((word) => text.includes(word));
  });
}

/**
 * @returns a filter for the customers that a sentence names, by number or by organization; undefined when it names none.
 */
export function customersInSentence(
  customers: readonly PartnerCustomer[],
  { text, data }: Pick<Understood, 'text' | 'data'>,
): string | undefined {
  const number = [...data.accountNumbers, ...data.agreementNumbers].find(
    (digits) => matchCustomers(customers, digits).length > 0,
  );
  if (number) return number;

  const organizations = customers.map(({ account }) => account.organization);
  const words = organizationInText(organizations, text);
  return words.length > 0 ? words.join(' ') : undefined;
}
