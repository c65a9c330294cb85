import { Types } from 'mongoose';
import type { Channel } from '../models/auditEntry.ts';
import { Membership } from '../models/membership.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import { addWork } from './addWork.ts';
import type { House } from './house.ts';
import { invitationExpiry } from './invitationExpiry.ts';
import { now } from './now.ts';
import { personView } from './personView.ts';
import { type Refused, refused } from './refusal.ts';
import { takeFromLimit } from './takeFromLimit.ts';
import type { PersonView } from './views.ts';

export type ResentToAdministrator =
  | { outcome: 'sent'; to: PersonView; expiresAt: Date }
  | { outcome: 'administratorIsIn'; administrator: PersonView }
  /** Somebody else has been designated since the account was read. */
  | { outcome: 'overtaken' }
  | Refused;

/**
 * Sends the designated administrator of an account their invitation again, or a new one when the last has expired or
 * was declined or revoked. Only ever to the designated address, and not when the administrator is in.
 *
 * It stands as work in the account's own document, written only while that person is designated, and the account's work
 * is carried out in its order: whoever stops being the administrator gets nothing more, whatever came at the same time.
 *
 * @param account as read; its administrator is who was meant.
 * @param how.workId the piece of work that this is part of: done again, it sends and counts no second time.
 * @returns refused with `limited` when the account had enough of it.
 */
export async function resendToAdministrator(
  house: House,
  account: PurchasingAccount,
  { by, workId = new Types.ObjectId().toHexString() }: { by: { email: string; channel: Channel }; workId?: string },
): Promise<ResentToAdministrator> {
  const { email } = account.administrator;
  const administrator = personView(account.administrator);
  if (await Membership.exists({ email, purchasingAccount: account._id })) {
    return { outcome: 'administratorIsIn', administrator };
  }
  const retryAt = await takeFromLimit(house, 'resendPerAccount', account._id.toHexString(), { countedFor: workId });
  if (retryAt) return refused({ reason: 'limited', retryAt });
  const sentAt = now();
  const { $push, $min } = addWork([
    { kind: 'inviteAdministrator', email, givenBy: by.email, channel: by.channel, again: true },
  ]);
  // The invitation remembers the work for which it was sent, by this id.
  for (const item of $push.pendingWork.$each) item._id = workId;
  const written = await PurchasingAccount.updateOne(
    { _id: account._id, 'administrator.email': email },
    { $push, $min },
  );
  if (written.matchedCount === 0) return { outcome: 'overtaken' };
  house.wake();
  return { outcome: 'sent', to: administrator, expiresAt: invitationExpiry(sentAt, account.timeZone) };
}
