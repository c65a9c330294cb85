import { OutgoingMail } from '../models/outgoingMail.ts';
import { stuckOutgoing } from '../onboarding/stuckOutgoing.ts';

/** A mail that an operator should look at. */
export type StuckMail = Pick<
  OutgoingMail,
  '_id' | 'to' | 'state' | 'attempts' | 'lastFault' | 'createdAt' | 'dueAt'
> & { notice: OutgoingMail['notice'] };

/** @returns the mails that are stuck, oldest first. */
export async function stuckMails(most = 100): Promise<StuckMail[]> {
  return await OutgoingMail.find(stuckOutgoing()).sort({ createdAt: 1 }).limit(most).lean();
}

/** @returns how many mails are stuck. */
export async function countStuckMails(): Promise<number> {
  return await OutgoingMail.countDocuments(stuckOutgoing());
}
