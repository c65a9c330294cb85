import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import { domainCovers } from './domainCovers.ts';
import { isPersonalDomain } from './personalAddress.ts';

/**
 * The rule of who belongs to an organization (product.md, walk 1): addresses at or below a verified domain of the
 * account, and those at exactly the domain of the designated administrator's address. Nobody by a personal address.
 */
export function belongsTo(domain: string, account: PurchasingAccount, verifiedDomains: readonly string[]): boolean {
  if (!domain || isPersonalDomain(domain)) return false;
  return account.administratorDomain === domain || verifiedDomains.some((name) => domainCovers(name, domain));
}
