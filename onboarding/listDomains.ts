import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { DomainView } from './views.ts';

/** The domains of the accounts where the actor may add domains. */
export async function listDomains(_house: House, _actor: Actor): Promise<DomainView[]> {
  throw new Error('not built yet');
}
