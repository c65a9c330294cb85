import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { AccountView, PersonView } from './views.ts';

export interface AskForRoleInput {
  purchasingAccountId: string;
  roles: string[];
  message?: string;
}

export type AskForRoleResult =
  | { outcome: 'asked'; requestId: string; asked: PersonView[]; account: AccountView }
  | Refused;

/** Walk 4: asks the administrators for other roles. */
export async function askForRole(_house: House, _actor: Actor, _input: AskForRoleInput): Promise<AskForRoleResult> {
  throw new Error('not built yet');
}
