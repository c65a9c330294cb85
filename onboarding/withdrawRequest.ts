import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';

export interface WithdrawRequestInput {
  requestId: string;
}

export type WithdrawRequestResult = { outcome: 'withdrawn' } | Refused;

/** Takes back a request of the actor. */
export async function withdrawRequest(
  _house: House,
  _actor: Actor,
  _input: WithdrawRequestInput,
): Promise<WithdrawRequestResult> {
  throw new Error('not built yet');
}
