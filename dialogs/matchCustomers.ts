import { foldText } from '../language/foldText.ts';
import type { PartnerCustomer } from '../onboarding/partnerCustomers.ts';
import { readNumber } from '../onboarding/readNumber.ts';
import type { Understood } from './understood.ts';

/** Words that say what kind of company it is, not which one. */
const legalForms = new Set(
  'ag co corp gbr gmbh inc kg limited llc llp ltd nv plc sa sapa sarl sas snc spa srl the und and'.split(' '),
);

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

  // What stands in an address is not said of the customer.
  const said = new Set(distinctiveWords(text.replace(/\S+@\S+/g, ' ')).map(foldText));
  let best: string[] = [];
  for (const { account } of customers) {
    const words = distinctiveWords(account.organization);
    if (!words[0] || !said.has(foldText(words[0]))) continue;
    const matched = words.filter((word) => said.has(foldText(word)));
    if (matched.length > best.length) best = matched;
  }
  return best.length > 0 ? best.join(' ') : undefined;
}

function distinctiveWords(text: string): string[] {
  return text
    .replace(/\b(\p{L})\.(?=\p{L}\.|\s|$)/gu, '$1')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => [...word].length >= 2 && !legalForms.has(foldText(word)));
}
