import { Domain } from '../../models/domain.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { Partner } from '../../models/partner.ts';
import { Person } from '../../models/person.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { addressDomain } from '../../onboarding/addressDomain.ts';
import { coveringDomains } from '../../onboarding/coveringDomains.ts';

/** What a person is called, and the purchasing accounts that they are in, or whose domain their address has. */
export interface Place {
  name?: string;
  /** Ids of purchasing accounts. */
  organizations: string[];
}

/** @param emails lower-cased addresses. @returns for each what is known of it. */
export async function placesOf(emails: readonly string[]): Promise<Map<string, Place>> {
  const covering = new Map(emails.map((email) => [email, coveringDomains(addressDomain(email))]));
  if (covering.size === 0) return new Map();
  const wanted = [...covering.keys()];
  const domains = [...new Set([...covering.values()].flat())];
  const names = { firstName: 1, lastName: 1 } as const;
  const [people, memberships, partners, invitations, verified, administered] = await Promise.all([
    Person.find({ email: { $in: wanted } }, { email: 1, ...names }).lean(),
    Membership.find({ email: { $in: wanted } }, { email: 1, ...names, purchasingAccount: 1, roles: 1 }).lean(),
    Partner.find({ 'people.email': { $in: wanted } }, { people: 1 }).lean(),
    Invitation.find({ email: { $in: wanted } }, { email: 1, ...names })
      .sort({ createdAt: -1 })
      .lean(),
    Domain.find({ name: { $in: domains }, state: 'verified' }, { name: 1, purchasingAccount: 1 }).lean(),
    PurchasingAccount.find({ administratorDomain: { $in: domains } }, { administratorDomain: 1 }).lean(),
  ]);
  // What they are called themselves goes before what others call them, the newest invitation before older ones.
  const called = new Map<string, string>();
  for (const one of [...people, ...memberships, ...partners.flatMap((partner) => partner.people), ...invitations]) {
    const name = [one.firstName, one.lastName].filter(Boolean).join(' ');
    if (name && !called.has(one.email)) called.set(one.email, name);
  }
  return new Map(
    [...covering].map(([email, covered]) => {
      const own = memberships.filter((one) => one.email === email && one.roles.length > 0);
      const organizations = [
        ...own.map((one) => one.purchasingAccount),
        ...verified.filter((one) => covered.includes(one.name)).map((one) => one.purchasingAccount),
        ...administered.filter((one) => covered.includes(one.administratorDomain)).map(({ _id }) => _id),
      ].map((id) => id.toHexString());
      const name = called.get(email);
      return [email, { ...(name !== undefined && { name }), organizations: [...new Set(organizations)] }];
    }),
  );
}
