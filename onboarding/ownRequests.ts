import { AccessRequest } from '../models/accessRequest.ts';
import { accountsById } from './accountsById.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import type { House } from './house.ts';
import { requestView } from './requestView.ts';
import type { RequestView } from './views.ts';

/** @returns what the actor has asked for and nobody has answered yet, oldest first. */
export async function ownRequests(_house: House, actor: Actor): Promise<RequestView[]> {
  const requests = await AccessRequest.find({ 'requester.email': actorAddress(actor), state: 'open' })
    .sort({ createdAt: 1 })
    .lean();
  if (requests.length === 0) return [];
  const accounts = await accountsById(requests.map((one) => one.purchasingAccount));
  return requests.flatMap((request) => {
    const account = accounts.get(request.purchasingAccount.toHexString());
    return account ? [requestView(request, account, [])] : [];
  });
}
