import type { Channel } from '../models/auditEntry.ts';
import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import { endExpired } from './endExpired.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import { alreadyInvited } from './inviteeRefusal.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { isPast } from './isPast.ts';
import { newInvitation } from './newInvitation.ts';
import { type Refused, refused } from './refusal.ts';
import { sendAgain } from './sendAgain.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import type { InvitationView, PersonView } from './views.ts';

/**
 * Sends an invitation again for somebody who may do so, or follows an expired one by a new one.
 *
 * @param how `by`: who does it, for the audit log and the limit; `inviter`: who invites with a new one.
 * @returns refused: `noLongerPending`, `alreadyIn`, `alreadyInvited`, `limited`, `notFound`.
 */
export async function sendOrRenew(
  house: House,
  invitation: Invitation,
  account: PurchasingAccount,
  how: { by: { email: string; channel: Channel }; inviter: PersonView },
): Promise<{ outcome: 'sentAgain'; invitation: InvitationView } | Refused> {
  const { by } = how;
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
  const retryAt = await takeFromLimit(house, 'invitationsPerPerson', by.email);
  if (retryAt) return refused({ reason: 'limited', retryAt });
  if (expired) {
    await endExpired(invitation);
    const anew = newInvitation(house, account, invitation, invitation.roles, {
      // What came from the agreement still does: the person who presses the button does not become the inviter.
      ...(invitation.invitedBy !== undefined && { invitedBy: how.inviter }),
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
    return { outcome: 'sentAgain', invitation: invitationView(anew, account) };
  }
  for (let current: Invitation | null = invitation; current; ) {
    if (current.state !== 'pending') return refused({ reason: 'noLongerPending', state: current.state });
    const sent: Invitation | undefined = await sendAgain(house, current, account, { by });
    if (sent) {
      house.wake();
      return { outcome: 'sentAgain', invitation: invitationView(sent, account) };
    }
    current = await Invitation.findById(invitation._id).lean();
  }
  return refused({ reason: 'notFound' });
}
