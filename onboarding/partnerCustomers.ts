import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { Refused } from './refusal.ts';
import type { AccountView, InvitationView, PersonView } from './views.ts';

export interface PartnerCustomer {
  account: AccountView;
  administrator: PersonView;
  /** The administrator's newest invitation. */
  invitation?: InvitationView;
  administratorIsIn: boolean;
}

export type PartnerCustomersResult = { outcome: 'found'; partner: string; customers: PartnerCustomer[] } | Refused;

/** Walk 6. */
export async function partnerCustomers(_house: House, _actor: Actor): Promise<PartnerCustomersResult> {
  throw new Error('not built yet');
}
