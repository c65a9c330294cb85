import { Counter, Gauge } from 'prom-client';
import { InboxReading } from '../../../models/inboxReading.ts';
import { IncomingMail } from '../../../models/incomingMail.ts';
import { MailSubscription } from '../../../models/mailSubscription.ts';

export const fetchedCounter = new Counter({
  name: 'usher_incoming_mails_fetched_total',
  help: 'What became of mails that were found in the inbox',
  labelNames: ['outcome'] as const,
});

/** Asked of the store each time the figures are read, as the next two: another process may have done it. */
export const unfetchedGauge = new Gauge({
  name: 'usher_incoming_mails_unfetched',
  help: 'Mails that were found in the inbox and not fetched yet',
  async collect() {
    this.set(await IncomingMail.countDocuments({ fetchAt: { $exists: true } }));
  },
});

export const inboxReadGauge = new Gauge({
  name: 'usher_inbox_read_timestamp_seconds',
  help: 'When the inbox was last read to its end',
  async collect() {
    const reading = await InboxReading.findOne({ readAt: { $exists: true } })
      .sort({ readAt: -1 })
      .lean();
    this.set((reading?.readAt?.getTime() ?? 0) / 1000);
  },
});

export const subscriptionGauge = new Gauge({
  name: 'usher_inbox_subscription_expiry_timestamp_seconds',
  help: 'When the subscription to new mail ends; 0 without one',
  async collect() {
    const subscription = await MailSubscription.findOne({ graphId: { $exists: true } })
      .sort({ expiresAt: -1 })
      .lean();
    this.set((subscription?.expiresAt?.getTime() ?? 0) / 1000);
  },
});
