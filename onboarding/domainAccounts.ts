import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { AccountView } from './views.ts';

/** Where the actor may add domains. */
export async function domainAccounts(_house: House, _actor: Actor): Promise<AccountView[]> {
  throw new Error('not built yet');
}
