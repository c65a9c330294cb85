import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { DomainView } from './views.ts';

export interface RemoveDomainInput {
  domainId: string;
}

export type RemoveDomainResult = { outcome: 'removed'; domain: DomainView } | Refused;

/** Removes a domain. */
export async function removeDomain(
  _house: House,
  _actor: Actor,
  _input: RemoveDomainInput,
): Promise<RemoveDomainResult> {
  throw new Error('not built yet');
}
