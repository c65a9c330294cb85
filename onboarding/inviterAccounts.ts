import type { Role } from '../models/role.ts';
import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { AccountView } from './views.ts';

export interface InviterAccount {
  account: AccountView;
  assignable: Role[];
  verifiedDomains: string[];
}

/** Where the actor may invite, and which roles they may assign there. */
export async function inviterAccounts(_house: House, _actor: Actor): Promise<InviterAccount[]> {
  throw new Error('not built yet');
}
