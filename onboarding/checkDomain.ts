import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { DomainView } from './views.ts';

export interface CheckDomainInput {
  domainId: string;
}

export type CheckDomainResult = { outcome: 'checked'; domain: DomainView } | Refused;

/** Looks for the TXT record now. */
export async function checkDomain(_house: House, _actor: Actor, _input: CheckDomainInput): Promise<CheckDomainResult> {
  throw new Error('not built yet');
}
