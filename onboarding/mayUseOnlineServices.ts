import type { Actor } from './actor.ts';
import type { House } from './house.ts';
import type { AccountView, PersonView } from './views.ts';

export type MayUseOnlineServicesResult =
  | { outcome: 'yes'; domain: string; accounts: AccountView[] }
  | { outcome: 'pending'; domain: string }
  | { outcome: 'no'; domain: string; askWhom: PersonView[] };

/** *May I use the online services?* */
export async function mayUseOnlineServices(_house: House, _actor: Actor): Promise<MayUseOnlineServicesResult> {
  throw new Error('not built yet');
}
