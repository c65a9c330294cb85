import { Domain } from '../models/domain.ts';
import { accountsById } from './accountsById.ts';
import type { Actor } from './actor.ts';
import { domainMemberships } from './domainMemberships.ts';
import { domainView } from './domainView.ts';
import type { House } from './house.ts';
import type { DomainView } from './views.ts';

/** @returns the domains of the accounts where the actor may add domains, by name. */
export async function listDomains(_house: House, actor: Actor): Promise<DomainView[]> {
  const ids = (await domainMemberships(actor)).map((one) => one.purchasingAccount);
  if (ids.length === 0) return [];
  const [accounts, domains] = await Promise.all([
    accountsById(ids),
    Domain.find({ purchasingAccount: { $in: ids }, associated: true })
      .sort({ name: 1 })
      .lean(),
  ]);
  return domains.flatMap((domain) => {
    const account = accounts.get(domain.purchasingAccount.toHexString());
    return account ? [domainView(domain, account)] : [];
  });
}
