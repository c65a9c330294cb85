import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import type { House } from './house.ts';
import { invitationInHand } from './invitationInHand.ts';
import { inviter } from './inviter.ts';
import type { Refused } from './refusal.ts';
import { sendOrRenew } from './sendOrRenew.ts';
import type { InvitationView } from './views.ts';

export interface SendInvitationAgainInput {
  invitationId: string;
}

export type SendInvitationAgainResult = { outcome: 'sentAgain'; invitation: InvitationView } | Refused;

/**
 * Sends a pending invitation again: a new link, the old one dead, 60 days from now. An expired one is followed by a
 * new invitation to the same person with the same roles, which is returned.
 *
 * @returns refused: `notFound`, `mayNotInvite`, `rolesNotAssignable`, `noLongerPending` (accepted, declined, revoked),
 *   `alreadyIn`, `alreadyInvited` (an expired one that was followed by another already), `limited`.
 */
export async function sendInvitationAgain(
  house: House,
  actor: Actor,
  input: SendInvitationAgainInput,
): Promise<SendInvitationAgainResult> {
  const found = await invitationInHand(actor, input.invitationId);
  if ('outcome' in found) return found;
  const { invitation, place } = found;
  const by = { email: actorAddress(actor), channel: actor.channel };
  return sendOrRenew(house, invitation, place.account, { by, inviter: inviter(actor, place.membership) });
}
