import * as z from 'zod';
import { sameSecret } from './notificationSecret.ts';

/** What Graph tells: `changed` for a change notification, otherwise the lifecycle event. */
export interface GraphEvent {
  event: 'changed' | 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';
  subscription: string;
}

export type Notifications = { outcome: 'read'; events: GraphEvent[] } | { outcome: 'malformed' | 'foreign' };

// Of the properties of changeNotification those that are used; the others are none of our business.
const notifications = z.object({
  value: z
    .array(
      z.object({
        subscriptionId: z.string().min(1).max(128),
        clientState: z.string().max(128).nullish(),
        lifecycleEvent: z.enum(['reauthorizationRequired', 'subscriptionRemoved', 'missed']).nullish(),
      }),
    )
    .min(1)
    .max(1000),
});

/**
 * @param body what came in as a bundle of notifications.
 * @returns those that carry the secret; `foreign` when none does.
 */
export function readNotifications(body: unknown, secret: string): Notifications {
  const read = notifications.safeParse(body);
  if (!read.success) return { outcome: 'malformed' };
  const own = read.data.value.filter(({ clientState }) => sameSecret(clientState ?? '', secret));
  if (own.length === 0) return { outcome: 'foreign' };
  return {
    outcome: 'read',
    events: own.map(({ subscriptionId, lifecycleEvent }) => ({
      event: lifecycleEvent ?? 'changed',
      subscription: subscriptionId,
    })),
  };
}
