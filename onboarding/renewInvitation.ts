import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import { accountView } from './accountView.ts';
import type { Actor } from './actor.ts';
import { endExpired } from './endExpired.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import { inviterMembers } from './inviterMembers.ts';
import { isPast } from './isPast.ts';
import { makeRequest } from './makeRequest.ts';
import { ownInvitation } from './ownInvitation.ts';
import { recipientOf } from './recipientOf.ts';
import { type Refused, refused } from './refusal.ts';
import { resendToAdministrator } from './resendToAdministrator.ts';
import { sendAgain } from './sendAgain.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import type { AccountView, InvitationView, PersonView } from './views.ts';

export interface RenewInvitationInput {
  invitationId: string;
  /** What it was read from, e.g. the id of a mail: doing it again for the same one does it once. */
  origin?: string;
}

export type RenewInvitationResult =
  /** It was still good, and has a new link. */
  | { outcome: 'sentAgain'; invitation: InvitationView }
  /** The designated administrator has a new one. */
  | { outcome: 'sent'; to: PersonView; expiresAt: Date; account: AccountView }
  /** Its days are over, or it was ended before: those who may invite are asked for another. */
  | { outcome: 'asked'; requestId: string; asked: PersonView[]; account: AccountView; invitation: InvitationView }
  | Refused;

/**
 * The person an invitation was sent to says that its link does not work any more (product.md, "Mail"). While it waits
 * it is sent again, to the same address only; afterwards the designated administrator gets a new one, and anybody
 * else's inviters are asked.
 *
 * @returns refused: `notFound` (also: sent to somebody else), `alreadyIn`, `alreadyAsked`, `nobodyCanDecide`, `limited`.
 */
export async function renewInvitation(
  house: House,
  actor: Actor,
  { invitationId, origin }: RenewInvitationInput,
): Promise<RenewInvitationResult> {
  const own = await ownInvitation(actor, invitationId);
  if (!own) return refused({ reason: 'notFound' });
  const { invitation, account } = own;
  const { email } = invitation;
  const key = { email, purchasingAccount: account._id };
  const [membership, pending] = await Promise.all([
    Membership.findOne(key).lean(),
    Invitation.findOne({ ...key, state: 'pending' }).lean(),
  ]);
  if (membership) return refused({ reason: 'alreadyIn', roles: heldRoles(membership), missing: [] });
  const by = { email, channel: actor.channel };
  const workId = origin;
  if (pending && !isPast(pending)) {
    if (workId !== undefined && pending.sentFor.includes(workId)) {
      return { outcome: 'sentAgain', invitation: invitationView(pending, account) };
    }
    const retryAt = await takeFromLimit(house, 'resendPerPerson', email);
    if (retryAt) return refused({ reason: 'limited', retryAt });
    const sent = await sendAgain(house, pending, account, { by, ...(workId !== undefined && { workId }) });
    const current = sent ?? (await Invitation.findById(pending._id).lean()) ?? pending;
    house.wake();
    return { outcome: 'sentAgain', invitation: invitationView(current, account) };
  }
  if (pending) await endExpired(pending);
  if (account.administrator.email === email) {
    const resent = await resendToAdministrator(house, account, { by, ...(workId !== undefined && { workId }) });
    if (resent.outcome === 'administratorIsIn') {
      return refused({ reason: 'alreadyIn', roles: ['accountAdministrator'], missing: [] });
    }
    if (resent.outcome === 'sent') return { ...resent, account: accountView(account) };
    // Somebody else has been designated meanwhile: now it is up to those who may invite.
    if (resent.outcome !== 'overtaken') return resent;
  }
  const made = await makeRequest(house, account, await inviterMembers([account._id]), {
    kind: 'invitation',
    requester: recipientOf(actor),
    channel: actor.channel,
    roles: [...invitation.roles],
    message: '',
  });
  return made.outcome === 'refused' ? made : { ...made, invitation: invitationView(invitation, account) };
}
