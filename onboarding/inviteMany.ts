import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { PeopleLine } from './readPeople.ts';
import type { Refused } from './refusal.ts';

export interface InviteManyInput {
  purchasingAccountId: string;
  lines: PeopleLine[];
  confirmOutsideDomain?: boolean;
}

export type InviteManyResult = { outcome: 'started'; batchId: string; total: number } | Refused;

/** Invites everybody on a list who can be invited; the worker goes on with it. */
export async function inviteMany(_house: House, _actor: Actor, _input: InviteManyInput): Promise<InviteManyResult> {
  throw new Error('not built yet');
}
