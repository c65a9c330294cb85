import { DateTime } from 'luxon';
import { OutgoingMail } from '../models/outgoingMail.ts';
import { leaseTime } from './sendMail.ts';

/** Takes the mail that has been due longest; nobody else gets it until the lease ends. */
export async function leaseMail(): Promise<OutgoingMail | null> {
  const now = DateTime.now();
  return await OutgoingMail.findOneAndUpdate(
    { dueAt: { $lte: now.toJSDate() } },
    { $set: { dueAt: now.plus(leaseTime).toJSDate() }, $inc: { attempts: 1 } },
    { sort: { dueAt: 1 }, returnDocument: 'after' },
  ).lean();
}
