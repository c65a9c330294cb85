import type { Duration } from 'luxon';
import type { Logger } from 'pino';
import type { IncomingMailKind } from '../../../models/incomingMail.ts';
import type { GraphAccess } from '../../graphRequests.ts';
import type { MailboxTraffic } from '../../mailboxTraffic.ts';

/** What the inbox needs; made once by index.ts, or by a test. */
export interface InboxOptions {
  graph: GraphAccess & {
    /** The address of Usher's mailbox. */
    mailbox: string;
  };
  /** Shared with the outbox of the same mailbox. */
  traffic: MailboxTraffic;
  /** As in onboarding/house.ts: the secret of the notifications is made of it. */
  linkSecret: string;
  /** How often is asked what came in, beside when a notification says so. */
  askEvery: Duration;
  /** The largest source that is fetched, in bytes. The store takes documents of 16 MB. */
  largestMail: number;
  /** How long after it came in a mail that Graph does not give out is tried again. */
  giveUpAfter: Duration;
  /**
   * Where Graph reaches this service, without a slash at the end: `https`, but for the sandbox. Absent: no
   * notifications are asked for, and mail is found by asking alone.
   */
  notificationBase?: string;
  /** A mail stands in the store in state `recorded`. */
  recorded(): void;
  /** How many messages Graph is asked to list at a time. */
  pageSize?: number;
  /** No other process works on this store: what was leased when the last one died is taken up at once. */
  alone?: boolean;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Fetches what comes into Usher's mailbox; see `startInbox`. */
export interface Inbox {
  /**
   * Moves a mail to the folder of its kind; as often as one likes.
   * @param id Graph's immutable id.
   * @returns `gone` when somebody has deleted it. Throws GraphFault: whether it was moved is unclear, try again.
   */
  moveTo(id: string, kind: IncomingMailKind): Promise<{ outcome: 'moved' | 'gone' }>;
  /** Marks a mail as read. Throws GraphFault. */
  markRead(id: string): Promise<{ outcome: 'marked' | 'gone' }>;
  /** What came in, or what became of the subscription, was told and recorded: it may be looked at now. */
  wake(): void;
  /** Takes nothing new and resolves when the requests in hand are done with. */
  stop(): Promise<void>;
  /** For tests: resolves when nothing can be done any more at the present time. */
  drain(): Promise<void>;
}
