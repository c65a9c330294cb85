import type { AccessRequest } from '../../models/accessRequest.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';

/** @returns the id of the first mail that put a request to a person, in whose thread everything else about it stands. */
export async function firstRequestMail(
  request: Pick<AccessRequest, '_id'>,
  email: string,
): Promise<string | undefined> {
  const mail = await OutgoingMail.findOne({
    'notice.requestId': request._id.toHexString(),
    'notice.kind': 'accessRequested',
    'to.email': email,
    state: 'sent',
  })
    .sort({ createdAt: 1 })
    .lean();
  return mail?._id;
}
