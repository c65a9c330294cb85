import { accountsById } from './accountsById.ts';
import { accountView } from './accountView.ts';
import type { Actor } from './actor.ts';
import { domainMemberships } from './domainMemberships.ts';
import type { House } from './house.ts';
import type { AccountView } from './views.ts';

/** @returns where the actor may add domains. */
export async function domainAccounts(_house: House, actor: Actor): Promise<AccountView[]> {
  const memberships = await domainMemberships(actor);
  const accounts = await accountsById(memberships.map((one) => one.purchasingAccount));
  return [...accounts.values()].map((one) => accountView(one)).sort((a, b) => a.number.localeCompare(b.number));
}
