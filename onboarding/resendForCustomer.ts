import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { PersonView } from './views.ts';

export interface ResendForCustomerInput {
  purchasingAccountId: string;
}

export type ResendForCustomerResult =
  | { outcome: 'sent'; to: PersonView; expiresAt: Date }
  | { outcome: 'administratorIsIn'; administrator: PersonView }
  | Refused;

/** The partner has the administrator’s invitation resent. */
export async function resendForCustomer(
  _house: House,
  _actor: Actor,
  _input: ResendForCustomerInput,
): Promise<ResendForCustomerResult> {
  throw new Error('not built yet');
}
