import { createHash } from 'node:crypto';
import { knownDevice } from './device.ts';
import type { House } from './house.ts';
import { readAddress } from './readAddress.ts';
import { takeFromLimit } from './takeFromLimit.ts';

/**
 * Counts an attempt to sign in before anything is looked up, the same for accounts that there are and those that there
 * are not. A browser on which somebody has signed in to this account before counts by itself, for others could use the
 * account's limits up; beyond its own it counts like any other.
 *
 * @param account as typed.
 * @param client from where it comes.
 * @param device what the browser keeps from a sign-in before, if anything; see device.ts.
 * @returns undefined when it is allowed, otherwise from when on.
 */
export async function takeFromSignInLimits(
  house: House,
  { account, client, device }: { account: string; client: string; device?: string | undefined },
): Promise<Date | undefined> {
  const address = readAddress(account) ?? account.trim().toLowerCase();
  const known = knownDevice(house.linkSecret, address, device);
  if (known !== undefined && !(await takeFromLimit(house, 'signInsPerDevice', known))) return undefined;
  // What was typed can be anything, and long; and it need not stand in the store.
  const who = createHash('sha256').update(address).digest('base64url');
  const refusals = await Promise.all([
    takeFromLimit(house, 'signInsPerMinute', `${who}:${client}`),
    takeFromLimit(house, 'signInsPerHour', `${who}:${client}`),
    takeFromLimit(house, 'signInsPerDay', who),
    takeFromLimit(house, 'signInsPerClient', client),
  ]);
  return refusals.reduce((latest, one) => (one && (!latest || one > latest) ? one : latest), undefined);
}
