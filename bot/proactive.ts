import { isDeepStrictEqual } from 'node:util';
import type { ConversationReference } from 'botbuilder';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import { Conversation } from '../models/conversation.ts';
import { InvitationBatch } from '../models/invitationBatch.ts';
import type { Notice, NoticeKind } from '../models/notice.ts';
import { OutgoingMail } from '../models/outgoingMail.ts';
import { OutgoingMessage } from '../models/outgoingMessage.ts';
import type { Recipient } from '../models/pendingWork.ts';
import { Person } from '../models/person.ts';
import { faultReference } from '../onboarding/faultReference.ts';
import { logDelivery } from '../onboarding/logDelivery.ts';
import { logEntryId } from '../onboarding/logEntryId.ts';
import { addressOfReference } from './arrivals.ts';
import type { Bot } from './bot.ts';
import { ConnectorRefusal } from './connectorRefusal.ts';
import { logTurn } from './conversationLog.ts';
import type { Address, UnsentMessage } from './unsentTurn.ts';

/** A card for a notice, and the plain text for notifications and the log. */
export interface RenderedNotice {
  card: Record<string, unknown>;
  summary: string;
}

export interface ProactiveOptions {
  bot: Pick<Bot, 'line' | 'roster' | 'sender'>;
  /** Words a notice as it stands now; undefined when there is nothing to say any more. */
  renderNotice(notice: Notice, language: string, to: Recipient): Promise<RenderedNotice | undefined>;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Puts a mail into its outbox, once per id. */
  recordMail(id: string, to: Recipient, notice: Notice): Promise<void>;
  /** The helpdesk's channel, where it wants to hear who waits. */
  channel?: Address;
  /** No other process works on this store: what a killed one had in hand is taken up at once, not after its lease. */
  alone?: boolean;
}

/** Sends what stands in the outbox of Teams messages. */
export interface Proactive {
  /** Something is due now. */
  wake(): void;
  /** Takes nothing new and resolves when the messages in hand are sent. */
  stop(): Promise<void>;
  /** For tests: resolves when nothing is due any more. */
  drain(): Promise<void>;
}

/** Another process has taken the message over: nothing more is done about it here. */
class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** In milliseconds, except where said. */
const lease = 120_000;
/** A try, and the pause until the next one, take less (bot/connector.ts). */
const longestTry = 60_000;
const lookAgain = 1_000;
const progressEvery = 2_000;
const mostAtOnce = 8;
/** After that, and some pauses of growing length, a message is given up. */
const mostAttempts = 12;

/**
 * The kinds that a mail can tell too, and that nobody was told by mail beside. Of a request its administrators get a
 * mail in any case (product.md, walk 1), and so they do when another has decided it; how a batch goes on is for Teams
 * alone.
 */
const alsoByMail: readonly NoticeKind[] = [
  'accessRequestDecided',
  'accessRequestUnanswered',
  'invitationNews',
  'mailUnproven',
  'administratorChanged',
  'domainVerified',
  'domainNotVerified',
];

/** What is to be done with a message after it was dealt with. */
type Outcome =
  | { state: 'sent'; conversationId: string; activityId?: string; again?: number }
  | { state: 'failed'; why: string }
  | { state: 'unreachable'; why: string }
  | { state: 'later'; milliseconds: number };

