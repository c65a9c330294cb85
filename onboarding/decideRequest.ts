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
import type { PersonView, RequestView } from './views.ts';

export interface DecideRequestInput {
  requestId: string;
  decision: 'approve' | 'deny';
  /** Absent or empty: the roles that were asked for. */
  roles?: string[];
  reason?: string;
  /** What the decision was read from, e.g. the id of a mail: doing it again for the same one finds that it is done. */
  origin?: string;
}

type Decision = NonNullable<AccessRequest['decision']>;

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
  const assignable = assignableRoles(held);
  const madeBefore = (one: AccessRequest) => input.origin !== undefined && one.decision?.origin === input.origin;
  if (madeBefore(request)) return { outcome: 'decided', request: requestView(request, account, assignable) };
  if (!mayInvite(held)) return refused({ reason: 'mayNotDecide' });
  if (request.state !== 'open') return alreadyDecided(request);

  const reason = readFreeText(input.reason);
  if ('problem' in reason) {
    return refused({ reason: 'invalid', fields: [{ field: 'reason', problem: reason.problem }] });
  }
  const given = rolesToGive(input, request, assignable);
  if ('outcome' in given) return given;

  const state = input.decision === 'approve' ? 'approved' : 'denied';
  const by = inviter(actor, membership);
  const decision: Decision = {
    by: email,
    byName: by.name,
    at: now(),
    channel: actor.channel,
    roles: given.roles,
    reason: reason.text,
    ...(input.origin !== undefined && { origin: input.origin }),
  };
  // Past mongoose, whose casting costs more than the write: all of it is typed here.
  const decided = (await AccessRequest.collection.findOneAndUpdate(
    { _id: request._id, state: 'open' },
    {
      $set: { state, decision },
      ...(addWork(consequences(request, members, { state, decision, by })) as object),
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

/** @returns the roles that the decision gives: none where it turns the request down. */
function rolesToGive(
  { decision, roles }: DecideRequestInput,
  request: AccessRequest,
  assignable: Role[],
): { roles: Role[] } | Refused {
  if (decision === 'deny') return { roles: [] };
  if (decision !== 'approve')
    return refused({ reason: 'invalid', fields: [{ field: 'decision', problem: 'missing' }] });
  const given = readRoles(roles === undefined || roles.length === 0 ? request.roles : roles);
  if ('problem' in given) return refused({ reason: 'invalid', fields: [{ field: 'roles', problem: given.problem }] });
  const tooMuch = given.roles.filter((role) => !assignable.includes(role));
  return tooMuch.length > 0 ? refused({ reason: 'rolesNotAssignable', roles: tooMuch, assignable }) : given;
}

/** What follows from a decision: the invitation or the roles, the notice to the requester, the closed cards, the audit entry. */
function consequences(
  request: AccessRequest,
  members: readonly Membership[],
  { state, decision, by }: { state: 'approved' | 'denied'; decision: Decision; by: PersonView },
): Work[] {
  const { kind, requester, deciders } = request;
  const { by: email, channel, roles, reason } = decision;
  // A card on which the decision itself is made is replaced by its answer; anywhere else it must be closed too.
  const toClose = members.filter((one) => deciders.includes(one.email) && (one.email !== email || channel !== 'teams'));
  return [
    ...(state === 'approved'
      ? [{ kind: kind === 'invitation' ? 'invite' : 'grant', roles, givenBy: email } as const]
      : []),
    {
      kind: 'tell',
      to: requester,
      notice: {
        kind: 'accessRequestDecided',
        requestId: request._id.toHexString(),
        request: kind,
        decision: state,
        organization: request.organization,
        accountNumber: request.accountNumber,
        roles,
        decidedBy: by,
        reason,
      },
    },
    ...closedNotices(request, toClose, { decision: state, by, channel, roles }),
    auditWork(
      state === 'approved' ? 'requestApproved' : 'requestDenied',
      { email, channel },
      request.purchasingAccount,
      requester.email,
      { request: kind, roles },
    ),
  ];
}
