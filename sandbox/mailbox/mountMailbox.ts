import type { Server } from 'restify';
import { mountGraph } from './graph/mountGraph.ts';
import type { Notifier } from './graph/notifier.ts';
import { mountPage } from './page/mountPage.ts';

export interface MailboxOptions {
  /** Whose mailboxes the page shows even while they are empty. */
  people: readonly { name: string; email: string }[];
}

/**
 * Mounts the stand-in of Graph's mail endpoints at `/sandbox/graph/v1.0` and the page that shows every mailbox at
 * `/sandbox/mailbox`. For local mode: whoever reaches the server may read every mail.
 *
 * @returns what tells those who subscribed to an inbox; to be stopped with the server.
 */
export function mountMailbox(server: Server, options: MailboxOptions): Notifier {
  const notifier = mountGraph(server, '/sandbox/graph/v1.0');
  mountPage(server, '/sandbox/mailbox', options.people);
  return notifier;
}
