import { Invitation } from '../models/invitation.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import type { House } from './house.ts';
import { invitationInHand } from './invitationInHand.ts';
import { invitationView } from './invitationView.ts';
import { now } from './now.ts';
import { type Refused, refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

export interface RevokeInvitationInput {
  invitationId: string;
}

export type RevokeInvitationResult = { outcome: 'revoked'; invitation: InvitationView } | Refused;

/**
 * Ends a pending invitation; its link is dead.
 *
 * @returns refused: `notFound`, `mayNotInvite`, `rolesNotAssignable`, `noLongerPending`.
 */
export async function revokeInvitation(
  house: House,
  actor: Actor,
  input: RevokeInvitationInput,
): Promise<RevokeInvitationResult> {
  const found = await invitationInHand(actor, input.invitationId);
  if ('outcome' in found) return found;
  const { invitation, place } = found;
  const by = { email: actorAddress(actor), channel: actor.channel };
  const at = now();
  const revoked = await Invitation.findOneAndUpdate(
    { _id: invitation._id, state: 'pending', expiresAt: { $gt: at } },
    {
      $set: { state: 'revoked', endedAt: at },
      ...addWork([
        auditWork('invitationRevoked', by, place.account._id, invitation.email, { roles: invitation.roles }),
      ]),
    },
    { returnDocument: 'after' },
  ).lean();
  if (!revoked) {
    const current = (await Invitation.findById(invitation._id).lean()) ?? invitation;
    return refused({ reason: 'noLongerPending', state: invitationView(current, place.account).state });
  }
  house.wake();
  return { outcome: 'revoked', invitation: invitationView(revoked, place.account) };
}
