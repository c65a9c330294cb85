import { DateTime, type Duration } from 'luxon';
import { OutgoingMail } from '../models/outgoingMail.ts';
import { logDelivery } from '../onboarding/logDelivery.ts';
import { logEntryId } from '../onboarding/logEntryId.ts';
import { GraphFault } from './graphFault.ts';
import { growingPause } from './growingPause.ts';
import { threadOfOurs } from './mailThread.ts';

const minute = 60_000;
const hour = 60 * minute;

/** So often a mail is tried before it is given up, however old it is: Usher may have been stopped for days. */
const leastAttempts = 8;

/**
 * How long a mail waits after a fault, in milliseconds. Where Graph asks for patience that of the whole sender is
 * enough; where nobody knows what became of the request it gets time to appear in Drafts or Sent Items; where Graph or
 * the store says no to this very mail, asking again soon changes nothing.
 */
function waitAfter(fault: unknown, attempts: number, senderWaits: number): number {
  if (!(fault instanceof GraphFault) || fault.kind === 'refused') return growingPause(10 * minute, 6 * hour, attempts);
  if (fault.kind === 'busy') return senderWaits;
  return Math.max(senderWaits, growingPause(minute, hour, attempts));
}

/**
 * Puts a mail back after a fault, or gives it up when it is older than `giveUpAfter` and was tried several times.
 * One that somebody else has taken over is left alone.
 *
 * @param mail as leased.
 */
export async function postponeMail(
  mail: OutgoingMail,
  fault: unknown,
  terms: { giveUpAfter: Duration; senderWaits: number; sentence: string },
): Promise<'postponed' | 'givenUp'> {
  const now = DateTime.now();
  // The lease may have been renewed since, but whoever takes a mail over counts an attempt of its own.
  const inHand = { _id: mail._id, attempts: mail.attempts, dueAt: { $exists: true } };
  const isOld = DateTime.fromJSDate(mail.createdAt).plus(terms.giveUpAfter) <= now;
  if (isOld && mail.attempts >= leastAttempts) {
    await logDelivery(logEntryId(threadOfOurs(mail), mail._id), 'failed');
    await OutgoingMail.updateOne(inHand, {
      $set: { state: 'failed', failedAt: now.toJSDate(), lastFault: terms.sentence },
      $unset: { dueAt: 1 },
    });
    return 'givenUp';
  }
  const dueAt = now.plus(waitAfter(fault, mail.attempts, terms.senderWaits)).toJSDate();
  await OutgoingMail.updateOne(inHand, { $set: { dueAt, lastFault: terms.sentence } });
  return 'postponed';
}
