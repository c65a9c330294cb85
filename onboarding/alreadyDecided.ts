import type { AccessRequest } from '../models/accessRequest.ts';
import { type Refused, refused } from './refusal.ts';

/** @returns the refusal that tells who was first, for a request that is not open any more. */
export function alreadyDecided({ decision, state }: Pick<AccessRequest, 'decision' | 'state'>): Refused {
  if (!decision || state === 'open') throw new Error(`A request is ${state} and has no decision.`);
  return refused({
    reason: 'alreadyDecided',
    decision: state,
    byName: decision.byName || decision.by,
    by: decision.by,
    at: decision.at,
    channel: decision.channel,
    roles: [...decision.roles],
  });
}
