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

/** @returns what the roster tells about a person, or undefined when it is about somebody else than `userId`. */
export function readRosterMember(member: unknown, userId: string): RosterMember | undefined {
  if (typeof member !== 'object' || member === null) return undefined;
  const fields = member as Record<string, unknown>;
  if (fields.id !== userId) return undefined;
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 254) : undefined;
  };
  const principal = text('userPrincipalName');
  const email = [text('email'), principal !== undefined && !guest.test(principal) ? principal : undefined].find(
    (candidate) => candidate !== undefined && address.test(candidate) && !guest.test(candidate),
  );
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
