import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { endExpired } from './endExpired.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { invitationInHand } from './invitationInHand.ts';
import { invitationView } from './invitationView.ts';
import { alreadyInvited } from './inviteeRefusal.ts';
import { inviter } from './inviter.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { isPast } from './isPast.ts';
import { newInvitation } from './newInvitation.ts';
import { type Refused, refused } from './refusal.ts';
import { sendAgain } from './sendAgain.ts';
import { takeFromLimit } from './takeFromLimit.ts';
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
  const expired = invitation.state === 'expired' || isPast(invitation);
  if (invitation.state !== 'pending' && !expired)
    return refused({ reason: 'noLongerPending', state: invitation.state });
  const key = { email: invitation.email, purchasingAccount: invitation.purchasingAccount };
  const membership = expired ? await Membership.findOne(key).lean() : null;
  if (membership) {
    const has = heldRoles(membership);
    return refused({
      reason: 'alreadyIn',
      roles: has,
      missing: invitation.roles.filter((role) => !has.includes(role)),
    });
  }
  const by = { email: actorAddress(actor), channel: actor.channel };
  const retryAt = await takeFromLimit(house, 'invitationsPerPerson', by.email);
  if (retryAt) return refused({ reason: 'limited', retryAt });
  if (expired) {
    await endExpired(invitation);
    const anew = newInvitation(house, place.account, invitation, invitation.roles, {
      // What came from the agreement still does: the person who presses the button does not become the inviter.
      ...(invitation.invitedBy !== undefined && { invitedBy: inviter(actor, place.membership) }),
      by,
    });
    try {
      await Invitation.create(anew);
    } catch (fault) {
      if (!isDuplicateKey(fault)) throw fault;
      const other = await Invitation.findOne({ ...key, state: 'pending' }).lean();
      if (!other) throw fault;
      return refused(alreadyInvited(other));
    }
    house.wake();
    return { outcome: 'sentAgain', invitation: invitationView(anew, place.account) };
  }
  for (let current: Invitation | null = invitation; current; ) {
    if (current.state !== 'pending') return refused({ reason: 'noLongerPending', state: current.state });
    const sent: Invitation | undefined = await sendAgain(house, current, place.account, { by });
    if (sent) {
      house.wake();
      return { outcome: 'sentAgain', invitation: invitationView(sent, place.account) };
    }
    current = await Invitation.findById(invitation._id).lean();
  }
  return refused({ reason: 'notFound' });
}
