import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import type { House } from './house.ts';
import { partnerAccount } from './partnerAccount.ts';
import type { Refused } from './refusal.ts';
import { resendToAdministrator } from './resendToAdministrator.ts';
import type { PersonView } from './views.ts';

export interface ResendForCustomerInput {
  purchasingAccountId: string;
}

export type ResendForCustomerResult =
  | { outcome: 'sent'; to: PersonView; expiresAt: Date }
  | { outcome: 'administratorIsIn'; administrator: PersonView }
  | Refused;

/**
 * The partner has a customer's administrator's invitation resent (product.md, walk 6).
 *
 * @returns refused: `notPartner`, `notFound`, `limited` (per account).
 */
export async function resendForCustomer(
  house: House,
  actor: Actor,
  input: ResendForCustomerInput,
): Promise<ResendForCustomerResult> {
  const by = { email: actorAddress(actor), channel: actor.channel };
  for (;;) {
    const found = await partnerAccount(actor, input.purchasingAccountId);
    if ('outcome' in found) return found;
    const resent = await resendToAdministrator(house, found.account, { by });
    // A colleague has designated somebody else in the same instant: they are who is meant.
    if (resent.outcome !== 'overtaken') return resent;
  }
}
