import { AccessRequest } from '../models/accessRequest.ts';
import { Membership } from '../models/membership.ts';
import type { Work } from '../models/pendingWork.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Role } from '../models/role.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addWork } from './addWork.ts';
import { alreadyDecided } from './alreadyDecided.ts';
import { auditWork } from './auditWork.ts';
import { closedNotices } from './closedNotices.ts';
import { heldRoles } from './heldRoles.ts';
import type { House } from './house.ts';
import { inviter } from './inviter.ts';
import { now } from './now.ts';
import { readFreeText } from './readFreeText.ts';
import { readId } from './readId.ts';
import { readRoles } from './readRoles.ts';
import { type Refused, refused } from './refusal.ts';
import { requestView } from './requestView.ts';
import { assignableRoles, mayInvite } from './rolePolicy.ts';
import type { RequestView } from './views.ts';

export interface DecideRequestInput {
  requestId: string;
  decision: 'approve' | 'deny';
  /** Absent or empty: the roles that were asked for. */
  roles?: string[];
  reason?: string;
  /** What the decision was read from, e.g. the id of a mail: doing it again for the same one finds that it is done. */
  origin?: string;
}

export type DecideRequestResult = { outcome: 'decided'; request: RequestView } | Refused;

/**
 * Approves or denies a request; the first answer counts, wherever it is given. Whoever may invite in the account now may
 * decide, also if they could not yet when it was asked; nobody decides their own. What follows (the invitation or the
 * roles, the notice to the requester, the closed cards, the audit entry) is in the same write.
 *
 * @returns refused: `notFound` (also: not in that account), `mayNotDecide`, `alreadyDecided`, `invalid` (approving needs
 *   a role), `rolesNotAssignable`.
 */
export async function decideRequest(
  house: House,
  actor: Actor,
  input: DecideRequestInput,
): Promise<DecideRequestResult> {
  const email = actorAddress(actor);
  const _id = readId(input.requestId);
  const request = _id && (await AccessRequest.findById(_id).lean());
  if (!request) return refused({ reason: 'notFound' });
  const { purchasingAccount } = request;
  const [account, members] = await Promise.all([
    PurchasingAccount.findById(purchasingAccount).lean(),
    Membership.find({ purchasingAccount, email: { $in: [...request.deciders, email] } }).lean(),
  ]);
  const membership = members.find((one) => one.email === email);
  if (request.requester.email === email) return refused({ reason: 'mayNotDecide' });
  if (!account || !membership) return refused({ reason: 'notFound' });
  const held = heldRoles(membership);
  const madeBefore = (one: AccessRequest) => input.origin !== undefined && one.decision?.origin === input.origin;
  if (madeBefore(request)) return { outcome: 'decided', request: requestView(request, account, assignableRoles(held)) };
  if (!mayInvite(held)) return refused({ reason: 'mayNotDecide' });
  if (request.state !== 'open') return alreadyDecided(request);

  const reason = readFreeText(input.reason);
  if ('problem' in reason) {
    return refused({ reason: 'invalid', fields: [{ field: 'reason', problem: reason.problem }] });
  }
  const assignable = assignableRoles(held);
  let roles: Role[] = [];
  if (input.decision === 'approve') {
    const given = readRoles(input.roles === undefined || input.roles.length === 0 ? request.roles : input.roles);
    if ('problem' in given) {
      return refused({ reason: 'invalid', fields: [{ field: 'roles', problem: given.problem }] });
    }
    roles = given.roles;
    const tooMuch = roles.filter((role) => !assignable.includes(role));
    if (tooMuch.length > 0) return refused({ reason: 'rolesNotAssignable', roles: tooMuch, assignable });
  } else if (input.decision !== 'deny') {
    return refused({ reason: 'invalid', fields: [{ field: 'decision', problem: 'missing' }] });
  }

  const decision = input.decision === 'approve' ? 'approved' : 'denied';
  const by = inviter(actor, membership);
  const { channel } = actor;
  const others = members.filter((one) => request.deciders.includes(one.email));
  const works: Work[] = [
    ...(decision === 'approved'
      ? [{ kind: request.kind === 'invitation' ? 'invite' : 'grant', roles, givenBy: email } as const]
      : []),
    {
      kind: 'tell',
      to: request.requester,
      notice: {
        kind: 'accessRequestDecided',
        requestId: request._id.toHexString(),
        request: request.kind,
        decision,
        organization: request.organization,
        accountNumber: request.accountNumber,
        roles,
        decidedBy: by,
        reason: reason.text,
      },
    },
    // A card on which the decision itself is made is replaced by its answer; anywhere else it must be closed too.
    ...closedNotices(
      request,
      others.filter((one) => one.email !== email || channel !== 'teams'),
      { decision, by, channel, roles },
    ),
    auditWork(
      decision === 'approved' ? 'requestApproved' : 'requestDenied',
      { email, channel },
      purchasingAccount,
      request.requester.email,
      { request: request.kind, roles },
    ),
  ];
  // Past mongoose, whose casting costs more than the write: all of it is typed here.
  const decided = (await AccessRequest.collection.findOneAndUpdate(
    { _id: request._id, state: 'open' },
    {
      $set: {
        state: decision,
        decision: {
          by: email,
          byName: by.name,
          at: now(),
          channel,
          roles,
          reason: reason.text,
          ...(input.origin !== undefined && { origin: input.origin }),
        },
      },
      ...(addWork(works) as object),
    },
    { returnDocument: 'after' },
  )) as AccessRequest | null;
  if (!decided) {
    const current = await AccessRequest.findById(request._id).lean();
    if (current && madeBefore(current))
      return { outcome: 'decided', request: requestView(current, account, assignable) };
    return current ? alreadyDecided(current) : refused({ reason: 'notFound' });
  }
  house.wake();
  return { outcome: 'decided', request: requestView(decided, account, assignable) };
}
