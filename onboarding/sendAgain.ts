import type { AuditedAction, Channel } from '../models/auditEntry.ts';
import { Invitation } from '../models/invitation.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { Role } from '../models/role.ts';
import { addWork } from './addWork.ts';
import { auditWork } from './auditWork.ts';
import type { House } from './house.ts';
import { invitationExpiry } from './invitationExpiry.ts';
import { invitationLifecycle } from './invitationLifecycle.ts';
import { invitationToken, tokenHash } from './invitationLink.ts';
import { invitationMail } from './invitationMail.ts';
import { now } from './now.ts';

// So many resendings of one invitation are remembered by the work that led to them.
const remembered = 20;

/**
 * Sends a pending invitation again: a new link, the old one dead, the 60 days from the start; in one write.
 *
 * @param invitation as read; the write happens only if nobody has sent, ended or redirected it since.
 * @param change another address or other roles, if any.
 * @returns the invitation as it is now, or undefined when it had changed meanwhile.
 * @throws what the store throws, also for a second pending invitation to the new address (11000).
 */
export async function sendAgain(
  house: House,
  invitation: Invitation,
  account: PurchasingAccount,
  how: { by: { email: string; channel: Channel }; action?: AuditedAction; workId?: string },
  change: { email?: string; roles?: Role[] } = {},
): Promise<Invitation | undefined> {
  const sentAt = now();
  const sendings = invitation.sendings + 1;
  const next = {
    ...change,
    sendings,
    tokenHash: tokenHash(invitationToken(house.linkSecret, invitation._id.toHexString(), sendings)),
    sentAt,
    expiresAt: invitationExpiry(sentAt, account.timeZone),
  };
  const after: Invitation = { ...invitation, ...next };
  const work = addWork([
    invitationMail(after, account),
    auditWork(how.action ?? 'invitationSentAgain', how.by, account._id, after.email, {
      roles: after.roles,
      ...(change.email !== undefined && { insteadOf: invitation.email }),
    }),
    ...invitationLifecycle(after, account),
  ]);
  const written = await Invitation.findOneAndUpdate(
    {
      _id: invitation._id,
      state: 'pending',
      email: invitation.email,
      sendings: invitation.sendings,
      ...(how.workId !== undefined && { sentFor: { $ne: how.workId } }),
    },
    {
      $set: next,
      $unset: { undeliverable: 1, openedAt: 1 },
      $push: {
        ...work.$push,
        ...(how.workId !== undefined && { sentFor: { $each: [how.workId], $slice: -remembered } }),
      },
      $min: work.$min,
    },
    { returnDocument: 'after' },
  ).lean();
  return written ?? undefined;
}
