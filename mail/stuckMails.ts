import { DateTime } from 'luxon';
import { OutgoingMail } from '../models/outgoingMail.ts';

/** A mail that an operator should look at. */
export type StuckMail = Pick<
  OutgoingMail,
  '_id' | 'to' | 'state' | 'attempts' | 'lastFault' | 'createdAt' | 'dueAt'
> & { notice: OutgoingMail['notice'] };

/** Given up; or met a fault and is older than a quarter of an hour; or due for an hour and nobody came to send it. */
function stuck() {
  const now = DateTime.now();
  return {
    $or: [
      { state: 'failed' as const },
      {
        dueAt: { $exists: true },
        lastFault: { $exists: true },
        createdAt: { $lt: now.minus({ minutes: 15 }).toJSDate() },
      },
      { dueAt: { $lt: now.minus({ hours: 1 }).toJSDate() } },
    ],
  };
}

/** @returns the mails that are stuck, oldest first. */
export async function stuckMails(most = 100): Promise<StuckMail[]> {
  return await OutgoingMail.find(stuck()).sort({ createdAt: 1 }).limit(most).lean();
}

/** @returns how many mails are stuck. */
export async function countStuckMails(): Promise<number> {
  return await OutgoingMail.countDocuments(stuck());
}
