import { Invitation } from '../../models/invitation.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { House } from '../house.ts';
import { reminderDays, reminderDue } from '../invitationLifecycle.ts';
import { invitationMail } from '../invitationMail.ts';
import { isPast } from '../isPast.ts';
import { now } from '../now.ts';
import type { Handed } from './handed.ts';
import { reach } from './reach.ts';
import { recordMail } from './recordMail.ts';

/**
 * Mails an invitation once more, with the same link, as long as it waits and this is its newest sending. A process that
 * slept through several reminders sends the last of them only, and none for a mail that came back.
 */
export async function remindInvitee(
  house: House,
  { item, work, document }: Handed<'remindInvitee', Invitation>,
): Promise<void> {
  const invitation = await Invitation.findById(document._id).lean();
  if (invitation?.state !== 'pending' || invitation.sendings !== work.sending) return;
  if (invitation.undeliverable || isPast(invitation)) return;
  const account = await PurchasingAccount.findById(invitation.purchasingAccount).lean();
  if (!account) return;
  const next = Math.max(0, ...reminderDays.filter((days) => days < work.daysLeft));
  if (next > 0 && reminderDue(invitation.expiresAt, next, account.timeZone) <= now()) return;
  const reminder = invitationMail(invitation, account, { daysLeft: work.daysLeft });
  await recordMail(house, item._id, (await reach(reminder.to)).to, reminder.notice);
}
