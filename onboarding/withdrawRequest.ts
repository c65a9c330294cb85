import { AccessRequest } from '../models/accessRequest.ts';
import { Membership } from '../models/membership.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addWork } from './addWork.ts';
import { alreadyDecided } from './alreadyDecided.ts';
import { auditWork } from './auditWork.ts';
import { closedNotices } from './closedNotices.ts';
import type { House } from './house.ts';
import { now } from './now.ts';
import { personView } from './personView.ts';
import { readId } from './readId.ts';
import { type Refused, refused } from './refusal.ts';

export interface WithdrawRequestInput {
  requestId: string;
}

export type WithdrawRequestResult =
  | { outcome: 'withdrawn'; kind: AccessRequest['kind']; organization: string }
  | Refused;

/**
 * Takes back a request of the actor that nobody has answered yet; the cards of those who were asked are closed.
 *
 * @returns refused: `notFound` (also: somebody else's), `alreadyDecided`.
 */
export async function withdrawRequest(
  house: House,
  actor: Actor,
  input: WithdrawRequestInput,
): Promise<WithdrawRequestResult> {
  const _id = readId(input.requestId);
  const email = actorAddress(actor);
  const request = _id && (await AccessRequest.findOne({ _id, 'requester.email': email }).lean());
  if (!request) return refused({ reason: 'notFound' });
  if (request.state !== 'open') return alreadyDecided(request);
  const asked = await Membership.find({
    purchasingAccount: request.purchasingAccount,
    email: { $in: request.deciders },
  }).lean();
  const by = personView(request.requester);
  const { channel } = actor;
  const withdrawn = await AccessRequest.findOneAndUpdate(
    { _id: request._id, state: 'open' },
    {
      $set: { state: 'withdrawn', decision: { by: email, byName: by.name, at: now(), channel, roles: [], reason: '' } },
      ...addWork([
        ...closedNotices(request, asked, { decision: 'withdrawn', by, channel, roles: [] }),
        auditWork('requestWithdrawn', { email, channel }, request.purchasingAccount, email, { request: request.kind }),
      ]),
    },
  ).lean();
  if (!withdrawn) {
    const current = await AccessRequest.findById(request._id).lean();
    return current ? alreadyDecided(current) : refused({ reason: 'notFound' });
  }
  house.wake();
  return { outcome: 'withdrawn', kind: request.kind, organization: request.organization };
}
