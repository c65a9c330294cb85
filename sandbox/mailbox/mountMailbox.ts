import type { Server } from 'restify';

export interface MailboxOptions {
  /** Whose mailboxes the page shows even while they are empty. */
  people: readonly { name: string; email: string }[];
}

/**
 * Mounts the stand-in of Graph's mail endpoints at `/sandbox/graph/v1.0` and the page that shows every mailbox at
 * `/sandbox/mailbox`. For local mode: whoever reaches the server may read every mail.
 */
export function mountMailbox(_server: Server, _options: MailboxOptions): void {
  throw new Error('not built yet');
}
