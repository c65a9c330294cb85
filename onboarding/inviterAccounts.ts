import { Membership } from '../models/membership.ts';
import type { Role } from '../models/role.ts';
import { accountsById } from './accountsById.ts';
import { accountView } from './accountView.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { assignableRoles, mayInvite } from './rolePolicy.ts';
import type { AccountView } from './views.ts';

export interface InviterAccount {
  account: AccountView;
  assignable: Role[];
}

/** @returns where the actor may invite and which roles they may assign there, by organization and number. */
export async function inviterAccounts(_house: House, actor: Actor): Promise<InviterAccount[]> {
  // Past mongoose's query, as in accountsById: asked in every turn of the walk, because roles may go at any time.
  const all = await Membership.collection.find<Membership>({ email: actorAddress(actor) }).toArray();
  const memberships = all.filter((one) => mayInvite(heldRoles(one)));
  const accounts = await accountsById(memberships.map((one) => one.purchasingAccount));
  return memberships
    .flatMap((membership) => {
      const account = accounts.get(membership.purchasingAccount.toHexString());
      return account ? { account: accountView(account), assignable: assignableRoles(heldRoles(membership)) } : [];
    })
    .sort((a, b) => byOrganization(a.account, b.account));
}

function byOrganization(a: AccountView, b: AccountView): number {
  return a.organization.localeCompare(b.organization) || a.number.localeCompare(b.number);
}
