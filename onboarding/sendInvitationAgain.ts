import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { InvitationView } from './views.ts';

export interface SendInvitationAgainInput {
  invitationId: string;
}

export type SendInvitationAgainResult = { outcome: 'sentAgain'; invitation: InvitationView } | Refused;

/** Sends a pending or expired invitation again with a new link. */
export async function sendInvitationAgain(
  _house: House,
  _actor: Actor,
  _input: SendInvitationAgainInput,
): Promise<SendInvitationAgainResult> {
  throw new Error('not built yet');
}
