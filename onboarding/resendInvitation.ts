import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { AccountView, PersonView } from './views.ts';

export interface ResendInvitationInput {
  administratorEmail: string;
  agreementNumber: string;
  accountNumber: string;
}

export type ResendInvitationResult =
  | { outcome: 'alreadyIn'; accounts: AccountView[] }
  | { outcome: 'sent'; to: PersonView; expiresAt: Date }
  | { outcome: 'notDesignated' }
  | { outcome: 'administratorIsIn'; administrator: PersonView }
  | { outcome: 'uniform' }
  | Refused;

/** Walk 2. */
export async function resendInvitation(
  _house: House,
  _actor: Actor,
  _input: ResendInvitationInput,
): Promise<ResendInvitationResult> {
  throw new Error('not built yet');
}
