import { type AccountFinding, findAdministrator } from '../onboarding/findAdministrator.ts';
import type { Stage } from './stage.ts';

/** @returns the accounts of which the person may know, with what they have there already; none where there are none. */
export async function knownAccounts({ house, actor }: Stage): Promise<AccountFinding[]> {
  const result = await findAdministrator(house, actor, {});
  return result.outcome === 'known' ? result.accounts : [];
}
