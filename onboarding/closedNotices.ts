import type { AccessRequest } from '../models/accessRequest.ts';
import type { Channel } from '../models/auditEntry.ts';
import type { Membership } from '../models/membership.ts';
import type { Work } from '../models/pendingWork.ts';
import type { Role } from '../models/role.ts';
import { personView } from './personView.ts';
import type { PersonView } from './views.ts';

/**
 * The pieces of work that close the cards and the threads of those who were asked.
 *
 * @param asked those who were asked, as far as they are still in.
 */
export function closedNotices(
  request: AccessRequest,
  asked: readonly Membership[],
  decision: { decision: 'approved' | 'denied' | 'withdrawn'; by: PersonView; channel: Channel; roles: Role[] },
): Work[] {
  return asked.map(({ email, firstName, lastName, language }) => ({
    kind: 'closeRequest',
    to: { email, firstName, lastName, language },
    notice: {
      kind: 'accessRequestClosed',
      requestId: request._id.toHexString(),
      request: request.kind,
      decision: decision.decision,
      organization: request.organization,
      requester: personView(request.requester),
      roles: decision.roles,
      decidedBy: decision.by,
      channel: decision.channel,
    },
  }));
}
