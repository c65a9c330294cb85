import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import { IncomingMail } from '../../../models/incomingMail.ts';

/** How long a process has mails to itself, in milliseconds. */
const lease = 120_000;

/**
 * Takes mails in hand that have been due longest; nobody else gets them until the lease ends.
 *
 * One that was in hand when a process ended is taken by itself, with nothing else in hand: if it is what ends the
 * process, no other mail must come under suspicion with it.
 *
 * @param most how many at the most.
 * @param inHand how many mails this process has in hand.
 * @returns the mails, in the order in which they came in, this attempt counted; `waiting` when the next one must be
 *   taken by itself and something is in hand.
 */
export async function takeMails(most: number, inHand: number): Promise<IncomingMail[] | 'waiting'> {
  const now = DateTime.now();
  const due = { $lte: now.toJSDate() };
  const found = await IncomingMail.find({ dueAt: due }, { cutOff: 1 }).sort({ dueAt: 1 }).limit(most).lean();
  const suspect = found.findIndex(({ cutOff }) => cutOff !== undefined);
  if (suspect === 0 && inHand > 0) return 'waiting';
  const ids = found.slice(0, suspect === 0 ? 1 : suspect === -1 ? most : suspect).map(({ _id }) => _id);
  if (ids.length === 0) return [];
  const takenBy = randomUUID();
  await IncomingMail.updateMany(
    { _id: { $in: ids }, dueAt: due },
    { $set: { dueAt: now.plus(lease).toJSDate(), takenBy }, $inc: { attempts: 1, cutOff: 1 } },
  );
  const taken = await IncomingMail.find({ _id: { $in: ids }, takenBy }).lean();
  return taken.sort((one, other) => one.receivedAt.getTime() - other.receivedAt.getTime());
}
