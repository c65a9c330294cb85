import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { DomainView } from './views.ts';

export interface AddDomainInput {
  purchasingAccountId: string;
  name: string;
}

export type AddDomainResult = { outcome: 'added'; domain: DomainView } | Refused;

/** Walk 5. */
export async function addDomain(_house: House, _actor: Actor, _input: AddDomainInput): Promise<AddDomainResult> {
  throw new Error('not built yet');
}
