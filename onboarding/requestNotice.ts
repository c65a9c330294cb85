import type { AccessRequest } from '../models/accessRequest.ts';
import type { Notice } from '../models/notice.ts';
import { personView } from './personView.ts';

/** @returns what those who may decide a request are told of it; with `reminder` for the first or second time again. */
export function requestNotice(
  request: Pick<AccessRequest, '_id' | 'kind' | 'organization' | 'accountNumber' | 'requester' | 'roles' | 'message'>,
  reminder?: 1 | 2,
): Notice {
  return {
    kind: 'accessRequested',
    requestId: request._id.toHexString(),
    request: request.kind,
    organization: request.organization,
    accountNumber: request.accountNumber,
    requester: personView(request.requester),
    roles: [...request.roles],
    message: request.message,
    ...(reminder && { reminder }),
  };
}
