import { DateTime } from 'luxon';
import { OperatorSession } from '../../models/operatorSession.ts';
import { now } from '../../onboarding/now.ts';
import { sessionHash } from '../../onboarding/sessionHash.ts';
import { sessionEnd } from '../../onboarding/sessionTimes.ts';

/** How much of use goes by without being written down. */
const unnoticed = { minutes: 5 };

/**
 * @param how.using whether somebody does something: what only stands open, like the live list, must not keep a session
 *   alive.
 * @returns the session, or undefined when it has ended or never was.
 */
export async function findOperatorSession(
  sessionId: string,
  { using }: { using: boolean },
): Promise<OperatorSession | undefined> {
  if (!/^[\w-]{43}$/.test(sessionId)) return undefined;
  const _id = sessionHash(sessionId);
  const at = now();
  const session = await OperatorSession.findOne({ _id, endsAt: { $gt: at } }).lean();
  if (!session) return undefined;
  if (using && at > DateTime.fromJSDate(session.lastSeenAt).plus(unnoticed).toJSDate()) {
    await OperatorSession.updateOne({ _id }, { $set: { lastSeenAt: at, endsAt: sessionEnd(session.startedAt, at) } });
  }
  return session;
}
