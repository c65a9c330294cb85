import { DateTime, type Duration } from 'luxon';
import { IncomingMail } from '../../../models/incomingMail.ts';
import { GraphFault } from '../../graphFault.ts';
import { growingPause } from '../../growingPause.ts';
import type { GraphInbox } from './graphInbox.ts';
import { recordSource } from './recordSource.ts';

const minute = 60_000;

/** So often Graph must have said that there is no such message, with pauses between, before it is believed. */
const gonesBelieved = 3;

/** So often Graph must have answered that it cannot give a message out before it is given up, and not before its time. */
const leastAttempts = 8;

/** What became of a mail that was to be fetched. `gone`: somebody deleted it before it was read. */
export type FetchOutcome = 'recorded' | 'tooLarge' | 'gone' | 'givenUp' | 'later';

export interface FetchTerms {
  inbox: GraphInbox;
  largestMail: number;
  giveUpAfter: Duration;
  /** What all requests wait for now, in milliseconds. */
  pause(): number;
}

/**
 * Fetches the source of one leased mail and records it, so that it can be understood. One that is too large is recorded
 * without: it is kept in the mailbox, and shown as unreadable. Fetching twice does no harm, recording happens once.
 *
 * @throws what the store throws, and GraphFault where Graph did not give it out; then it is put back already.
 */
export async function fetchSource(mail: IncomingMail, terms: FetchTerms): Promise<FetchOutcome> {
  let source: Awaited<ReturnType<GraphInbox['source']>>;
  try {
    source = await terms.inbox.source(mail._id, terms.largestMail);
  } catch (fault) {
    if (await postpone(mail, fault, terms)) throw fault;
    return 'givenUp';
  }
  if (source.outcome === 'gone') return await missing(mail, terms);
  await recordSource(mail._id, source.outcome === 'read' ? source.mime : undefined);
  return source.outcome === 'read' ? 'recorded' : 'tooLarge';
}

/** @returns whether it is tried again. */
async function postpone(mail: IncomingMail, fault: unknown, terms: FetchTerms): Promise<boolean> {
  const lastFault = fault instanceof Error ? `${fault.name}: ${fault.message}`.slice(0, 500) : 'unknown fault';
  const now = DateTime.now();
  // No answer, no token and a request for patience say nothing of this mail; a status of Graph's does.
  const aboutIt =
    fault instanceof GraphFault && fault.status !== undefined && !['busy', 'notAllowed'].includes(fault.kind);
  const old = DateTime.fromJSDate(mail.receivedAt).plus(terms.giveUpAfter) <= now;
  if (aboutIt && old && mail.attempts >= leastAttempts) {
    await recordSource(mail._id, undefined, lastFault);
    return false;
  }
  const busy = fault instanceof GraphFault && fault.kind === 'busy';
  const wait = busy ? terms.pause() : Math.max(terms.pause(), growingPause(minute, 60 * minute, mail.attempts));
  await later(mail, wait, lastFault);
  return true;
}

async function missing(mail: IncomingMail, terms: FetchTerms): Promise<FetchOutcome> {
  if (mail.attempts < gonesBelieved) {
    await later(mail, Math.max(terms.pause(), growingPause(minute, 60 * minute, mail.attempts)), 'not there');
    return 'later';
  }
  await IncomingMail.updateOne(
    { _id: mail._id, state: 'found' },
    {
      $set: { state: 'filed', kind: 'unreadable', outcome: 'deleted from the mailbox before it was read' },
      $unset: { fetchAt: 1, lastFault: 1 },
    },
  );
  return 'gone';
}

/** Whoever takes a mail over counts an attempt of its own. */
async function later(mail: IncomingMail, wait: number, lastFault: string): Promise<void> {
  await IncomingMail.updateOne(
    { _id: mail._id, state: 'found', attempts: mail.attempts },
    { $set: { fetchAt: DateTime.now().plus(wait).toJSDate(), lastFault } },
  );
}
