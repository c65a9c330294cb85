import { setTimeout as delay } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { OutgoingMail } from '../models/outgoingMail.ts';
import { mailsCounter, pauseGauge } from './figures.ts';
import { graphClient } from './graphClient.ts';
import { GraphFault } from './graphFault.ts';
import { GraphMailbox } from './graphMailbox.ts';
import { leaseMail } from './leaseMail.ts';
import type { Outbox, OutboxOptions } from './outboxOptions.ts';
import { Pause } from './pause.ts';
import { postponeMail } from './postponeMail.ts';
import { SendingRate } from './sendingRate.ts';
import { LeaseLost, leaseTime, sendMail } from './sendMail.ts';

/** Graph takes four requests at a time per mailbox (../shared/graph/README.md); a mail makes one after the other. */
const mostInHand = 4;

/** How often the store is asked for what other processes have recorded, in milliseconds. */
const lookEvery = 2000;

/** Starts sending what stands in the outbox (models/outgoingMail.ts), each mail exactly once; see {@link sendMail}. */
export function startOutbox(options: OutboxOptions): Outbox {
  const { log } = options;
  const mailbox = new GraphMailbox(graphClient(options.graph.baseUrl, options.graph.getToken), options.graph.mailbox);
  const rate = new SendingRate(options.perMinute);
  const pause = new Pause();
  const inHand = new Set<Promise<void>>();
  const drained: (() => void)[] = [];
  let woken = true;
  let wakeUp: AbortController | undefined;
  let stopped = false;

  function wake(): void {
    woken = true;
    wakeUp?.abort();
  }

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
      const terms = { giveUpAfter: options.giveUpAfter, senderWaits: pause.wait(), sentence };
      const outcome = await postponeMail(mail, fault, terms);
      mailsCounter.inc({ outcome });
      const what = outcome === 'givenUp' ? 'mail given up' : 'mail could not be sent yet';
      log[outcome === 'givenUp' ? 'error' : 'warn']({ ...about, fault: sentence, pause: terms.senderWaits }, what);
    }
  }

  function take(mail: OutgoingMail): void {
    rate.reserve();
    const work = handle(mail)
      // The store failed while a fault was written down: the lease ends by itself.
      .catch((error: Error) => log.error({ mail: mail._id, fault: error.message }, 'mail left to its lease'))
      .finally(() => {
        rate.release();
        inHand.delete(work);
        wake();
      });
    inHand.add(work);
  }

  /** Takes mails in hand while that can be done. @returns how long to wait then, in milliseconds. */
  async function takeAll(): Promise<number> {
    while (!stopped) {
      const wait = Math.max(pause.wait(), rate.wait());
      pauseGauge.set(pause.wait() / 1000);
      if (wait > 0) return wait;
      if (inHand.size >= mostInHand) return Number.POSITIVE_INFINITY;
      const mail = await leaseMail();
      if (mail === null) return lookEvery;
      take(mail);
    }
    return 0;
  }

  async function run(): Promise<void> {
    let storeFaults = 0;
    let leasesOfTheDead = options.alone === true;
    while (!stopped) {
      woken = false;
      let wait: number;
      try {
        if (leasesOfTheDead) await endLeases();
        leasesOfTheDead = false;
        wait = await takeAll();
        storeFaults = 0;
      } catch (error) {
        storeFaults += 1;
        // Once, and then each time it has lasted as long again.
        if (Number.isInteger(Math.log2(storeFaults)))
          log.error({ fault: (error as Error).message }, 'outbox unreadable');
        wait = lookEvery;
      }
      if (woken || stopped) continue;
      if (inHand.size === 0) for (const resolve of drained.splice(0)) resolve();
      wakeUp = new AbortController();
      await delay(Math.min(wait, lookEvery), undefined, { signal: wakeUp.signal }).catch(() => undefined);
      wakeUp = undefined;
    }
    await Promise.all(inHand);
    for (const resolve of drained.splice(0)) resolve();
  }

  const running = run();

  return {
    wake,
    async stop() {
      stopped = true;
      wake();
      await running;
    },
    drain() {
      if (stopped) return running;
      return new Promise((resolve) => {
        drained.push(resolve);
        wake();
      });
    },
  };
}

/** Ends the leases of a process that is no more. A mail that waits for its next attempt is tried at once, too. */
async function endLeases(): Promise<void> {
  const now = DateTime.now();
  await OutgoingMail.updateMany(
    { dueAt: { $gt: now.toJSDate(), $lte: now.plus(leaseTime).toJSDate() } },
    { $set: { dueAt: now.toJSDate() } },
  );
}
