import type { AccessRequest } from '../../models/accessRequest.ts';
import { Membership } from '../../models/membership.ts';
import { grantRoles } from '../grantRoles.ts';
import type { House } from '../house.ts';
import type { Handed } from './handed.ts';

/** Gives the roles that an approved request asked for; nothing if the person is not in any more. */
export async function grant(house: House, { work, document }: Handed<'grant', AccessRequest>): Promise<void> {
  const membership = await Membership.findOne({
    email: document.requester.email,
    purchasingAccount: document.purchasingAccount,
  }).lean();
  if (!membership) {
    house.log.warn({ request: document._id.toHexString() }, 'roles were approved for somebody who is not in any more');
    return;
  }
  await grantRoles(membership, work.roles, { email: work.givenBy, channel: document.decision?.channel ?? 'usher' });
}
