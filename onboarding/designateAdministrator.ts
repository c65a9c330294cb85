import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { PersonView } from './views.ts';

export interface DesignateAdministratorInput {
  purchasingAccountId: string;
  email: string;
  firstName: string;
  lastName: string;
  language: string;
}

export type DesignateAdministratorResult =
  | { outcome: 'designated'; administrator: PersonView; old: PersonView }
  | Refused;

/** The partner designates another administrator. */
export async function designateAdministrator(
  _house: House,
  _actor: Actor,
  _input: DesignateAdministratorInput,
): Promise<DesignateAdministratorResult> {
  throw new Error('not built yet');
}
