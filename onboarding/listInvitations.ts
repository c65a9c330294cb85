import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

export interface ListInvitationsInput {
  purchasingAccountId: string;
}

export type ListInvitationsResult = { outcome: 'found'; invitations: InvitationView[] } | Refused;

/** The invitations of an account, newest first. */
export async function listInvitations(
  _house: House,
  _actor: Actor,
  _input: ListInvitationsInput,
): Promise<ListInvitationsResult> {
  throw new Error('not built yet');
}
