import type { Duration } from 'luxon';
import type { Logger } from 'pino';
import type { GraphAccess } from './graphRequests.ts';
import type { MailboxTraffic } from './mailboxTraffic.ts';

/** What the outbox needs; made once by index.ts, or by a test. */
export interface OutboxOptions {
  graph: GraphAccess & {
    /** The mailbox that Usher sends from, e.g. `usher@contoso.com`. */
    mailbox: string;
  };
  /** Shared with the inbox of the same mailbox; absent: nobody else asks Graph for it. */
  traffic?: MailboxTraffic;
  /** As in onboarding/house.ts: the link of an invitation is made of it when the mail is rendered. */
  linkSecret: string;
  /** Where the pages reached by a link are, without a slash at the end. */
  publicUrl: string;
  /** How many messages may go out in any 60 seconds, by this process; absent: as many as Graph takes. */
  perMinute?: number;
  /** How long after it was recorded a mail that cannot be sent is tried again. */
  giveUpAfter: Duration;
  /**
   * No other process works on this store, and the Graph service lived in the process before this one (local mode):
   * whatever was leased when it died is taken up at once instead of after the lease.
   */
  alone?: boolean;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
}

/** Sends what stands in the outbox; see `startOutbox`. */
export interface Outbox {
  /** Something may be due now. */
  wake(): void;
  /** Takes nothing new and resolves when the mails in hand are done with. */
  stop(): Promise<void>;
  /** For tests: resolves when nothing can be done any more at the present time (nothing due, paused or rate-limited). */
  drain(): Promise<void>;
}
