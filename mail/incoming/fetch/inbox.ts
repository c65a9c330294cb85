import { DateTime } from 'luxon';
import { InboxReading } from '../../../models/inboxReading.ts';
import { IncomingMail } from '../../../models/incomingMail.ts';
import { MailSubscription } from '../../../models/mailSubscription.ts';
import { GraphFault } from '../../graphFault.ts';
import { GraphRequests } from '../../graphRequests.ts';
import { growingPause } from '../../growingPause.ts';
import { leaseDue } from '../../leaseDue.ts';
import { Loop, lookEvery } from '../../loop.ts';
import { LeaseLost, leaseTime } from '../../sendMail.ts';
import { Duty, type HeldDuty } from './duty.ts';
import { fetchSource } from './fetchSource.ts';
import { fetchedCounter } from './figures.ts';
import { GraphInbox } from './graphInbox.ts';
import { GraphSubscriptions } from './graphSubscriptions.ts';
import type { Inbox, InboxOptions } from './inboxOptions.ts';
import { keepSubscription } from './keepSubscription.ts';
import { paths } from './notificationRoutes.ts';
import { notificationSecret, secretHash } from './notificationSecret.ts';
import { readInbox } from './readInbox.ts';

/** As many as requests are let through at a time (mailboxTraffic.ts). */
const mostInHand = 4;

/** How long is waited after a fault, in milliseconds, at first and at most. */
const pauses = { reading: [5_000, 5 * 60_000], subscription: [60_000, 60 * 60_000] } as const;

/**
 * Starts fetching what comes into Usher's mailbox: at the start, when a notification or a lifecycle event says so
 * (see `mountNotifications`), and every few minutes, so that a lost notification delays a mail and never loses it.
 * Each mail is recorded once (models/incomingMail.ts), however often it is shown, and however many processes do this.
 */
