import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { AccountView, InvitationView } from './views.ts';

export interface HasAccessResult {
  accounts: AccountView[];
  invitations: InvitationView[];
}

/** Where the actor is in, and what invitations wait for them. */
export async function hasAccess(_house: House, _actor: Actor): Promise<HasAccessResult> {
  throw new Error('not built yet');
}
