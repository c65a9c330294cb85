import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { AccountView, PersonView } from './views.ts';

export interface AskForInvitationInput {
  purchasingAccountId: string;
  message?: string;
}

export type AskForInvitationResult =
  | { outcome: 'asked'; requestId: string; asked: PersonView[]; account: AccountView }
  | Refused;

/** Walk 1: asks the administrators of an account for an invitation. */
export async function askForInvitation(
  _house: House,
  _actor: Actor,
  _input: AskForInvitationInput,
): Promise<AskForInvitationResult> {
  throw new Error('not built yet');
}
