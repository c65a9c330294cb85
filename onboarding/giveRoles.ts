import { Membership } from '../models/membership.ts';
import type { Role } from '../models/role.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { actorInAccount } from './actorInAccount.ts';
import { grantRoles } from './grantRoles.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { readAddress } from './readAddress.ts';
import { readId } from './readId.ts';
import { readRoles } from './readRoles.ts';
import { type Refused, refused } from './refusal.ts';
import { assignableRoles, mayInvite } from './rolePolicy.ts';

export interface GiveRolesInput {
  purchasingAccountId: string;
  email: string;
  roles: string[];
}

export type GiveRolesResult = { outcome: 'given'; roles: Role[] } | Refused;

/**
 * Gives more roles to someone who is in; the better action where an invitation is refused with `alreadyIn`. Nobody
 * gives roles to themselves.
 *
 * @returns the roles that were given now; refused: `notFound` (also: that person is not in), `mayNotInvite`, `invalid`,
 *   `alreadyHasRoles`, `rolesNotAssignable`.
 */
export async function giveRoles(house: House, actor: Actor, input: GiveRolesInput): Promise<GiveRolesResult> {
  const purchasingAccount = readId(input.purchasingAccountId);
  if (!purchasingAccount) return refused({ reason: 'notFound' });
  const email = readAddress(input.email);
  const [place, membership] = await Promise.all([
    actorInAccount(actor, purchasingAccount),
    Membership.findOne({ email: email ?? '', purchasingAccount }).lean(),
  ]);
  if (!place) return refused({ reason: 'notFound' });
  if (!mayInvite(place.held)) return refused({ reason: 'mayNotInvite' });
  const read = readRoles(input.roles);
  if ('problem' in read || !email) {
    return refused({
      reason: 'invalid',
      fields: [
        ...(email ? [] : [{ field: 'email', problem: 'badAddress' as const }]),
        ...('problem' in read ? [{ field: 'roles', problem: read.problem }] : []),
      ],
    });
  }
  if (!membership) return refused({ reason: 'notFound' });
  const has = heldRoles(membership);
  const missing = read.roles.filter((role) => !has.includes(role));
  if (missing.length === 0) return refused({ reason: 'alreadyHasRoles', roles: has });
  const who = actorAddress(actor);
  const assignable = email === who ? [] : assignableRoles(place.held);
  const tooMuch = missing.filter((role) => !assignable.includes(role));
  if (tooMuch.length > 0) return refused({ reason: 'rolesNotAssignable', roles: tooMuch, assignable });
  const roles = await grantRoles(membership, missing, { email: who, channel: actor.channel });
  // Somebody else gave them in the same instant.
  if (roles.length === 0) return refused({ reason: 'alreadyHasRoles', roles: [...has, ...missing] });
  house.wake();
  return { outcome: 'given', roles };
}
