import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { actorInAccount } from './actorInAccount.ts';
import { endExpired } from './endExpired.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import { alreadyInvited, inviteeRefusal } from './inviteeRefusal.ts';
import { inviter } from './inviter.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { newInvitation } from './newInvitation.ts';
import { readId } from './readId.ts';
import { readInvitee } from './readInvitee.ts';
import { type Refused, refused } from './refusal.ts';
import { mayInvite } from './rolePolicy.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import { verifiedDomains } from './verifiedDomains.ts';
import type { InvitationView } from './views.ts';

export interface InviteUserInput {
  purchasingAccountId: string;
  email: string;
  firstName: string;
  lastName: string;
  language: string;
  country: string;
  roles: string[];
  confirmOutsideDomain?: boolean;
}

export type InviteUserResult = { outcome: 'invited'; invitation: InvitationView } | Refused;

/**
 * Invites one person (product.md, walk 3): the invitation and its mail, in one write.
 *
 * @returns refused: `notFound`, `mayNotInvite`, `invalid`, `personalAddress`, `rolesNotAssignable`, `alreadyIn`,
 *   `alreadyInvited`, `outsideDomain` (until confirmed), `limited`.
 */
export async function inviteUser(house: House, actor: Actor, input: InviteUserInput): Promise<InviteUserResult> {
  const purchasingAccount = readId(input.purchasingAccountId);
  if (!purchasingAccount) return refused({ reason: 'notFound' });
  const read = readInvitee(input);
  const email = 'invitee' in read ? read.invitee.email : '';
  const [place, membership, pending, domains] = await Promise.all([
    actorInAccount(actor, purchasingAccount),
    Membership.findOne({ email, purchasingAccount }).lean(),
    Invitation.findOne({ email, purchasingAccount, state: 'pending' }).lean(),
    verifiedDomains(purchasingAccount),
  ]);
  if (!place) return refused({ reason: 'notFound' });
  const { account, held } = place;
  if (!mayInvite(held)) return refused({ reason: 'mayNotInvite' });
  if ('fields' in read) return refused({ reason: 'invalid', fields: read.fields });
  const { invitee, roles } = read;
  const refusal = inviteeRefusal(
    account,
    held,
    { email, roles },
    { verifiedDomains: domains, membership, pending },
    input.confirmOutsideDomain === true,
  );
  if (refusal) return refused(refusal);
  const who = actorAddress(actor);
  const retryAt = await takeFromLimit(house, 'invitationsPerPerson', who);
  if (retryAt) return refused({ reason: 'limited', retryAt });
  if (pending) await endExpired(pending);
  const invitation = newInvitation(house, account, invitee, roles, {
    invitedBy: inviter(actor, place.membership),
    by: { email: who, channel: actor.channel },
  });
  try {
    await Invitation.create(invitation);
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
    const first = await Invitation.findOne({ email, purchasingAccount, state: 'pending' }).lean();
    if (!first) throw fault;
    return refused(alreadyInvited(first));
  }
  house.wake();
  return { outcome: 'invited', invitation: invitationView(invitation, account) };
}
