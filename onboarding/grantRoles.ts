import type { Channel } from '../models/auditEntry.ts';
import { Membership } from '../models/membership.ts';
import type { Role } from '../models/role.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import { now } from './now.ts';

/**
 * Gives somebody who is in the roles that they lack, with the audit entry, in one write. Giving them again changes
 * nothing.
 *
 * @param membership as read.
 * @returns the roles that were given; none when they had them all.
 */
export async function grantRoles(
  membership: Membership,
  roles: readonly Role[],
  by: { email: string; channel: Channel },
): Promise<Role[]> {
  let held: Membership | null = membership;
  while (held) {
    const has = new Set(held.roles.map(({ role }) => role));
    const missing = roles.filter((role) => !has.has(role));
    if (missing.length === 0) return [];
    const since = now();
    const work = addWork([
      auditWork('rolesGranted', by, membership.purchasingAccount, membership.email, { roles: missing }),
    ]);
    const written = await Membership.updateOne(
      { _id: membership._id, 'roles.role': { $nin: missing } },
      {
        $push: { ...work.$push, roles: { $each: missing.map((role) => ({ role, since, givenBy: by.email })) } },
        $min: work.$min,
      },
    );
    if (written.matchedCount > 0) return missing;
    held = await Membership.findById(membership._id).lean();
  }
  return [];
}
