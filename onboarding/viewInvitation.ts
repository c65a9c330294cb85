import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import { invitationInHand } from './invitationInHand.ts';
import { invitationView } from './invitationView.ts';
import type { Refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

export interface ViewInvitationInput {
  invitationId: string;
}

export type ViewInvitationResult = { outcome: 'found'; invitation: InvitationView } | Refused;

/**
 * @returns one invitation, for those who may deal with it; refused: `notFound`, `mayNotInvite`, `rolesNotAssignable`.
 */
export async function viewInvitation(
  _house: House,
  actor: Actor,
  input: ViewInvitationInput,
): Promise<ViewInvitationResult> {
  const found = await invitationInHand(actor, input.invitationId);
  if ('outcome' in found) return found;
  return { outcome: 'found', invitation: invitationView(found.invitation, found.place.account) };
}
