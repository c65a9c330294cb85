import { Types } from 'mongoose';
import type { Channel } from '../models/auditEntry.ts';
import type { Invitation } from '../models/invitation.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Role } from '../models/role.ts';
import { auditWork } from './auditWork.ts';
import { firstWork } from './firstWork.ts';
import type { House } from './house.ts';
import { invitationExpiry } from './invitationExpiry.ts';
import { invitationLifecycle } from './invitationLifecycle.ts';
import { invitationToken, tokenHash } from './invitationLink.ts';
import { invitationMail } from './invitationMail.ts';
import { now } from './now.ts';

/** The person of a new invitation. */
export interface Invitee {
  email: string;
  firstName: string;
  lastName: string;
  language: string;
  country: string;
}

/**
 * A new pending invitation to be written, with what has to follow from it: the mail and the audit entry.
 *
 * @param invitedBy absent when it comes from the agreement itself.
 * @param by who caused it, for the audit log.
 * @param workId the piece of work that leads to it, if any: carried out again, it finds this invitation.
 */
export function newInvitation(
  house: House,
  account: PurchasingAccount,
  invitee: Invitee,
  roles: Role[],
  how: {
    invitedBy?: { email: string; name: string };
    by: { email: string; channel: Channel };
    origin?: string;
    workId?: string;
  },
): Invitation {
  const _id = new Types.ObjectId();
  const sentAt = now();
  const invitation: Invitation = {
    _id,
    email: invitee.email,
    firstName: invitee.firstName,
    lastName: invitee.lastName,
    language: invitee.language,
    country: invitee.country,
    purchasingAccount: account._id,
    roles,
    state: 'pending',
    tokenHash: tokenHash(invitationToken(house.linkSecret, _id.toHexString(), 1)),
    sendings: 1,
    sentAt,
    expiresAt: invitationExpiry(sentAt, account.timeZone),
    ...(how.invitedBy && { invitedBy: how.invitedBy.email, invitedByName: how.invitedBy.name }),
    ...(how.origin !== undefined && { origin: how.origin }),
    sentFor: how.workId === undefined ? [] : [how.workId],
    createdAt: sentAt,
    pendingWork: [],
  };
  return {
    ...invitation,
    ...firstWork([
      invitationMail(invitation, account),
      auditWork('invitationSent', how.by, account._id, invitee.email, { roles }),
      ...invitationLifecycle(invitation, account),
    ]),
  };
}
