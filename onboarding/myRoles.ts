import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { AccountView, InvitationView, PersonView, RoleView } from './views.ts';

export interface MyRolesResult {
  accounts: {
    account: AccountView;
    roles: RoleView[];
    askWhom: PersonView[];
    openRequest?: { id: string; at: Date };
  }[];
  invitations: InvitationView[];
}

/** Walk 4. */
export async function myRoles(_house: House, _actor: Actor): Promise<MyRolesResult> {
  throw new Error('not built yet');
}
