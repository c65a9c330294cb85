import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

export interface RevokeInvitationInput {
  invitationId: string;
}

export type RevokeInvitationResult = { outcome: 'revoked'; invitation: InvitationView } | Refused;

/** Ends a pending invitation. */
export async function revokeInvitation(
  _house: House,
  _actor: Actor,
  _input: RevokeInvitationInput,
): Promise<RevokeInvitationResult> {
  throw new Error('not built yet');
}
