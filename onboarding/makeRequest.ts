import { Types } from 'mongoose';
import { AccessRequest } from '../models/accessRequest.ts';
import type { Channel } from '../models/auditEntry.ts';
import type { Membership } from '../models/membership.ts';
import type { Recipient, Work } from '../models/pendingWork.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Role } from '../models/role.ts';
import { accountView } from './accountView.ts';
import { auditWork } from './auditWork.ts';
import { firstWork } from './firstWork.ts';
import type { House } from './house.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { now } from './now.ts';
import { personView } from './personView.ts';
import { type Refused, refused } from './refusal.ts';
import { requestNotice } from './requestNotice.ts';
import { requestReminders } from './requestReminders.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import type { AccountView, PersonView } from './views.ts';

export type MadeRequest = { outcome: 'asked'; requestId: string; asked: PersonView[]; account: AccountView } | Refused;

/**
 * Writes a request to those who may decide it, with the Teams message and the mail to each, in one write.
 *
 * @param deciders those who may invite in the account; the requester is left out.
 * @returns refused: `nobodyCanDecide`, `alreadyAsked`, `limited`.
 */
export async function makeRequest(
  house: House,
  account: PurchasingAccount,
  deciders: readonly Membership[],
  request: { kind: 'invitation' | 'role'; requester: Recipient; channel: Channel; roles: Role[]; message: string },
): Promise<MadeRequest> {
  const { kind, requester, roles, message } = request;
  const asked = deciders.filter((one) => one.email !== requester.email);
  if (asked.length === 0) return refused({ reason: 'nobodyCanDecide' });
  const key = { 'requester.email': requester.email, purchasingAccount: account._id, kind, state: 'open' as const };
  const earlier = await AccessRequest.findOne(key).lean();
  if (earlier) return alreadyAsked(earlier);
  // One after the other: whoever is over their own limit must not use up that of their colleagues.
  const retryAt =
    (await takeFromLimit(house, 'requestsPerPerson', requester.email)) ??
    (await takeFromLimit(house, 'requestsPerAccount', account._id.toHexString()));
  if (retryAt) return refused({ reason: 'limited', retryAt });

  const _id = new Types.ObjectId();
  const made = {
    _id,
    kind,
    purchasingAccount: account._id,
    organization: account.organization,
    accountNumber: account.number,
    requester,
    country: account.country,
    roles,
    message,
    createdAt: now(),
  };
  const notice = requestNotice(made);
  const works = asked.flatMap(({ email, firstName, lastName, language }): Work[] => {
    const to = { email, firstName, lastName, language };
    return [
      { kind: 'message', to, notice },
      { kind: 'mail', to, notice },
    ];
  });
  const by = { email: requester.email, channel: request.channel };
  try {
    await AccessRequest.create({
      ...made,
      state: 'open',
      deciders: asked.map(({ email }) => email),
      ...firstWork([
        ...works,
        auditWork('requestMade', by, account._id, requester.email, { request: kind, roles }),
        ...requestReminders(made.createdAt, account.timeZone),
      ]),
    });
  } catch (fault) {
    const first = isDuplicateKey(fault) && (await AccessRequest.findOne(key).lean());
    if (!first) throw fault;
    return alreadyAsked(first);
  }
  house.wake();
  return {
    outcome: 'asked',
    requestId: _id.toHexString(),
    asked: asked.map((one) => personView(one)),
    account: accountView(account),
  };
}

function alreadyAsked(request: AccessRequest): Refused {
  return refused({ reason: 'alreadyAsked', requestId: request._id.toHexString(), at: request.createdAt });
}
