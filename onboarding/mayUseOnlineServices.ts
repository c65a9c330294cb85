import { Domain } from '../models/domain.ts';
import { Membership } from '../models/membership.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import { accountView } from './accountView.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addressDomain } from './addressDomain.ts';
import { coveringDomains } from './coveringDomains.ts';
import type { House } from './house.ts';
import { personView } from './personView.ts';
import { domainRoles } from './rolePolicy.ts';
import type { AccountView, PersonView } from './views.ts';

export type MayUseOnlineServicesResult =
  | { outcome: 'yes'; domain: string; accounts: AccountView[] }
  | { outcome: 'pending'; domain: string }
  | { outcome: 'no'; domain: string; askWhom: PersonView[] };

/**
 * *May I use the online services?* (product.md, walk 5): people may whose address ends in a verified domain.
 *
 * @returns `domain`: the one that decides, in ASCII, else that of the actor's address. `askWhom`: those who may add
 *   domains, for members and for people of the designated administrator's domain; the administrator where nobody is in.
 */
export async function mayUseOnlineServices(_house: House, actor: Actor): Promise<MayUseOnlineServicesResult> {
  const email = actorAddress(actor);
  const domain = addressDomain(email);
  const names = coveringDomains(domain);
  const [domains, memberships] = await Promise.all([
    Domain.find({ name: { $in: names }, associated: true, state: { $in: ['verified', 'pending'] } }).lean(),
    Membership.find({ email }, { purchasingAccount: 1 }).lean(),
  ]);
  const verified = domains.filter((one) => one.state === 'verified').sort((a, b) => b.name.length - a.name.length);
  const accounts = await PurchasingAccount.find({
    $or: [
      { _id: { $in: [...verified, ...memberships].map((one) => one.purchasingAccount) } },
      ...(names.length > 0 ? [{ administratorDomain: domain }] : []),
    ],
  })
    .sort({ number: 1 })
    .lean();
  if (verified[0]) {
    const covered = accounts.filter((one) =>
      verified.some(({ purchasingAccount }) => purchasingAccount.equals(one._id)),
    );
    return { outcome: 'yes', domain: verified[0].name, accounts: covered.map((one) => accountView(one)) };
  }
  if (domains[0]) return { outcome: 'pending', domain: domains[0].name };
  const able = await Membership.find({
    purchasingAccount: { $in: accounts.map((one) => one._id) },
    'roles.role': { $in: domainRoles },
  })
    .sort({ email: 1 })
    .lean();
  const whom = able.length > 0 ? able : accounts.map((one) => one.administrator);
  const people = new Map(whom.filter((one) => one.email !== email).map((one) => [one.email, personView(one)]));
  return { outcome: 'no', domain, askWhom: [...people.values()] };
}
