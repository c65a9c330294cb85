import { foldText } from '../language/foldText.ts';
import type { AccountView } from '../onboarding/views.ts';
import { organizationInText } from './organizationInText.ts';
import type { Understood } from './understood.ts';

/** `contoso.com`: that a domain is called as an organization does not say whose it is. */
const domain = /(?<![\p{L}\p{N}.-])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

/**
 * @returns the one account that a sentence names: by its number, its agreement's, or its organization, which stands in the
 *   first line: below it there are people. Undefined where it names none of these, or several.
 */
export function accountInSentence<Account extends AccountView>(
  accounts: readonly Account[],
  { text, data }: Pick<Understood, 'text' | 'data'>,
): Account | undefined {
  const { accountNumbers, agreementNumbers } = data;
  if (accountNumbers.length > 0) return only(accounts.filter(({ number }) => accountNumbers.includes(number)));
  if (agreementNumbers.length > 0) {
    return only(accounts.filter(({ agreementNumber }) => agreementNumbers.includes(agreementNumber)));
  }
  const [firstLine = ''] = text.trim().split('\n');
  const words = organizationInText(
    accounts.map(({ organization }) => organization),
    firstLine.replace(domain, ' '),
  ).map(foldText);
  if (words.length === 0) return undefined;
  return only(accounts.filter(({ organization }) => words.every((word) => foldText(organization).includes(word))));
}

/** @returns the number of an account, or of an agreement, that was said. */
export function numberIn({ data }: Pick<Understood, 'data'>): string | undefined {
  return data.accountNumber ?? data.agreementNumber ?? undefined;
}

function only<Account>(accounts: readonly Account[]): Account | undefined {
  return accounts.length === 1 ? accounts[0] : undefined;
}
