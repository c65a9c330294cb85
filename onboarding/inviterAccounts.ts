import { Domain } from '../models/domain.ts';
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
  verifiedDomains: string[];
}

/** @returns where the actor may invite and which roles they may assign there, by organization and number. */
export async function inviterAccounts(_house: House, actor: Actor): Promise<InviterAccount[]> {
  const memberships = (await Membership.find({ email: actorAddress(actor) }).lean()).filter((one) =>
    mayInvite(heldRoles(one)),
  );
  if (memberships.length === 0) return [];
  const ids = memberships.map((one) => one.purchasingAccount);
  const [accounts, domains] = await Promise.all([
    accountsById(ids),
    Domain.find({ purchasingAccount: { $in: ids }, state: 'verified' }, { name: 1, purchasingAccount: 1 }).lean(),
  ]);
  return memberships
    .flatMap((membership) => {
      const account = accounts.get(membership.purchasingAccount.toHexString());
      if (!account) return [];
      return {
        account: accountView(account),
        assignable: assignableRoles(heldRoles(membership)),
        verifiedDomains: domains
          .filter((domain) => domain.purchasingAccount.equals(account._id))
          .map(({ name }) => name)
          .sort(),
      };
    })
    .sort((a, b) => byOrganization(a.account, b.account));
}

function byOrganization(a: AccountView, b: AccountView): number {
  return a.organization.localeCompare(b.organization) || a.number.localeCompare(b.number);
}
