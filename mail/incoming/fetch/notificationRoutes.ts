import type { Logger } from 'pino';
import type { Request, Response, Server } from 'restify';
import { InboxReading } from '../../../models/inboxReading.ts';
import { MailSubscription } from '../../../models/mailSubscription.ts';
import { Duty } from './duty.ts';
import { notificationSecret } from './notificationSecret.ts';
import { readNotifications } from './readNotifications.ts';

/** Where Graph notifies. */
export const paths = { notifications: '/graph/notifications', lifecycle: '/graph/lifecycle' } as const;

/** In bytes. A notification has less than a thousand; they come in bundles. */
const largestBody = 256_000;

/** Graph's tokens have some hundred characters. */
const longestToken = 1024;

type Body = { outcome: 'read'; json: Record<string, unknown> } | { outcome: 'refused'; status: number; why: string };

export interface NotificationOptions {
  /** The address of Usher's mailbox. */
  mailbox: string;
  linkSecret: string;
  /** Reads a request's body as one JSON object of at most so many bytes. */
  readBody(request: Request, most: number): Promise<Body>;
  /** Something was told and recorded. */
  wake(): void;
  log: Pick<Logger, 'warn' | 'error'>;
}

/**
 * Serves Graph's handshake and its notifications (Graph, "Receive change notifications through webhooks"). What is told
 * is not believed further than that there may be something new: it makes reading the inbox due, in the store, and only
 * then is it answered 202. What does not carry the secret is refused, and nothing happens.
 */
export function mountNotifications(server: Server, options: NotificationOptions): void {
  const secret = notificationSecret(options.linkSecret, options.mailbox);
  const reading = new Duty(InboxReading, options.mailbox);
  const subscribing = new Duty(MailSubscription, options.mailbox);

  for (const path of Object.values(paths)) {
    server.post(path, async (request: Request, response: Response) => {
      const token = new URL(request.url ?? '', 'http://localhost').searchParams.get('validationToken');
      if (token !== null) return void shakeHands(request, response, token);
      const body = await options.readBody(request, largestBody);
      if (body.outcome === 'refused') return void answer(response, body.status);
      const read = readNotifications(body.json, secret);
      if (read.outcome === 'malformed') return void answer(response, 400);
      if (read.outcome !== 'read') {
        options.log.warn({ path }, 'a notification without the right secret was refused');
        return void answer(response, 403);
      }
      try {
        for (const { event, subscription } of read.events) {
          // Unless it was replaced meanwhile it is made again.
          if (event === 'subscriptionRemoved') {
            await subscribing.askIf({ graphId: subscription }, { $unset: { graphId: 1 } });
          }
          if (event === 'reauthorizationRequired') await subscribing.ask();
        }
        await reading.ask();
      } catch (fault) {
        // Graph tells it again, for four hours.
        options.log.error({ fault: (fault as Error).message }, 'a notification could not be recorded');
        return void answer(response, 503);
      }
      options.wake();
      answer(response, 202);
    });
  }
}

/** The token is shown back as it is, and so to anybody: as text, whatever is in it, and nothing that ends a line. */
function shakeHands(request: Request, response: Response, token: string): void {
  request.resume();
  if (token === '' || token.length > longestToken || /\p{Cc}/u.test(token)) {
    answer(response, 400);
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
  response.end(token);
}

function answer(response: Response, status: number): void {
  response.writeHead(status);
  response.end();
}
