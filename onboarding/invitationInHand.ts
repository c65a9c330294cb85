import { Invitation } from '../models/invitation.ts';
import type { Actor } from './actor.ts';
import { type ActorInAccount, actorInAccount } from './actorInAccount.ts';
import { readId } from './readId.ts';
import { type Refused, refused } from './refusal.ts';
import { assignableRoles, mayInvite } from './rolePolicy.ts';

/**
 * Finds an invitation that the actor may deal with: in an account where they may invite, and with roles that they may
 * give; otherwise whoever may invite little could redirect an invitation to much.
 *
 * @returns or refused: `notFound`, `mayNotInvite`, `rolesNotAssignable`.
 */
export async function invitationInHand(
  actor: Actor,
  invitationId: string,
): Promise<{ invitation: Invitation; place: ActorInAccount } | Refused> {
  const _id = readId(invitationId);
  const invitation = _id && (await Invitation.findById(_id).lean());
  const place = invitation && (await actorInAccount(actor, invitation.purchasingAccount));
  if (!invitation || !place) return refused({ reason: 'notFound' });
  if (!mayInvite(place.held)) return refused({ reason: 'mayNotInvite' });
  const assignable = assignableRoles(place.held);
  const tooMuch = invitation.roles.filter((role) => !assignable.includes(role));
  if (tooMuch.length > 0) return refused({ reason: 'rolesNotAssignable', roles: tooMuch, assignable });
  return { invitation, place };
}
