import { addressDomain } from '../onboarding/addressDomain.ts';

/** Who somebody is, by the Teams roster. */
export interface RosterMember {
  /** Lower-cased work address; absent when the roster proves none. */
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
 * Whose address it is. A tenant's administrator may write any address into `email`, also into that of a guest, but a
 * principal name only in a domain that the tenant has proven to own; Microsoft Entra lets one tenant own a domain. So an
 * `email` counts only beside a principal name of the same domain, and a guest, whose principal name is of the host's
 * making, has no address: they are known where they are at home.
 *
 * @param local local clients give no principal name, and their people are invented.
 */
function provenAddress(email: string | undefined, principal: string | undefined, local: boolean): string | undefined {
  const isAddress = (candidate: string | undefined): candidate is string =>
    candidate !== undefined && address.test(candidate) && !guest.test(candidate);
  if (!isAddress(principal)) return local && principal === undefined && isAddress(email) ? email : undefined;
  return isAddress(email) && addressDomain(email) === addressDomain(principal) ? email : principal;
}

/**
 * @param local whether it is the roster of a client on this machine, not that of Teams.
 * @returns what the roster tells about a person, or undefined when it is about somebody else than `userId`.
 */
export function readRosterMember(
  member: unknown,
  userId: string,
  { local }: { local: boolean },
): RosterMember | undefined {
  if (typeof member !== 'object' || member === null) return undefined;
  const fields = member as Record<string, unknown>;
  if (fields.id !== userId) return undefined;
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 254) : undefined;
  };
  const email = provenAddress(text('email'), text('userPrincipalName'), local);
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
