import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

export interface CorrectInvitationAddressInput {
  invitationId: string;
  email: string;
  confirmOutsideDomain?: boolean;
}

export type CorrectInvitationAddressResult = { outcome: 'corrected'; invitation: InvitationView } | Refused;

/** Corrects the address of a pending invitation and sends it there with a new link. */
export async function correctInvitationAddress(
  _house: House,
  _actor: Actor,
  _input: CorrectInvitationAddressInput,
): Promise<CorrectInvitationAddressResult> {
  throw new Error('not built yet');
}
