import type { Membership } from '../models/membership.ts';
import type { Role } from '../models/role.ts';

/** @returns the roles of somebody who is in. */
export function heldRoles(membership: Membership): Role[] {
  return membership.roles.map(({ role }) => role);
}
