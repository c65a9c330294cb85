import { AccessRequest } from '../models/accessRequest.ts';
import { Membership } from '../models/membership.ts';
import { accountsById } from './accountsById.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { requestView } from './requestView.ts';
import { assignableRoles, mayInvite } from './rolePolicy.ts';
import type { RequestView } from './views.ts';

const most = 100;

/** @returns the open requests that the actor may decide now, oldest first; never their own. */
export async function openRequests(_house: House, actor: Actor): Promise<RequestView[]> {
  const email = actorAddress(actor);
  const memberships = (await Membership.find({ email }).lean()).filter((one) => mayInvite(heldRoles(one)));
  if (memberships.length === 0) return [];
  const ids = memberships.map((one) => one.purchasingAccount);
  const [accounts, requests] = await Promise.all([
    accountsById(ids),
    AccessRequest.find({ purchasingAccount: { $in: ids }, state: 'open', 'requester.email': { $ne: email } })
      .sort({ createdAt: 1 })
      .limit(most)
      .lean(),
  ]);
  return requests.flatMap((request) => {
    const account = accounts.get(request.purchasingAccount.toHexString());
    const membership = memberships.find((one) => one.purchasingAccount.equals(request.purchasingAccount));
    return account && membership ? [requestView(request, account, assignableRoles(heldRoles(membership)))] : [];
  });
}
