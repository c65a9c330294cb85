import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import * as z from 'zod';
import { SandboxSubscription } from '../sandboxSubscription.ts';
import { GraphRefusal } from './graphRefusal.ts';
import { handshake } from './handshake.ts';

/** Minutes (Graph, "subscription resource type", for Outlook messages without resource data). */
const least = 45;
const most = 10_080;

const time = z.iso.datetime({ offset: true }).transform((text) => DateTime.fromISO(text));
const endpoint = z.url({ protocol: /^https?$/ });
const newSubscription = z.strictObject({
  changeType: z.string(),
  notificationUrl: endpoint,
  lifecycleNotificationUrl: endpoint.optional(),
  resource: z.string(),
  expirationDateTime: time,
  clientState: z.string().max(128).optional(),
});
const renewal = z.strictObject({ expirationDateTime: time });

/** Makes a subscription, once its addresses have answered the handshake. */
export async function subscribe(body: unknown, immutable: boolean): Promise<SandboxSubscription> {
  const asked = read(newSubscription, body);
  const owner = /^\/?users\/([^/\s]+@[^/\s]+)\/mailFolders(?:\/inbox|\('inbox'\))\/messages$/i.exec(
    asked.resource,
  )?.[1];
  if (owner === undefined) {
    throw new GraphRefusal(501, 'NotImplemented', `The sandbox has no subscriptions to ${asked.resource}.`);
  }
  if (asked.changeType !== 'created') {
    throw new GraphRefusal(501, 'NotImplemented', 'The sandbox tells of what is created only.');
  }
  const expiresAt = expiry(asked.expirationDateTime);
  for (const url of [asked.notificationUrl, asked.lifecycleNotificationUrl]) {
    if (url !== undefined) await handshake(url);
  }
  const subscription: SandboxSubscription = {
    _id: randomUUID(),
    owner: decodeURIComponent(owner).toLowerCase(),
    resource: asked.resource,
    notificationUrl: asked.notificationUrl,
    ...(asked.lifecycleNotificationUrl && { lifecycleNotificationUrl: asked.lifecycleNotificationUrl }),
    ...(asked.clientState && { clientState: asked.clientState }),
    immutable,
    expiresAt,
  };
  await SandboxSubscription.create(subscription);
  return subscription;
}

/** Moves the end of a subscription. */
export async function renew(id: string, body: unknown): Promise<SandboxSubscription> {
  const { expirationDateTime } = read(renewal, body);
  await subscriptionOf(id);
  await SandboxSubscription.updateOne({ _id: id }, { $set: { expiresAt: expiry(expirationDateTime) } });
  return await subscriptionOf(id);
}

/** @returns the subscription. Throws ResourceNotFound, also when its time is over. */
export async function subscriptionOf(id: string): Promise<SandboxSubscription> {
  const found = await SandboxSubscription.findOne({ _id: id, expiresAt: { $gt: DateTime.now().toJSDate() } }).lean();
  if (found !== null) return found;
  throw new GraphRefusal(404, 'ResourceNotFound', 'The object was not found.');
}

/** @returns those whose time is not over. */
export async function allSubscriptions(): Promise<SandboxSubscription[]> {
  return await SandboxSubscription.find({ expiresAt: { $gt: DateTime.now().toJSDate() } }).lean();
}

/** @returns the subscription as Graph shows it: the secret is shown to nobody. */
export function asGraphSubscription(subscription: SandboxSubscription): Record<string, unknown> {
  return {
    id: subscription._id,
    resource: subscription.resource,
    changeType: 'created',
    clientState: null,
    notificationUrl: subscription.notificationUrl,
    lifecycleNotificationUrl: subscription.lifecycleNotificationUrl ?? null,
    expirationDateTime: subscription.expiresAt.toISOString(),
  };
}

function expiry(asked: DateTime): Date {
  const minutes = asked.diffNow('minutes').minutes;
  if (minutes > most + 1) {
    const problem = `Subscription expiration can only be ${most} minutes in the future.`;
    throw new GraphRefusal(400, 'InvalidRequest', problem);
  }
  if (minutes <= 0) throw new GraphRefusal(400, 'InvalidRequest', 'Subscription expiration is in the past.');
  return (minutes < least ? DateTime.now().plus({ minutes: least }) : asked).toJSDate();
}

function read<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new GraphRefusal(400, 'InvalidRequest', `'${issue?.path.join('.')}' cannot be read: ${issue?.message}`);
}
