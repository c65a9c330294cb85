import { DateTime } from 'luxon';
import { GraphFault } from '../../graphFault.ts';
import type { GraphRequests } from '../../graphRequests.ts';

/** What is subscribed to. */
export interface WantedSubscription {
  /** The address of the mailbox. */
  mailbox: string;
  notificationUrl: string;
  lifecycleNotificationUrl: string;
  /** Comes back with each notification; at most 128 characters. */
  clientState: string;
  expiresAt: Date;
}

/** A subscription as Graph has it. */
export interface GraphSubscription {
  id: string;
  expiresAt: Date;
  notificationUrl: string;
}

/** The app's subscriptions at Graph. All throw {@link GraphFault} and nothing else. */
export class GraphSubscriptions {
  readonly #requests: GraphRequests;

  constructor(requests: GraphRequests) {
    this.#requests = requests;
  }

  /** Graph asks the addresses for a handshake before it answers. */
  async create(wanted: WantedSubscription): Promise<GraphSubscription> {
    const subscription = {
      changeType: 'created',
      resource: `users/${wanted.mailbox}/mailFolders('inbox')/messages`,
      notificationUrl: wanted.notificationUrl,
      // Cannot be added later (../shared/graph/README.md).
      lifecycleNotificationUrl: wanted.lifecycleNotificationUrl,
      clientState: wanted.clientState,
      expirationDateTime: wanted.expiresAt.toISOString(),
    };
    const { body } = await this.#requests.ask('/subscriptions', (request) => request.post(subscription));
    return asSubscription(body);
  }

  /** Moves its end, and authorizes it anew (Graph, "reauthorizationRequired": renewing does both). */
  async renew(id: string, expiresAt: Date): Promise<GraphSubscription> {
    const change = { expirationDateTime: expiresAt.toISOString() };
    const { body } = await this.#requests.ask(pathOf(id), (request) => request.patch(change));
    return asSubscription(body);
  }

  /** Ends one; that it has ended already is as good. */
  async remove(id: string): Promise<void> {
    try {
      await this.#requests.ask(pathOf(id), (request) => request.delete());
    } catch (fault) {
      if (!(fault instanceof GraphFault && fault.kind === 'notFound')) throw fault;
    }
  }

  /** @returns those of the app, whatever they are for. */
  async all(): Promise<GraphSubscription[]> {
    const { body } = await this.#requests.ask('/subscriptions', (request) => request.get());
    const listed = (body as { value?: unknown } | undefined)?.value;
    if (!Array.isArray(listed)) throw new GraphFault('unclear', 'Graph answered with something else than a list');
    return listed.map(asSubscription);
  }
}

function pathOf(id: string): string {
  return `/subscriptions/${encodeURIComponent(id)}`;
}

function asSubscription(body: unknown): GraphSubscription {
  const { id, expirationDateTime, notificationUrl } = (body ?? {}) as Record<string, unknown>;
  const expires = DateTime.fromISO(typeof expirationDateTime === 'string' ? expirationDateTime : '');
  if (typeof id === 'string' && id !== '' && expires.isValid) {
    return { id, expiresAt: expires.toJSDate(), notificationUrl: String(notificationUrl ?? '') };
  }
  throw new GraphFault('unclear', 'Graph answered with something else than a subscription');
}
