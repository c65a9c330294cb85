import type { AccountView, RoleView } from '../onboarding/views.ts';
import type { Reader } from './inWords.ts';

/**
 * @returns who gave a role. One that comes from the agreement is said to, for who signed it may well be who holds it:
 *   "given by" with their own name would be a riddle.
 */
export function giverInWords(
  { givenBy, fromAgreement }: Pick<RoleView, 'givenBy' | 'fromAgreement'>,
  { agreementNumber }: Pick<AccountView, 'agreementNumber'>,
  { texts }: Reader,
): string {
  if (fromAgreement) return texts.checkRole.byAgreement({ agreementNumber, signer: givenBy.name });
  return givenBy.name;
}
