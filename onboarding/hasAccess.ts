import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import { accountsById } from './accountsById.ts';
import { accountView } from './accountView.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import type { House } from './house.ts';
import { invitationView } from './invitationView.ts';
import type { AccountView, InvitationView } from './views.ts';

export interface HasAccessResult {
  accounts: AccountView[];
  /** Pending ones, also those past their date (shown as expired). */
  invitations: InvitationView[];
}

/** @returns where the actor is in, and what invitations wait for them. */
export async function hasAccess(_house: House, actor: Actor): Promise<HasAccessResult> {
  const email = actorAddress(actor);
  const [memberships, invitations] = await Promise.all([
    Membership.find({ email }).lean(),
    Invitation.find({ email, state: 'pending' }).sort({ createdAt: -1 }).lean(),
  ]);
  const accounts = await accountsById([...memberships, ...invitations].map((one) => one.purchasingAccount));
  return {
    accounts: memberships.flatMap((one) => {
      const account = accounts.get(one.purchasingAccount.toHexString());
      return account ? [accountView(account)] : [];
    }),
    invitations: invitations.flatMap((one) => {
      const account = accounts.get(one.purchasingAccount.toHexString());
      return account ? [invitationView(one, account)] : [];
    }),
  };
}
