import type { AccessRequest } from '../models/accessRequest.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Role } from '../models/role.ts';
import { accountView } from './accountView.ts';
import { personView } from './personView.ts';
import type { RequestView } from './views.ts';

/** @param assignable what who looks at it may give; none for the requester. */
export function requestView(request: AccessRequest, account: PurchasingAccount, assignable: Role[]): RequestView {
  const { kind, requester, roles, message, createdAt, state, decision } = request;
  return {
    id: request._id.toHexString(),
    kind,
    account: accountView(account),
    requester: personView(requester),
    roles: [...roles],
    message,
    createdAt,
    assignable,
    state,
    ...(decision && {
      decision: {
        by: decision.by,
        byName: decision.byName,
        at: decision.at,
        channel: decision.channel,
        roles: [...decision.roles],
        reason: decision.reason,
      },
    }),
  };
}
