import { AccessRequest } from '../models/accessRequest.ts';
import { Membership } from '../models/membership.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { readId } from './readId.ts';
import { type Refused, refused } from './refusal.ts';
import { requestView } from './requestView.ts';
import { assignableRoles, mayInvite } from './rolePolicy.ts';
import type { RequestView } from './views.ts';

export interface ViewRequestInput {
  requestId: string;
}

export type ViewRequestResult = { outcome: 'found'; request: RequestView } | Refused;

/** @returns one request, for its requester and for those who may decide it; refused: `notFound`. */
export async function viewRequest(_house: House, actor: Actor, input: ViewRequestInput): Promise<ViewRequestResult> {
  const email = actorAddress(actor);
  const _id = readId(input.requestId);
  const request = _id && (await AccessRequest.findById(_id).lean());
  if (!request) return refused({ reason: 'notFound' });
  const [account, membership] = await Promise.all([
    PurchasingAccount.findById(request.purchasingAccount).lean(),
    Membership.findOne({ email, purchasingAccount: request.purchasingAccount }).lean(),
  ]);
  const own = request.requester.email === email;
  const held = membership ? heldRoles(membership) : [];
  if (!account || !(own || mayInvite(held))) return refused({ reason: 'notFound' });
  return { outcome: 'found', request: requestView(request, account, own ? [] : assignableRoles(held)) };
}
