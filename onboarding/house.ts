import type { Logger } from 'pino';
import type { Limits } from './limits.ts';

/** What use cases need beside the store; made once by index.ts, or by a test. */
export interface House {
  /** At least 32 random bytes as text; links are derived from it (HMAC), only their SHA-256 is stored. */
  linkSecret: string;
  /**
   * With the first of them, and where there is none with the link secret, the audit log's chain is made; with any of them,
   * and with the link secret, it is checked.
   */
  auditSecrets?: readonly string[];
  /** Looks up TXT records, each joined from its chunks. Throws on SERVFAIL and timeout; [] on NXDOMAIN and no data. */
  resolveTxt(name: string): Promise<string[]>;
  limits: Limits;
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** Tells the worker that something is due now; never waits. */
  wake(): void;
  /** Tells the senders that the worker has put something into an outbox; never waits. Absent: they find it by polling. */
  recorded?(what: 'mail' | 'message'): void;
  /** Tells how far the audit log reaches now: noted outside of the store, it shows whether the end was cut off. */
  appended?(head: { seq: number; hash: string }): void;
  /**
   * Something about a conversation has changed that the bot minds: the helpdesk has joined it or left it. Resolves when
   * whatever arrives from now on is taken by that. Absent: nobody keeps conversations in memory.
   */
  conversationChanged?(conversation: string): Promise<void>;
  /** The helpdesk has a channel in Teams in which it wants to hear who waits: the language of what is said there. */
  announceWaitingIn?: string;
}
