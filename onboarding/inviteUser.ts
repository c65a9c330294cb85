import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

export interface InviteUserInput {
  purchasingAccountId: string;
  email: string;
  firstName: string;
  lastName: string;
  language: string;
  country: string;
  roles: string[];
  confirmOutsideDomain?: boolean;
}

export type InviteUserResult = { outcome: 'invited'; invitation: InvitationView } | Refused;

/** Walk 3: invites one person. */
export async function inviteUser(_house: House, _actor: Actor, _input: InviteUserInput): Promise<InviteUserResult> {
  throw new Error('not built yet');
}
