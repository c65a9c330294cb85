import { foldText } from '../language/foldText.ts';
import { splitWords } from '../language/splitWords.ts';
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
 * @returns a filter for the customers that a sentence names, by number, by organization or by the administrator's name;
 *   undefined when it names none.
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
  if (words.length > 0) return words.join(' ');

  const said = new Set(splitWords(foldText(text)).map((word) => word.text));
  const isNamed = (name: string) => splitWords(foldText(name)).every((word) => said.has(word.text));
  return customers.find(({ administrator: { name } }) => name.includes(' ') && isNamed(name))?.administrator.name;
}
