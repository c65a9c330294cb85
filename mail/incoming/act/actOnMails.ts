import { setTimeout as delay } from 'node:timers/promises';
import { DateTime } from 'luxon';
import { IncomingMail, type IncomingMailKind } from '../../../models/incomingMail.ts';
import { faultReference } from '../../../onboarding/faultReference.ts';
import { growingPause } from '../../growingPause.ts';
import type { ActTools } from './actTools.ts';
import { NotYet } from './dealt.ts';
import { dealtCounter } from './dealtCounter.ts';
import { dealWithMail } from './dealWithMail.ts';

export interface ActingOptions extends ActTools {
  /** Moves a mail to the folder of its kind; done again, it is as good. */
  file(mailId: string, kind: IncomingMailKind): Promise<void>;
  /** No other process works on this store: what a killed one had in hand is taken up at once. */
  alone?: boolean;
}

/** Acts on what came in. */
export interface Acting {
  /** Something may be due now. */
  wake(): void;
  /** Takes nothing new and resolves when the mails in hand are dealt with. */
  stop(): Promise<void>;
  /** For tests: resolves when nothing is due any more. */
  drain(): Promise<void>;
}

/** In milliseconds. */
const lease = 120_000;
const lookEvery = 2_000;
const mostInHand = 4;

/** Starts acting on the mails that are recorded, each once, and filing them; any number of processes may do so. */
export function startActing(options: ActingOptions): Acting {
  const { log } = options;
  let stopped = false;
  let woken = true;
  let wakeUp: AbortController | undefined;
  let leasesOfTheDead = options.alone === true;
  const drained: (() => void)[] = [];

  function wake(): void {
    woken = true;
    wakeUp?.abort();
  }

  async function round(): Promise<void> {
    if (leasesOfTheDead) {
      leasesOfTheDead = false;
      await IncomingMail.updateMany({ dueAt: { $exists: true } }, { $set: { dueAt: DateTime.now().toJSDate() } });
    }
    const runners = Array.from({ length: mostInHand }, async () => {
      while (!stopped) {
        const mail = await take();
        if (mail === null) return;
        await handle(mail);
      }
    });
    await Promise.all(runners);
  }

  async function take(): Promise<IncomingMail | null> {
    const now = DateTime.now();
    return await IncomingMail.findOneAndUpdate(
      { dueAt: { $lte: now.toJSDate() } },
      { $set: { dueAt: now.plus(lease).toJSDate() }, $inc: { attempts: 1 } },
      { sort: { dueAt: 1 }, returnDocument: 'after' },
    ).lean();
  }

  async function handle(mail: IncomingMail): Promise<void> {
    try {
      let { kind } = mail;
      if (mail.state === 'recorded' || kind === undefined) {
        const { outcome, ...dealt } = await dealWithMail(options, mail);
        kind = dealt.kind;
        await IncomingMail.updateOne(
          { _id: mail._id },
          { $set: { ...dealt, outcome, state: 'acted' }, $unset: { lastFault: 1 } },
        );
        dealtCounter.inc({ kind });
        log.info({ mail: mail._id, kind, outcome }, 'mail dealt with');
      }
      await options.file(mail._id, kind);
      await IncomingMail.updateOne({ _id: mail._id }, { $set: { state: 'filed' }, $unset: { dueAt: 1, mime: 1 } });
    } catch (fault) {
      await putBack(mail, fault).catch(() => undefined);
    }
  }

  async function putBack(mail: IncomingMail, fault: unknown): Promise<void> {
    if (fault instanceof NotYet) {
      await IncomingMail.updateOne({ _id: mail._id }, { $set: { dueAt: fault.dueAt, lastFault: fault.message } });
      return;
    }
    const reference = faultReference();
    log.error({ err: fault, reference, mail: mail._id, attempts: mail.attempts }, 'a mail could not be dealt with');
    const { name } = fault as { name?: unknown };
    await IncomingMail.updateOne(
      { _id: mail._id },
      {
        $set: {
          dueAt: DateTime.now()
            .plus(growingPause(5_000, 3_600_000, mail.attempts))
            .toJSDate(),
          lastFault: `${reference} ${String(name ?? 'Error')}`,
        },
      },
    );
  }

  async function run(): Promise<void> {
    while (!stopped) {
      woken = false;
      try {
        await round();
      } catch (fault) {
        log.error({ err: fault, reference: faultReference() }, 'the mails that came in could not be looked up');
      }
      if (woken || stopped) continue;
      for (const resolve of drained.splice(0)) resolve();
      wakeUp = new AbortController();
      await delay(lookEvery, undefined, { signal: wakeUp.signal }).catch(() => undefined);
      wakeUp = undefined;
    }
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
