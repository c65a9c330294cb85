import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import { Partner } from '../models/partner.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import { accountView } from './accountView.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import { personView } from './personView.ts';
import { type Refused, refused } from './refusal.ts';
import type { AccountView, InvitationView, PersonView } from './views.ts';

export interface PartnerCustomer {
  account: AccountView;
  administrator: PersonView;
  /** The administrator's newest invitation. */
  invitation?: InvitationView;
  administratorIsIn: boolean;
}

export type PartnerCustomersResult = { outcome: 'found'; partner: string; customers: PartnerCustomer[] } | Refused;

/**
 * The customers of the partner for whom the actor acts (product.md, walk 6), with the state of their administrator's
 * invitation.
 *
 * @returns refused: `notPartner`.
 */
export async function partnerCustomers(_house: House, actor: Actor): Promise<PartnerCustomersResult> {
  const partners = await Partner.find({ 'people.email': actorAddress(actor) }).lean();
  if (!partners[0]) return refused({ reason: 'notPartner' });
  const accounts = await PurchasingAccount.find({ partner: { $in: partners.map((one) => one._id) } })
    .sort({ organization: 1, number: 1 })
    .lean();
  const administrators = {
    purchasingAccount: { $in: accounts.map((one) => one._id) },
    email: { $in: accounts.map((one) => one.administrator.email) },
  };
  const [members, invitations] = await Promise.all([
    Membership.find(administrators, { email: 1, purchasingAccount: 1 }).lean(),
    Invitation.find(administrators).sort({ createdAt: -1 }).lean(),
  ]);
  return {
    outcome: 'found',
    partner: partners.map(({ name }) => name).join(', '),
    customers: accounts.map((account) => {
      const theirs = (one: { email: string; purchasingAccount: typeof account._id }) =>
        one.email === account.administrator.email && one.purchasingAccount.equals(account._id);
      const invitation = invitations.find(theirs);
      return {
        account: accountView(account),
        administrator: personView(account.administrator),
        ...(invitation && { invitation: invitationView(invitation, account) }),
        administratorIsIn: members.some(theirs),
      };
    }),
  };
}
