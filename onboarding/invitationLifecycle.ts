import { DateTime } from 'luxon';
import type { Invitation } from '../models/invitation.ts';
import type { PurchasingAccount } from '../models/purchasingAccount.ts';
import { now } from './now.ts';
import type { LaterWork } from './pendingFrom.ts';

/** How many days before an invitation expires its person is reminded (product.md, "Invitation life"). */
export const reminderDays = [30, 7, 1] as const;

/** @returns when the reminder of so many days before is due: calendar days of the organization. */
export function reminderDue(expiresAt: Date, daysLeft: number, timeZone: string): Date {
  const there = DateTime.fromJSDate(expiresAt, { zone: timeZone });
  return (there.isValid ? there : there.setZone('utc')).minus({ days: daysLeft }).toJSDate();
}

/**
 * @returns what happens by itself with the newest sending of an invitation as long as nobody answers it: the reminders
 *   that are still to come, and its end.
 */
export function invitationLifecycle(
  { sendings, expiresAt }: Pick<Invitation, 'sendings' | 'expiresAt'>,
  { timeZone }: Pick<PurchasingAccount, 'timeZone'>,
): LaterWork[] {
  const at = now();
  return [
    ...reminderDays.map((daysLeft) => ({
      dueAt: reminderDue(expiresAt, daysLeft, timeZone),
      work: { kind: 'remindInvitee', sending: sendings, daysLeft } as const,
    })),
    { dueAt: expiresAt, work: { kind: 'expireInvitation', sending: sendings } as const },
  ].filter(({ dueAt, work }) => work.kind === 'expireInvitation' || dueAt > at);
}
