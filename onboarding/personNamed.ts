import type { Types } from 'mongoose';
import { Invitation } from '../models/invitation.ts';
import { Membership } from '../models/membership.ts';
import type { Role } from '../models/role.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { inviterAccounts } from './inviterAccounts.ts';
import { isPast } from './isPast.ts';
import { readId } from './readId.ts';
import type { AccountView } from './views.ts';
import { withoutAccents } from './withoutAccents.ts';

/** Somebody who is in, or whose invitation waits. */
export interface NamedPerson {
  email: string;
  firstName: string;
  lastName: string;
  account: AccountView;
  /** Those that they hold, or are invited to. */
  roles: Role[];
  isInvited: boolean;
}

interface Named {
  email: string;
  firstName: string;
  lastName: string;
  purchasingAccount: Types.ObjectId;
}

/**
 * @param words what may be names in a sentence, as typed: “omar”, “omars”.
 * @returns the one person whom they name among those who are in where the actor may invite, or are invited there: by first
 *   and last name, or by the first name where nothing else may be one. Undefined where that is nobody, or several people.
 */
export async function personNamed(
  house: House,
  actor: Actor,
  words: readonly string[],
): Promise<NamedPerson | undefined> {
  if (words.length === 0) return undefined;
  const accounts = (await inviterAccounts(house, actor)).map(({ account }) => account);
  const ids = accounts.map(({ id }) => readId(id)).filter((id) => id !== undefined);
  if (ids.length === 0) return undefined;
  const called = { purchasingAccount: { $in: ids }, firstName: { $in: words.flatMap(spellings) } };
  // Past mongoose's query, as in accountsById: asked for each sentence with such a word.
  const [members, invitations] = await Promise.all([
    Membership.collection.find<Membership>(called).toArray(),
    Invitation.collection.find<Invitation>({ ...called, state: 'pending' }).toArray(),
  ]);
  const people = [
    ...members
      .map((one) => ({ ...one, roles: heldRoles(one), isInvited: false }))
      .filter(({ roles }) => roles.length > 0),
    ...invitations.filter((one) => !isPast(one)).map((one) => ({ ...one, isInvited: true })),
  ].filter(({ email }) => email !== actorAddress(actor));
  const inFull = people.filter((one) => isInFull(one, words));
  const meant = inFull.length > 0 || words.length > 1 ? inFull : people;
  const [first] = meant;
  if (!first || meant.some(({ email }) => email !== first.email)) return undefined;
  const { email, firstName, lastName, roles, isInvited } = first;
  const account = accounts.find(({ id }) => id === first.purchasingAccount.toHexString());
  return account && { email, firstName, lastName, account, roles, isInvited };
}

/** As names are written, of a word as it may be typed; also without the letter that says whose something is. */
function spellings(word: string): string[] {
  return [word, word.replace(/s$/i, '')].flatMap((one) => [
    one,
    one.charAt(0).toUpperCase() + one.slice(1).toLowerCase(),
  ]);
}

function isInFull({ lastName }: Named, words: readonly string[]): boolean {
  const said = new Set(words.flatMap(spellings).map(withoutAccents));
  return withoutAccents(lastName)
    .split(/[\s'-]+/)
    .every((part) => said.has(part));
}
