import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { RequestView } from './views.ts';

export interface DecideRequestInput {
  requestId: string;
  decision: 'approve' | 'deny' /** Absent or empty: the roles that were asked for. */;
  roles?: string[];
  reason?: string;
}

export type DecideRequestResult = { outcome: 'decided'; request: RequestView } | Refused;

/** Approves or denies a request; the first answer counts. */
export async function decideRequest(
  _house: House,
  _actor: Actor,
  _input: DecideRequestInput,
): Promise<DecideRequestResult> {
  throw new Error('not built yet');
}
