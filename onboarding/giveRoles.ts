import type { Role } from '../models/role.ts';
import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';

export interface GiveRolesInput {
  purchasingAccountId: string;
  email: string;
  roles: string[];
}

export type GiveRolesResult = { outcome: 'given'; roles: Role[] } | Refused;

/** Gives more roles to someone who is in. */
export async function giveRoles(_house: House, _actor: Actor, _input: GiveRolesInput): Promise<GiveRolesResult> {
  throw new Error('not built yet');
}