/** Starts sending; what was due before is sent too. */
export function startProactive({
  bot,
  renderNotice,
  log,
  recordMail,
  channel,
  alone = false,
}: ProactiveOptions): Proactive {
  let stopped = false;
  let running: Promise<void> | undefined;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  /** Progress cards that the channel would not replace: they are shown once more, at the end. */
  const shownAgain = new Set<string>();

  let leasesOfTheDead = alone;

  /** Takes what is due until nothing is; several people at once, each conversation in its order. */
  async function round(): Promise<void> {
    if (leasesOfTheDead) {
      leasesOfTheDead = false;
      // A lease is a later dueAt.
      await OutgoingMessage.updateMany({ dueAt: { $exists: true } }, { $set: { dueAt: DateTime.now().toJSDate() } });
    }
    const inHand = new Set<Promise<void>>();
    try {
      for (;;) {
        if (stopped) return;
        const now = DateTime.now();
        const message = await OutgoingMessage.findOneAndUpdate(
          { dueAt: { $lte: now.toJSDate() } },
          { $set: { dueAt: now.plus(lease).toJSDate() }, $inc: { attempts: 1 } },
          { sort: { dueAt: 1, createdAt: 1 }, returnDocument: 'after' },
        ).lean();
        if (message === null) {
          if (inHand.size === 0) return;
          await Promise.race(inHand);
          continue;
        }
        const work: Promise<void> = deal(message).finally(() => inHand.delete(work));
        inHand.add(work);
        if (inHand.size >= mostAtOnce) await Promise.race(inHand);
      }
    } finally {
      await Promise.allSettled(inHand);
    }
  }

  function wake(): void {
    if (stopped) return;
    again = true;
    running ??= (async () => {
      try {
        while (again && !stopped) {
          again = false;
          await round();
        }
      } catch (fault) {
        log.error({ reference: faultReference(), err: fault }, 'the outbox of messages could not be read');
      } finally {
        running = undefined;
        clearTimeout(timer);
        if (!stopped) timer = setTimeout(wake, lookAgain);
        timer?.unref();
      }
    })();
  }

  async function deal(message: OutgoingMessage): Promise<void> {
    try {
      await finish(message, await attempt(message));
    } catch (fault) {
      if (fault instanceof LeaseLost) return;
      const reference = faultReference();
      log.error(
        { reference, message: message._id, kind: message.notice.kind, err: fault },
        'a message could not be sent',
      );
      const why = `${reference}: ${fault instanceof Error ? fault.message : 'unknown'}`;
      const pause = Math.min(3_600_000, 2_000 * 2 ** (message.attempts - 1));
      const outcome: Outcome =
        message.attempts >= mostAttempts ? { state: 'failed', why } : { state: 'later', milliseconds: pause };
      // If this cannot be written either, the lease brings the message back.
      await finish(message, outcome, why).catch(() => undefined);
    }
  }

  /**
   * Renews the lease where it would run out during the next try: the tries of one sending, and the turns that it waits
   * behind, may take longer than one lease. `message.dueAt` is when the lease ends.
   */
  async function keepLease(message: OutgoingMessage): Promise<void> {
    const now = DateTime.now();
    if ((message.dueAt as Date).getTime() - now.toMillis() > longestTry) return;
    const until = now.plus(lease).toJSDate();
    const renewed = await OutgoingMessage.updateOne(
      { _id: message._id, dueAt: message.dueAt },
      { $set: { dueAt: until } },
    );
    if (renewed.matchedCount === 0) throw new LeaseLost();
    message.dueAt = until;
  }

  async function attempt(message: OutgoingMessage): Promise<Outcome> {
    const { notice, to } = message;
    if (notice.kind === 'personWanted') return announce(message);
    const person = await Person.findOne({ email: to.email }).lean();
    const reference = person?.teams?.reference as Partial<ConversationReference> | undefined;
    if (reference?.conversation === undefined) return { state: 'unreachable', why: 'never seen in Teams' };
    if (person?.teams?.unreachableSince !== undefined) return { state: 'unreachable', why: 'not reachable in Teams' };
    let replaces = message.activityId;
    /** Cards that were shown before, when a request was put to the same person more than once. */
    const older: string[] = [];
    if (notice.kind === 'accessRequestClosed') {
      const asked = await OutgoingMessage.find({
        'notice.requestId': notice.requestId,
        'notice.kind': 'accessRequested',
        'to.email': to.email,
        state: { $ne: 'failed' },
      })
        .sort({ createdAt: 1 })
        .lean();
      // Only a card that was shown has to be closed.
      if (asked.length === 0) return { state: 'failed', why: 'there is no card to close' };
      if (asked.some(({ state }) => state === 'waiting')) return { state: 'later', milliseconds: progressEvery };
      const shown = asked.flatMap(({ activityId }) => activityId ?? []);
      replaces = shown.pop();
      older.push(...shown);
    }
    const batch =
      notice.kind === 'batchProgress' ? await InvitationBatch.findById(notice.batchId, { state: 1 }).lean() : undefined;
    if (batch?.state === 'running' && shownAgain.has(message._id))
      return { state: 'later', milliseconds: progressEvery };
    const rendered = await renderNotice(notice, person?.language ?? to.language, to);
    if (rendered === undefined) return { state: 'failed', why: 'there was nothing to say any more' };
    const address = addressIn(notice, addressOfReference(reference));
    const conversationId = `teams:${address.conversation.id}`;
    const said: UnsentMessage = { card: JSON.stringify(rendered.card), summary: rendered.summary, replaces };
    try {
      // In line with the turns of the same conversation: a notice does not come between a sentence and its answer.
      for (const card of older) {
        await bot.line.run(conversationId, () =>
          bot.sender.send(address, { ...said, replaces: card }, () => keepLease(message)),
        );
      }
      const activityId = await bot.line.run(conversationId, () =>
        bot.sender.send(address, said, () => keepLease(message)),
      );
      if (message.activityId !== undefined && activityId !== message.activityId) shownAgain.add(message._id);
      if (isWords(notice)) await noteDelivery(message, 'sent');
      else if (message.attempts === 1 || batch?.state !== 'running') await record(conversationId, to.email, said);
      return {
        state: 'sent',
        conversationId,
        activityId: activityId ?? replaces,
        ...(batch?.state === 'running' && activityId !== undefined && { again: progressEvery }),
      };
    } catch (fault) {
      if (!(fault instanceof ConnectorRefusal) || !fault.unreachable) throw fault;
      await Person.updateOne({ email: to.email }, { $set: { 'teams.unreachableSince': DateTime.now().toJSDate() } });
      bot.roster.forget(to.email);
      return { state: 'unreachable', why: fault.message };
    }
  }

  /** Says in the helpdesk's channel that somebody waits; that is no conversation of anybody. */
  async function announce(message: OutgoingMessage): Promise<Outcome> {
    if (channel === undefined) return { state: 'failed', why: 'no channel is configured' };
    const rendered = await renderNotice(message.notice, message.to.language, message.to);
    if (rendered === undefined) return { state: 'failed', why: 'there was nothing to say any more' };
    const said: UnsentMessage = { card: JSON.stringify(rendered.card), summary: rendered.summary };
    const conversationId = `teams:${channel.conversation.id}`;
    const activityId = await bot.line.run(conversationId, () =>
      bot.sender.send(channel, said, () => keepLease(message)),
    );
    return { state: 'sent', conversationId, ...(activityId !== undefined && { activityId }) };
  }

  /** An operator's words stand in the log since they were written; there it is noted what became of them. */
  async function noteDelivery({ _id, notice }: OutgoingMessage, outcome: 'sent' | 'failed'): Promise<void> {
    if (!isWords(notice)) return;
    await logDelivery(logEntryId(notice.conversation, _id), outcome);
  }

  /** What Usher says by itself stands in the conversation log like everything else. */
  async function record(conversation: string, person: string, said: UnsentMessage): Promise<void> {
    const now = DateTime.now().toJSDate();
    try {
      await logTurn({ conversation, person, at: now, messages: [said] }).written;
      await Conversation.updateOne({ _id: conversation }, { $set: { lastMessageAt: now } });
    } catch (fault) {
      log.error({ reference: faultReference(), conversation, err: fault }, 'a message could not be logged');
    }
  }

  async function finish(message: OutgoingMessage, outcome: Outcome, lastFault?: string): Promise<void> {
    const now = DateTime.now();
    const mine = { _id: message._id, dueAt: message.dueAt };
    switch (outcome.state) {
      case 'later':
        await OutgoingMessage.updateOne(mine, {
          $set: { dueAt: now.plus(outcome.milliseconds).toJSDate(), ...(lastFault !== undefined && { lastFault }) },
        });
        return;
      case 'sent': {
        const { conversationId, activityId, again: next } = outcome;
        // That it was sent is true whoever holds the lease.
        await OutgoingMessage.updateOne(
          { _id: message._id },
          {
            $set: {
              state: 'sent',
              conversationId,
              ...(activityId !== undefined && { activityId }),
              sentAt: message.sentAt ?? now.toJSDate(),
              // A progress card counts its tries anew after each success.
              ...(next !== undefined && { dueAt: now.plus(next).toJSDate(), attempts: 1 }),
            },
            ...(next === undefined && { $unset: { dueAt: 1 } }),
          },
        );
        return;
      }
      case 'unreachable':
        await tellByMail(message);
        break;
      case 'failed':
        break;
    }
    await noteDelivery(message, 'failed');
    await OutgoingMessage.updateOne(mine, {
      // Only what broke is for somebody to look at.
      $set: { state: 'failed', lastFault: outcome.why, ...(lastFault !== undefined && { failedAt: now.toJSDate() }) },
      $unset: { dueAt: 1 },
    });
  }

  /** Somebody who cannot be reached in Teams gets a mail, unless one tells them the same already. */
  async function tellByMail({ _id, to, notice }: OutgoingMessage): Promise<void> {
    if (!alsoByMail.includes(notice.kind)) return;
    const told = await OutgoingMail.find({ 'to.email': to.email, 'notice.kind': notice.kind }).lean();
    if (told.some((mail) => isDeepStrictEqual(mail.notice, notice))) return;
    await recordMail(`${_id}-mail`, to, notice);
  }

  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
    drain: async () => {
      do {
        wake();
        await running;
      } while ((await OutgoingMessage.countDocuments({ dueAt: { $lte: DateTime.now().toJSDate() } })) > 0);
    },
  };
}

function isWords(notice: Notice): notice is Extract<Notice, { kind: 'helpdesk' }> {
  return notice.kind === 'helpdesk' && notice.what === 'words';
}

/** Somebody of the helpdesk speaks where the conversation is, which may be a group's chat. */
function addressIn(notice: Notice, personal: Address): Address {
  if (notice.kind !== 'helpdesk') return personal;
  const id = notice.conversation.replace(/^teams:/, '');
  return id === personal.conversation.id ? personal : { ...personal, conversation: { id } };
}
