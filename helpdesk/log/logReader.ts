import { setTimeout as wait } from 'node:timers/promises';
import { DateTime, type DurationLike } from 'luxon';
import type { Logger } from 'pino';
import { AuditEntry } from '../../models/auditEntry.ts';
import { Conversation } from '../../models/conversation.ts';
import { ListedConversation } from '../../models/listedConversation.ts';
import { LogReading } from '../../models/logReading.ts';
import { faultReference } from '../../onboarding/faultReference.ts';
import { now } from '../../onboarding/now.ts';
import { type LogLease, LogLeaseLost, takeLogLease } from '../../onboarding/searchIndex/logLease.ts';
import { beginAnew } from './beginAnew.ts';
import { conversationMark } from './conversationMark.ts';
import { listingFormat } from './listingFormat.ts';
import { listPortion } from './listPortion.ts';
import { type SeenConversation, seenOfConversation } from './seenConversation.ts';

/** Keeps what the helpdesk lists and finds up with what was said. */
export interface LogReader {
  /** Resolves when everything is listed that stood in the log before it was called. */
  catchUp(): Promise<void>;
  stop(): Promise<void>;
}

export interface LogReaderOptions {
  log: Pick<Logger, 'error'>;
  /** How often it looks by itself, in milliseconds; never, if absent. */
  every?: number;
}

/** Clocks of several processes differ, and what bears a time is written a moment later. */
const overlap = { seconds: 20 };
/** Now and then further back, for what a process wrote that had stood still. */
const wideOverlap = { minutes: 10 };
const wideEvery = { minutes: 1 };
/** Two messages may bear one time, and the second come after the first was read. In milliseconds. */
const oneMoment = 2_000;
const portion = 200;
/** Of a log that was never read, more is taken at a time. */
const largePortion = 4_000;
/** For so long somebody waits for another process that reads the log. */
const patience = 5_000;

/**
 * Reads the log outside of the turns: what has changed since it was last looked at is listed, in portions, by one
 * process at a time.
 */
