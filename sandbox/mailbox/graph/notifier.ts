import { setTimeout as delay } from 'node:timers/promises';
import { now } from '../../../onboarding/now.ts';
import { type Arrival, onArrival } from '../arrivals.ts';
import { SandboxSubscription } from '../sandboxSubscription.ts';
import { callBack } from './callBack.ts';

export type LifecycleEvent = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

/** Tells those who subscribed. */
export interface Notifier {
  /** Sends a lifecycle notification to everyone who has subscribed to that inbox. */
  lifecycle(owner: string, event: LifecycleEvent): Promise<void>;
  /** Tells nobody any more. */
  stop(): void;
}

/** Pauses before the next attempts, in milliseconds; Graph goes on for four hours. */
const pauses = [1_000, 2_000, 5_000, 10_000, 30_000, 60_000, 300_000, 600_000, 1_800_000, 3_600_000, 7_200_000];

/**
 * Starts telling of what comes into inboxes. What has not been told when this process ends nobody hears of: as with
 * Graph, a delta query shows it.
 */
export function startNotifier(): Notifier {
  const stopped = new AbortController();
  const endListening = onArrival((arrivals) => {
    void tellAll(arrivals).catch(() => undefined);
  });

  async function tellAll(arrivals: readonly Arrival[]): Promise<void> {
    const owners = [...new Set(arrivals.map(({ owner }) => owner))];
    const subscriptions = await SandboxSubscription.find({
      owner: { $in: owners },
      expiresAt: { $gt: now() },
    }).lean();
    for (const subscription of subscriptions) {
      const value = arrivals
        .filter(({ owner }) => owner === subscription.owner)
        .map((arrival) => asNotification(subscription, arrival));
      void tell(subscription, value);
    }
  }

  async function tell(subscription: SandboxSubscription, value: Record<string, unknown>[]): Promise<void> {
    const taken = await post(subscription.notificationUrl, value);
    if (!taken) await sendLifecycle(subscription, 'missed');
  }

  async function sendLifecycle(subscription: SandboxSubscription, event: LifecycleEvent): Promise<void> {
    if (subscription.lifecycleNotificationUrl === undefined) return;
    await post(subscription.lifecycleNotificationUrl, [{ ...about(subscription), lifecycleEvent: event }]);
  }

  /** @returns whether it was answered with 2xx, sooner or later. */
  async function post(address: string, value: Record<string, unknown>[]): Promise<boolean> {
    for (const pause of [0, ...pauses]) {
      if (pause > 0) {
        await delay(pause, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined);
      }
      if (stopped.signal.aborted) return true;
      try {
        const { status } = await callBack(new URL(address), JSON.stringify({ value }), 'application/json');
        if (status >= 200 && status < 300) return true;
      } catch {
        // Nobody there: asked again.
      }
    }
    return false;
  }

  return {
    async lifecycle(owner, event) {
      const subscriptions = await SandboxSubscription.find({ owner }).lean();
      if (event === 'subscriptionRemoved') await SandboxSubscription.deleteMany({ owner });
      await Promise.all(subscriptions.map((subscription) => sendLifecycle(subscription, event)));
    },
    stop() {
      stopped.abort();
      endListening();
    },
  };
}

function about(subscription: SandboxSubscription): Record<string, unknown> {
  return {
    subscriptionId: subscription._id,
    subscriptionExpirationDateTime: subscription.expiresAt.toISOString(),
    tenantId: '00000000-0000-0000-0000-000000000000',
    ...(subscription.clientState !== undefined && { clientState: subscription.clientState }),
  };
}

function asNotification(subscription: SandboxSubscription, { mail, delivery, owner }: Arrival) {
  const id = `${mail}~${delivery}${subscription.immutable ? '' : '.inbox'}`;
  const resource = `Users/${owner}/Messages/${id}`;
  return {
    ...about(subscription),
    changeType: 'created',
    resource,
    resourceData: { '@odata.type': '#Microsoft.Graph.Message', '@odata.id': resource, '@odata.etag': 'W/"1"', id },
  };
}
