import { addressDomain } from '../onboarding/addressDomain.ts';

/** Who somebody is, by the Teams roster. */
export interface RosterMember {
  /** Lower-cased work address; absent when the roster knows none. */
  email?: string;
  firstName: string;
  lastName: string;
  /** The user id in the channel, e.g. `29:…`. */
  userId: string;
  aadObjectId?: string;
  tenantId?: string;
}

/** Guests have an invented user principal name, `maria_contoso.com#EXT#@fabrikam.onmicrosoft.com`: not an address. */
const guest = /#ext#/i;
const address = /^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]+$/;

/**
 * Whose address it is. A tenant's administrator may write any address into `email`, but a principal name only in a
 * domain that the tenant has proven; so where both are there, an `email` of another domain does not count. Of a guest
 * only `email` is known.
 */
function provenAddress(email: string | undefined, principal: string | undefined): string | undefined {
  const isAddress = (candidate: string | undefined): candidate is string =>
    candidate !== undefined && address.test(candidate) && !guest.test(candidate);
  if (!isAddress(principal)) return isAddress(email) ? email : undefined;
  return isAddress(email) && addressDomain(email) === addressDomain(principal) ? email : principal;
}

/** @returns what the roster tells about a person, or undefined when it is about somebody else than `userId`. */
export function readRosterMember(member: unknown, userId: string): RosterMember | undefined {
  if (typeof member !== 'object' || member === null) return undefined;
  const fields = member as Record<string, unknown>;
  if (fields.id !== userId) return undefined;
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 254) : undefined;
  };
  const email = provenAddress(text('email'), text('userPrincipalName'));
  const [first = '', ...rest] = (text('name') ?? '').split(/\s+/);
  return {
    ...(email !== undefined && { email: email.toLowerCase() }),
    firstName: text('givenName') ?? first,
    lastName: text('surname') ?? rest.join(' '),
    userId,
    aadObjectId: text('aadObjectId') ?? text('objectId'),
    tenantId: text('tenantId'),
  };
}