export function startLogReader({ log, every }: LogReaderOptions): LogReader {
  /** What was read within the overlap, as it was and when, so that it is read again only when it has changed. */
  const handled = new Map<string, { as: string; at: number }>();
  let wideAt = 0;
  let stopped = false;
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  /** What is asked for while a reading goes on may be too late for it: then one more follows, for all who asked. */
  function catchUp(): Promise<void> {
    if (stopped) return Promise.resolve();
    if (running === undefined) {
      running = read().finally(() => {
        running = undefined;
      });
      return running;
    }
    following ??= running
      .catch(() => undefined)
      .then(() => {
        following = undefined;
        return catchUp();
      });
    return following;
  }

  async function read(): Promise<void> {
    if (await nothingNew()) return;
    const until = DateTime.now().toMillis() + patience;
    for (let pause = 5; ; pause = Math.min(100, pause * 2)) {
      const lease = await takeLogLease();
      if (lease) {
        try {
          await readAll(lease);
        } finally {
          await lease.release();
        }
        return;
      }
      if (stopped || DateTime.now().toMillis() > until) return;
      await wait(pause);
    }
  }

  /** Mostly somebody has looked a moment before: then three reads at once tell, and nothing is written. */
  async function nothingNew(): Promise<boolean> {
    if (DateTime.now().toMillis() >= wideAt) return false;
    const reading = await LogReading.findOne({}).lean();
    if (reading?.format !== listingFormat) return false;
    if (reading.messagesUntil === undefined || reading.auditUntil === undefined) return false;
    const [said, changed, moves] = await Promise.all([
      conversationsSince('lastMessageAt', beginning(reading.messagesUntil, overlap), undefined, portion),
      conversationsSince('stateChangedAt', beginning(reading.statesUntil, overlap), undefined, portion),
      movesSince(beginning(reading.auditUntil, overlap)),
    ]);
    if (said.length === portion || changed.length === portion) return false;
    return [...said, ...changed].every(isHandled) && moves.every(({ _id }) => handled.has(_id));
  }

  /** What bears the time at which it was read may have been followed by something that bears the same. */
  function isHandled(one: SeenConversation): boolean {
    const known = handled.get(one._id);
    return known?.as === conversationMark(one) && known.at >= one.lastMessageAt.getTime() + oneMoment;
  }

  async function readAll(lease: LogLease): Promise<void> {
    const time = DateTime.now();
    const isWide = time.toMillis() >= wideAt;
    if (isWide) {
      wideAt = time.plus(wideEvery).toMillis();
      const met = time.minus(wideOverlap).minus(wideOverlap).toMillis();
      for (const [id, { at }] of handled) if (at < met) handled.delete(id);
    }
    const back = isWide ? wideOverlap : overlap;
    try {
      if (lease.reading.format !== listingFormat) {
        await beginAnew(lease);
        handled.clear();
      }
      const { messagesUntil, statesUntil, auditUntil } = lease.reading;
      await readBy(lease, 'lastMessageAt', 'messagesUntil', beginning(messagesUntil, back));
      await readBy(lease, 'stateChangedAt', 'statesUntil', beginning(statesUntil, back));
      await readMoves(lease, auditUntil === undefined ? time.toJSDate() : beginning(auditUntil, back));
    } catch (fault) {
      if (!(fault instanceof LogLeaseLost)) throw fault;
    }
  }

  async function readBy(
    lease: LogLease,
    field: 'lastMessageAt' | 'stateChangedAt',
    progress: 'messagesUntil' | 'statesUntil',
    begin: Date,
  ): Promise<void> {
    let at = begin;
    let after: string | undefined;
    for (let most = portion; ; most = largePortion) {
      const found = await conversationsSince(field, at, after, most);
      const last = found.at(-1);
      if (last === undefined) return;
      await write(lease, found);
      at = last[field] as Date;
      after = last._id;
      // A clock that runs ahead must not make the others' words be passed over.
      const reached = new Date(Math.min(at.getTime(), DateTime.now().toMillis()));
      const before = lease.reading[progress];
      if (before === undefined || reached > before) await lease.commit({ [progress]: reached });
      if (found.length < most) return;
    }
  }

  async function write(lease: LogLease, conversations: readonly SeenConversation[], again = false): Promise<void> {
    const unknown = conversations.filter((one) => !isHandled(one));
    // Another process may have listed it as it is now.
    const listed =
      unknown.length === 0
        ? []
        : await ListedConversation.find({ _id: { $in: unknown.map(({ _id }) => _id) } }, { mark: 1 }).lean();
    const marks = new Map(listed.map((row) => [row._id, row.mark]));
    const changed = again
      ? unknown
      : unknown.filter(
          (one) =>
            marks.get(one._id) !== conversationMark(one) || now().getTime() < one.lastMessageAt.getTime() + oneMoment,
        );
    if (changed.length > 0) {
      const seq = lease.reading.seq + 1;
      const written = await listPortion(changed, seq, () => lease.keep());
      if (written) await lease.commit({ seq });
    }
    for (const one of conversations) note(one._id, conversationMark(one));
  }

  function note(id: string, as: string): void {
    handled.set(id, { as, at: DateTime.now().toMillis() });
  }

  /** Somebody was invited, let in or left, a domain was verified or removed: their conversations belong somewhere else now. */
  async function readMoves(lease: LogLease, begin: Date): Promise<void> {
    const moves = await movesSince(begin);
    const news = moves.filter(({ _id }) => !handled.has(_id));
    const moved = news.flatMap(({ forWhom, details }) => [
      ...(forWhom === undefined ? [] : [{ person: forWhom }]),
      ...(typeof details?.domain === 'string' ? [{ domains: details.domain }] : []),
    ]);
    for (const one of moved) await relist(lease, one);
    for (const { _id, action } of moves) note(_id, action);
    const last = moves.at(-1)?.at ?? (lease.reading.auditUntil === undefined ? begin : undefined);
    if (last !== undefined && (lease.reading.auditUntil === undefined || last > lease.reading.auditUntil)) {
      await lease.commit({ auditUntil: last });
    }
  }

  async function relist(lease: LogLease, whose: { person: string } | { domains: string }): Promise<void> {
    let after = '';
    for (;;) {
      const rows = await ListedConversation.find({ ...whose, _id: { $gt: after } }, { _id: 1 })
        .sort({ _id: 1 })
        .limit(portion)
        .lean();
      const last = rows.at(-1);
      if (last === undefined) return;
      const conversations: SeenConversation[] = await Conversation.find(
        { _id: { $in: rows.map(({ _id }) => _id) } },
        seenOfConversation,
      ).lean();
      for (const { _id } of conversations) handled.delete(_id);
      await write(lease, conversations, true);
      after = last._id;
    }
  }

  function schedule(): void {
    if (every === undefined || stopped) return;
    timer = setTimeout(() => {
      void catchUp()
        .catch((fault) => log.error({ err: fault, reference: faultReference() }, 'the log could not be read on'))
        .finally(schedule);
    }, every);
    timer.unref();
  }
  schedule();

  return {
    catchUp,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await Promise.allSettled([running, following]);
    },
  };
}

/** @returns where to begin so that nothing is missed that was written late. */
function beginning(until: Date | undefined, back: DurationLike): Date {
  return until === undefined ? new Date(0) : DateTime.fromJSDate(until).minus(back).toJSDate();
}

/** @returns conversations from a time on, behind the one with the id `after` at that time, in order. */
function conversationsSince(
  field: 'lastMessageAt' | 'stateChangedAt',
  at: Date,
  after: string | undefined,
  most: number,
): Promise<SeenConversation[]> {
  const behind = after === undefined ? {} : { $or: [{ [field]: { $gt: at } }, { _id: { $gt: after } }] };
  return Conversation.find({ [field]: { $gte: at }, ...behind }, seenOfConversation)
    .sort({ [field]: 1, _id: 1 })
    .limit(most)
    .lean<SeenConversation[]>()
    .exec();
}

/** After these a person belongs somewhere else, or has a name. */
const moves = [
  'rolesGranted',
  'rolesRemoved',
  'invitationSent',
  'invitationAccepted',
  'domainVerified',
  'domainRemoved',
] as const;

function movesSince(begin: Date) {
  return AuditEntry.find(
    {
      at: { $gte: begin },
      action: { $in: [...moves] },
    },
    { at: 1, action: 1, forWhom: 1, purchasingAccount: 1, details: 1 },
  )
    .sort({ at: 1 })
    .lean();
}
