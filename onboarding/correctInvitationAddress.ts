import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { endExpired } from './endExpired.ts';
import type { House } from './house.ts';
import { invitationInHand } from './invitationInHand.ts';
import { invitationView } from './invitationView.ts';
import { alreadyInvited, inviteeRefusal } from './inviteeRefusal.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { isPast } from './isPast.ts';
import { readAddress } from './readAddress.ts';
import { type Refused, refused } from './refusal.ts';
import { sendAgain } from './sendAgain.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import { verifiedDomains } from './verifiedDomains.ts';
import type { InvitationView } from './views.ts';

export interface CorrectInvitationAddressInput {
  invitationId: string;
  email: string;
  /** The second yes for an address outside the domains: the roles for which it was given. */
  confirmedRoles?: readonly string[];
}

export type CorrectInvitationAddressResult = { outcome: 'corrected'; invitation: InvitationView } | Refused;

/**
 * Corrects the address of a pending invitation and sends it there: a new link, the old one dead, 60 days from now. The
 * rules of inviting hold for the new address, and a second yes for the roles that it named: the invitation may have grown
 * by an approval since. Who the agreement designates is changed by the partner, not here.
 *
 * @returns refused: `notFound`, `mayNotInvite`, `rolesNotAssignable`, `notPartner` (the administrator's invitation),
 *   `noLongerPending`, `invalid`, `personalAddress`, `alreadyIn`, `alreadyInvited`, `outsideDomain`, `nothingToDo`
 *   (the address is the same), `limited`.
 */
export async function correctInvitationAddress(
  house: House,
  actor: Actor,
  input: CorrectInvitationAddressInput,
): Promise<CorrectInvitationAddressResult> {
  const found = await invitationInHand(actor, input.invitationId);
  if ('outcome' in found) return found;
  const { invitation, place } = found;
  if (invitation.invitedBy === undefined) return refused({ reason: 'notPartner' });
  const { state } = invitationView(invitation, place.account);
  if (state !== 'pending') return refused({ reason: 'noLongerPending', state });
  const email = readAddress(input.email);
  if (!email) {
    const problem = typeof input.email === 'string' && input.email.trim() ? 'badAddress' : 'missing';
    return refused({ reason: 'invalid', fields: [{ field: 'email', problem }] });
  }
  if (email === invitation.email) return refused({ reason: 'nothingToDo' });
  const key = { email, purchasingAccount: invitation.purchasingAccount };
  const [membership, pending, domains] = await Promise.all([
    Membership.findOne(key).lean(),
    Invitation.findOne({ ...key, state: 'pending' }).lean(),
    verifiedDomains(invitation.purchasingAccount),
  ]);
  const refusal = inviteeRefusal(
    place.account,
    place.held,
    { email, roles: invitation.roles },
    { verifiedDomains: domains, membership, pending },
    invitation.roles.every((role) => input.confirmedRoles?.includes(role)),
  );
  if (refusal) return refused(refusal);
  const by = { email: actorAddress(actor), channel: actor.channel };
  const retryAt = await takeFromLimit(house, 'invitationsPerPerson', by.email);
  if (retryAt) return refused({ reason: 'limited', retryAt });
  if (pending && isPast(pending)) await endExpired(pending);
  try {
    const corrected = await sendAgain(
      house,
      invitation,
      place.account,
      { by, action: 'invitationAddressCorrected' },
      { email },
    );
    if (!corrected) {
      const current = (await Invitation.findById(invitation._id).lean()) ?? invitation;
      // Pressed twice in one instant, the other press has done it.
      if (current.state !== 'pending') return refused({ reason: 'noLongerPending', state: current.state });
      if (current.email === email) return refused({ reason: 'nothingToDo' });
      // Sent again by somebody else, perhaps with more roles: all of it is looked at anew.
      return correctInvitationAddress(house, actor, input);
    }
    house.wake();
    return { outcome: 'corrected', invitation: invitationView(corrected, place.account) };
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
    const other = await Invitation.findOne({ ...key, state: 'pending' }).lean();
    if (!other) throw fault;
    return refused(alreadyInvited(other));
  }
}
