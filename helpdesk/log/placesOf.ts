import { Domain } from '../../models/domain.ts';
import { Membership } from '../../models/membership.ts';
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
  const [people, memberships, verified, administered] = await Promise.all([
    Person.find({ email: { $in: wanted } }, { email: 1, firstName: 1, lastName: 1 }).lean(),
    Membership.find(
      { email: { $in: wanted } },
      { email: 1, firstName: 1, lastName: 1, purchasingAccount: 1, roles: 1 },
    ).lean(),
    Domain.find({ name: { $in: domains }, state: 'verified' }, { name: 1, purchasingAccount: 1 }).lean(),
    PurchasingAccount.find({ administratorDomain: { $in: domains } }, { administratorDomain: 1 }).lean(),
  ]);
  return new Map(
    [...covering].map(([email, names]) => {
      const own = memberships.filter((one) => one.email === email && one.roles.length > 0);
      const named = [people.find((one) => one.email === email), ...own].find((one) => one?.firstName || one?.lastName);
      const organizations = [
        ...own.map((one) => one.purchasingAccount),
        ...verified.filter((one) => names.includes(one.name)).map((one) => one.purchasingAccount),
        ...administered.filter((one) => names.includes(one.administratorDomain)).map(({ _id }) => _id),
      ].map((id) => id.toHexString());
      const name = named && `${named.firstName} ${named.lastName}`.trim();
      return [email, { ...(name && { name }), organizations: [...new Set(organizations)] }];
    }),
  );
}
