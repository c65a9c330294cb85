import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { RequestView } from './views.ts';

/** What the actor may decide now. */
export async function openRequests(_house: House, _actor: Actor): Promise<RequestView[]> {
  throw new Error('not built yet');
}
