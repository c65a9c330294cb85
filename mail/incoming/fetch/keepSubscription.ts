import { DateTime } from 'luxon';
import type { MailSubscription } from '../../../models/mailSubscription.ts';
import { GraphFault } from '../../graphFault.ts';
import type { HeldDuty } from './duty.ts';
import type { GraphSubscriptions, WantedSubscription } from './graphSubscriptions.ts';
import { secretHash } from './notificationSecret.ts';

/** Graph takes 10,080 minutes; renewed at half of it, it lasts through three days of trouble. */
const lifetime = { days: 6 };

/**
 * Makes the subscription, or makes it last: whenever this is due, it is either new, to be renewed, or Graph asks to
 * authorize it anew, which renewing does.
 *
 * @returns `made` when there was a time without notifications.
 * @throws GraphFault, LeaseLost, or what the store throws; the duty stays in hand then.
 */
export async function keepSubscription(
  duty: HeldDuty<MailSubscription>,
  subscriptions: GraphSubscriptions,
  wanted: Omit<WantedSubscription, 'expiresAt'>,
): Promise<'made' | 'renewed'> {
  const hash = secretHash(wanted.clientState);
  const { graphId, notificationUrl, secretHash: known } = duty.state;
  if (graphId !== undefined && notificationUrl === wanted.notificationUrl && known === hash) {
    await duty.keep();
    const renewed = await unlessMissing(subscriptions.renew(graphId, end()));
    if (renewed !== undefined) {
      await duty.done(halfway(renewed.expiresAt), { $set: { expiresAt: renewed.expiresAt } });
      return 'renewed';
    }
  }
  await duty.keep();
  // Those that nobody knows of any more: made by a process that died before it had written that down, or to notify
  // with another secret. They would send everything twice, or what is refused.
  for (const old of await subscriptions.all()) {
    if (old.notificationUrl !== wanted.notificationUrl && old.id !== graphId) continue;
    await duty.keep();
    await subscriptions.remove(old.id);
  }
  await duty.keep();
  const made = await subscriptions.create({ ...wanted, expiresAt: end() });
  await duty.done(halfway(made.expiresAt), {
    $set: {
      graphId: made.id,
      expiresAt: made.expiresAt,
      notificationUrl: wanted.notificationUrl,
      secretHash: hash,
    },
  });
  return 'made';
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (fault) {
    if (fault instanceof GraphFault && fault.kind === 'notFound') return undefined;
    throw fault;
  }
}

function end(): Date {
  return DateTime.now().plus(lifetime).toJSDate();
}

/** Between now and then: Graph may give less than what it was asked for. */
function halfway(expiresAt: Date): Date {
  const now = DateTime.now();
  return now.plus(Math.max(expiresAt.getTime() - now.toMillis(), 0) / 2).toJSDate();
}
