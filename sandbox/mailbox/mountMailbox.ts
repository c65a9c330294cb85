import type { Server } from 'restify';
import { mountGraph } from './graph/mountGraph.ts';
import type { Notifier } from './graph/notifier.ts';
import type { MailboxOwners } from './page/mailboxes.ts';
import { mountPage } from './page/mountPage.ts';

/**
 * Mounts the stand-in of Graph's mail endpoints at `/sandbox/graph/v1.0` and the page that shows every mailbox at
 * `/sandbox/mailbox`. For local mode: whoever reaches the server may read every mail.
 *
 * @returns what tells those who subscribed to an inbox; to be stopped with the server.
 */
export function mountMailbox(server: Server, owners: MailboxOwners): Notifier {
  const notifier = mountGraph(server, '/sandbox/graph/v1.0');
  mountPage(server, '/sandbox/mailbox', owners);
  return notifier;
}
