import type { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import { Partner } from '../models/partner.ts';
import type { Recipient } from '../models/pendingWork.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import { heldRoles } from './heldRoles.ts';
import { inviterMembers } from './inviterMembers.ts';
import { mayInvite } from './rolePolicy.ts';

/** So many are told when the one who invited is not there any more. */
const most = 10;

/**
 * Who is told what becomes of an invitation: who invited; where they may not invite any more, those who may. Of an
 * invitation that comes from the agreement itself the partner is told: nobody else can send it again or designate
 * another administrator.
 */
export async function invitationFollowers(
  { invitedBy, email }: Pick<Invitation, 'invitedBy' | 'email'>,
  account: PurchasingAccount,
): Promise<{ people: Recipient[]; forPartner: boolean }> {
  if (invitedBy === undefined) {
    const partner = account.partner && (await Partner.findById(account.partner).lean());
    // What a partner's people read is known once they have chosen or written; until then English.
    return { people: (partner?.people ?? []).map((person) => ({ ...person, language: 'en' })), forPartner: true };
  }
  const inviter = await Membership.findOne({ email: invitedBy, purchasingAccount: account._id }).lean();
  const members =
    inviter && mayInvite(heldRoles(inviter)) ? [inviter] : (await inviterMembers([account._id])).slice(0, most);
  return {
    people: members
      .filter((member) => member.email !== email)
      .map(({ email: address, firstName, lastName, language }) => ({ email: address, firstName, lastName, language })),
    forPartner: false,
  };
}