export function startInbox(options: InboxOptions): Inbox {
  const { log, traffic } = options;
  const { mailbox } = options.graph;
  const requests = new GraphRequests(options.graph, traffic.gate);
  const inbox = new GraphInbox(requests, mailbox, options.pageSize);
  const pause = traffic.newPause();
  const reading = new Duty(InboxReading, mailbox);
  const subscribing = new Duty(MailSubscription, mailbox);
  const base = options.notificationBase;
  const wanted = base !== undefined && {
    mailbox,
    notificationUrl: `${base}${paths.notifications}`,
    lifecycleNotificationUrl: `${base}${paths.lifecycle}`,
    clientState: notificationSecret(options.linkSecret, mailbox),
  };
  let prepared: Promise<void> | undefined;

  /** What must stand in the store before the first look. Each loop waits for it, and it is done once. */
  function prepare(): Promise<void> {
    prepared ??= begin().catch((fault: unknown) => {
      prepared = undefined;
      throw fault;
    });
    return prepared;
  }

  async function begin(): Promise<void> {
    if (options.alone) await endLeases(mailbox);
    await reading.ask();
    if (wanted) {
      await subscribing.begin();
      // The address or the secret is another one than last time.
      const other = [
        { notificationUrl: { $ne: wanted.notificationUrl } },
        { secretHash: { $ne: secretHash(wanted.clientState) } },
      ];
      await subscribing.askIf({ graphId: { $exists: true }, $or: other }, {});
    }
  }

  /** Does one of the two duties. @returns whether it was due. */
  async function attend<Document extends InboxReading | MailSubscription>(
    duty: Duty<Document>,
    kind: keyof typeof pauses,
    loop: Loop,
    work: (held: HeldDuty<Document>) => Promise<void>,
  ): Promise<boolean> {
    const held = await duty.take();
    if (held === undefined) return false;
    try {
      await work(held);
      pause.after({});
    } catch (fault) {
      if (fault instanceof LeaseLost) return true;
      // Connections are closed when Usher is stopped: that is no fault of the mailbox.
      if (loop.stopped) {
        await held.leave();
        return true;
      }
      if (fault instanceof GraphFault && fault.kind === 'busy') pause.afterFault(fault);
      const [first, most] = pauses[kind];
      const wait = Math.max(traffic.wait(), growingPause(first, most, held.state.faults + 1));
      const sentence = fault instanceof Error ? `${fault.name}: ${fault.message}`.slice(0, 500) : 'unknown fault';
      log.warn({ duty: kind, fault: sentence, faults: held.state.faults + 1, wait }, 'the mailbox could not be asked');
      await held.failed(DateTime.now().plus(wait).toJSDate(), sentence);
    }
    return true;
  }

  async function read(loop: Loop): Promise<number> {
    await prepare();
    const found = () => fetcher.wake();
    const work = (held: HeldDuty<InboxReading>) => readInbox(held, inbox, { askEvery: options.askEvery, found });
    while (!loop.stopped && traffic.wait() === 0) {
      if (!(await attend(reading, 'reading', loop, work))) return lookEvery;
    }
    return traffic.wait();
  }

  async function subscribe(loop: Loop): Promise<number> {
    if (!wanted) return Number.POSITIVE_INFINITY;
    await prepare();
    const work = async (held: HeldDuty<MailSubscription>) => {
      const outcome = await keepSubscription(held, new GraphSubscriptions(requests), wanted);
      log.info({ outcome }, 'the subscription to new mail is good');
      if (outcome === 'renewed') return;
      // Whatever came in meanwhile, nobody told of.
      await reading.ask();
      reader.wake();
    };
    while (!loop.stopped && traffic.wait() === 0) {
      if (!(await attend(subscribing, 'subscription', loop, work))) return lookEvery;
    }
    return traffic.wait();
  }

  async function fetch(mail: IncomingMail, loop: Loop): Promise<void> {
    try {
      const terms = { ...options, inbox, pause: () => traffic.wait() };
      const outcome = await fetchSource(mail, terms);
      pause.after({});
      fetchedCounter.inc({ outcome });
      if (outcome !== 'recorded') log.warn({ mail: mail._id, outcome }, 'a mail came in that could not be fetched');
      if (outcome !== 'gone' && outcome !== 'later') options.recorded();
    } catch (fault) {
      if (fault instanceof GraphFault && fault.kind === 'busy') pause.afterFault(fault);
      fetchedCounter.inc({ outcome: 'later' });
      if (loop.stopped) return;
      const sentence = fault instanceof Error ? `${fault.name}: ${fault.message}`.slice(0, 500) : 'unknown fault';
      log.warn({ mail: mail._id, attempts: mail.attempts, fault: sentence }, 'a mail could not be fetched yet');
    }
  }

  async function fetchAll(loop: Loop): Promise<number> {
    await prepare();
    while (!loop.stopped) {
      if (traffic.wait() > 0) return traffic.wait();
      if (loop.inHand >= mostInHand) return Number.POSITIVE_INFINITY;
      const mail = await leaseDue(IncomingMail, 'fetchAt');
      if (mail === null) return lookEvery;
      loop.hold(fetch(mail, loop));
    }
    return 0;
  }

  const unreadable = (fault: Error) => log.error({ fault: fault.message }, 'the inbox cannot be kept up');
  const fetcher = new Loop(fetchAll, unreadable);
  const reader = new Loop(read, unreadable);
  const subscriber = new Loop(subscribe, unreadable);
  const loops = [subscriber, reader, fetcher];

  return {
    moveTo: (id, kind) => inbox.moveTo(id, kind),
    markRead: (id) => inbox.markRead(id),
    wake() {
      for (const loop of loops) loop.wake();
    },
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
    async drain() {
      // In the order in which one leads to the next.
      for (const loop of loops) await loop.drain();
    },
  };
}

async function endLeases(mailbox: string): Promise<void> {
  await new Duty(InboxReading, mailbox).endLease();
  await new Duty(MailSubscription, mailbox).endLease();
  const now = DateTime.now();
  await IncomingMail.updateMany(
    { fetchAt: { $gt: now.toJSDate(), $lte: now.plus(leaseTime).toJSDate() } },
    { $set: { fetchAt: now.toJSDate() } },
  );
}
