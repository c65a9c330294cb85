import { DateTime } from 'luxon';
import { OutgoingMail } from '../models/outgoingMail.ts';
import { mailsCounter, pauseGauge } from './figures.ts';
import { GraphFault } from './graphFault.ts';
import { GraphMailbox } from './graphMailbox.ts';
import { GraphRequests } from './graphRequests.ts';
import { leaseDue } from './leaseDue.ts';
import { Loop, lookEvery } from './loop.ts';
import { MailboxTraffic } from './mailboxTraffic.ts';
import type { Outbox, OutboxOptions } from './outboxOptions.ts';
import { postponeMail } from './postponeMail.ts';
import { SendingRate } from './sendingRate.ts';
import { LeaseLost, leaseTime, sendMail } from './sendMail.ts';

/** As many as requests are let through at a time (mailboxTraffic.ts): a mail makes one after the other. */
const mostInHand = 4;

/** Starts sending what stands in the outbox (models/outgoingMail.ts), each mail exactly once; see {@link sendMail}. */
export function startOutbox(options: OutboxOptions): Outbox {
  const { log, traffic = new MailboxTraffic() } = options;
  const requests = new GraphRequests(options.graph, traffic.gate, { first: true });
  const mailbox = new GraphMailbox(requests, options.graph.mailbox);
  const rate = new SendingRate(options.perMinute);
  const pause = traffic.newPause();
  let leasesOfTheDead = options.alone === true;

  async function handle(mail: OutgoingMail): Promise<void> {
    const about = { mail: mail._id, kind: mail.notice.kind, attempts: mail.attempts };
    try {
      const result = await sendMail(mail, {
        mailbox,
        address: options.graph.mailbox,
        linkSecret: options.linkSecret,
        publicUrl: options.publicUrl,
        beforeSending: () => rate.count(),
      });
      pause.after(result.outcome === 'sent' ? result : {});
      mailsCounter.inc({ outcome: result.outcome });
      if (result.outcome === 'dropped') log.info({ ...about, reason: result.reason }, 'mail not sent any more');
    } catch (fault) {
      if (fault instanceof LeaseLost) return;
      // A refusal concerns this mail alone; everything else the others would meet as well.
      if (fault instanceof GraphFault && fault.kind !== 'refused' && fault.kind !== 'notFound') pause.afterFault(fault);
      const sentence = fault instanceof Error ? `${fault.name}: ${fault.message}`.slice(0, 500) : 'unknown fault';
      const terms = { giveUpAfter: options.giveUpAfter, senderWaits: traffic.wait(), sentence };
      const outcome = await postponeMail(mail, fault, terms);
      mailsCounter.inc({ outcome });
      const what = outcome === 'givenUp' ? 'mail given up' : 'mail could not be sent yet';
      log[outcome === 'givenUp' ? 'error' : 'warn']({ ...about, fault: sentence, pause: terms.senderWaits }, what);
    }
  }

  async function handleAndRelease(mail: OutgoingMail): Promise<void> {
    rate.reserve();
    try {
      await handle(mail);
    } catch (error) {
      // The store failed while a fault was written down: the lease ends by itself.
      log.error({ mail: mail._id, fault: (error as Error).message }, 'mail left to its lease');
    } finally {
      rate.release();
    }
  }

  /** Takes mails in hand while that can be done. @returns how long to wait then, in milliseconds. */
  async function takeAll(loop: Loop): Promise<number> {
    if (leasesOfTheDead) await endLeases();
    leasesOfTheDead = false;
    while (!loop.stopped) {
      const wait = Math.max(traffic.wait(), rate.wait());
      pauseGauge.set(traffic.wait() / 1000);
      if (wait > 0) return wait;
      if (loop.inHand >= mostInHand) return Number.POSITIVE_INFINITY;
      const mail = await leaseDue(OutgoingMail, 'dueAt');
      if (mail === null) return lookEvery;
      loop.hold(handleAndRelease(mail));
    }
    return 0;
  }

  const loop = new Loop(takeAll, (fault) => log.error({ fault: fault.message }, 'outbox unreadable'));
  return { wake: () => loop.wake(), stop: () => loop.stop(), drain: () => loop.drain() };
}

/** Ends the leases of a process that is no more. A mail that waits for its next attempt is tried at once, too. */
async function endLeases(): Promise<void> {
  const now = DateTime.now();
  await OutgoingMail.updateMany(
    { dueAt: { $gt: now.toJSDate(), $lte: now.plus(leaseTime).toJSDate() } },
    { $set: { dueAt: now.toJSDate() } },
  );
}
