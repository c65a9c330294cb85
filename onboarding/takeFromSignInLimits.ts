import { createHash } from 'node:crypto';
import type { House } from './house.ts';
import { takeFromLimit } from './takeFromLimit.ts';

/**
 * Counts an attempt to sign in before anything is looked up, the same for accounts that there are and those that there
 * are not.
 *
 * @param account as typed.
 * @param client from where it comes.
 * @returns undefined when it is allowed, otherwise from when on.
 */
export async function takeFromSignInLimits(house: House, account: string, client: string): Promise<Date | undefined> {
  // What was typed can be anything, and long; and it need not stand in the store.
  const who = createHash('sha256').update(account.trim().toLowerCase()).digest('base64url');
  const refusals = await Promise.all([
    takeFromLimit(house, 'signInsPerMinute', `${who}:${client}`),
    takeFromLimit(house, 'signInsPerHour', `${who}:${client}`),
    takeFromLimit(house, 'signInsPerDay', who),
    takeFromLimit(house, 'signInsPerClient', client),
  ]);
  return refusals.reduce((latest, one) => (one && (!latest || one > latest) ? one : latest), undefined);
}
