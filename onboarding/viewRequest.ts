import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { RequestView } from './views.ts';

export interface ViewRequestInput {
  requestId: string;
}

export type ViewRequestResult = { outcome: 'found'; request: RequestView } | Refused;

/** One request, for its requester and for those who may decide it. */
export async function viewRequest(_house: House, _actor: Actor, _input: ViewRequestInput): Promise<ViewRequestResult> {
  throw new Error('not built yet');
}
