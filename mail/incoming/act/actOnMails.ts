import { DateTime } from 'luxon';
import { IncomingMail, type IncomingMailKind } from '../../../models/incomingMail.ts';
import { IncomingSource } from '../../../models/incomingSource.ts';
import { inOrder } from '../../../models/inOrder.ts';
import { faultReference } from '../../../onboarding/faultReference.ts';
import { present } from '../../../onboarding/present.ts';
import { growingPause } from '../../growingPause.ts';
import { Loop, lookEvery } from '../../loop.ts';
import type { Examined } from '../examine/examined.ts';
import type { ActTools } from './actTools.ts';
import { type Dealt, NotYet } from './dealt.ts';
import { dealtCounter } from './dealtCounter.ts';
import { dealWithMail } from './dealWithMail.ts';
import { gathered } from './gathered.ts';
import { takeMails } from './takeMails.ts';

export interface ActingOptions extends ActTools {
  /** Takes a mail apart, finds out who has written it and what is meant. */
  examine(mime: Buffer): Promise<Examined>;
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

/** Most of a mail's time goes by waiting for the disk, and whatever waits at the same time waits together. */
const mostInHand = 32;

/** So often in a row processes may end in disorder over a mail before it is left unread. */
const mostCutOff = 10;

/**
 * Starts acting on the mails that are recorded, each once, and filing them; any number of processes may do so. Several
 * are in hand at a time; what one person writes is dealt with one after the other, as it came in.
 */
export function startActing(options: ActingOptions): Acting {
  const { log } = options;
  let leasesOfTheDead = options.alone === true;
  const inHand = new Set<string>();
  /** By writer: resolves when all of their mails in hand are done with. */
  const inLine = new Map<string, Promise<void>>();

  async function takeAll(loop: Loop): Promise<number> {
    if (leasesOfTheDead) {
      await IncomingMail.updateMany({ dueAt: { $exists: true } }, { $set: { dueAt: DateTime.now().toJSDate() } });
      leasesOfTheDead = false;
    }
    while (!loop.stopped) {
      // Taken by halves: each look-up takes many.
      if (loop.inHand > mostInHand / 2) return Number.POSITIVE_INFINITY;
      const mails = await takeMails(mostInHand - loop.inHand, loop.inHand);
      if (mails === 'waiting') return Number.POSITIVE_INFINITY;
      if (mails.length === 0) return lookEvery;
      const sources = await sourcesOf(mails);
      for (const mail of mails) {
        inHand.add(mail._id);
        loop.hold(inTurn(mail, sources.get(mail._id)).finally(() => inHand.delete(mail._id)));
      }
    }
    return 0;
  }

  /** Handles a mail in line with those of its writer. Who it claims to be from is good enough to wait. */
  async function inTurn(mail: IncomingMail, mime: Buffer | undefined): Promise<void> {
    const { from } = mail;
    if (from === undefined) return await handle(mail, mime, undefined);
    const before = inLine.get(from);
    const handled = handle(mail, mime, before);
    // What a machine has sent does not wait, and whoever comes after it waits for those before it all the same.
    const done = Promise.all([before, handled]).then(() => {
      if (inLine.get(from) === done) inLine.delete(from);
    });
    inLine.set(from, done);
    await handled;
  }

  /** @param before resolves when what its writer sent before is dealt with. */
  async function handle(
    mail: IncomingMail,
    mime: Buffer | undefined,
    before: Promise<void> | undefined,
  ): Promise<void> {
    try {
      let { kind } = mail;
      if (mail.state === 'recorded' || kind === undefined) {
        const { outcome, ...dealt } = await deal(mail, mime, before);
        kind = dealt.kind;
        await IncomingMail.collection.updateOne(
          { _id: mail._id as never },
          { $set: { ...present(dealt), outcome, state: 'acted' }, $unset: { lastFault: 1, cutOff: 1 } },
        );
        dealtCounter.inc({ kind });
        log.info({ mail: mail._id, kind, outcome }, 'mail dealt with');
      }
      await options.file(mail._id, kind);
      await filed(mail._id);
    } catch (fault) {
      await putBack(mail, fault).catch(() => undefined);
    }
  }

  async function deal(mail: IncomingMail, mime: Buffer | undefined, before: Promise<void> | undefined): Promise<Dealt> {
    if ((mail.cutOff ?? 0) > mostCutOff) {
      return { kind: 'unreadable', outcome: 'the process ended over it, again and again' };
    }
    const examined = mime && (await options.examine(mime));
    if (examined?.by === 'person') await before;
    return await dealWithMail(options, mail, examined);
  }

  const filed = gathered<string>(async (ids) => {
    const these = { _id: { $in: ids } };
    await inOrder(
      // Before: what is filed is looked at no more.
      () => IncomingSource.deleteMany(these),
      () => IncomingMail.updateMany(these, { $set: { state: 'filed' }, $unset: { dueAt: 1, takenBy: 1, cutOff: 1 } }),
    );
  });

  async function putBack(mail: IncomingMail, fault: unknown): Promise<void> {
    if (fault instanceof NotYet) {
      await IncomingMail.updateOne(
        { _id: mail._id },
        { $set: { dueAt: fault.dueAt, lastFault: fault.message }, $unset: { cutOff: 1 } },
      );
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
        $unset: { cutOff: 1 },
      },
    );
  }

  const loop = new Loop(takeAll, (fault) => {
    log.error({ err: fault, reference: faultReference() }, 'the mails that came in could not be looked up');
  });
  return {
    wake: () => loop.wake(),
    drain: () => loop.drain(),
    async stop() {
      const ended = loop.stop();
      // Whoever stops in order may not wait for them: they have not ended the process.
      await IncomingMail.updateMany({ _id: { $in: [...inHand] } }, { $unset: { cutOff: 1 } });
      await ended;
    },
  };
}

async function sourcesOf(mails: readonly IncomingMail[]): Promise<Map<string, Buffer>> {
  // What was acted on has only to be filed.
  const ids = mails.filter(({ state }) => state === 'recorded').map(({ _id }) => _id);
  if (ids.length === 0) return new Map();
  const sources = await IncomingSource.find({ _id: { $in: ids } }).lean();
  return new Map(sources.map(({ _id, mime }) => [_id, bytesOf(mime)]));
}

/** The drivers give what was stored as a Buffer back as different things. */
function bytesOf(stored: Buffer | { buffer: Uint8Array }): Buffer {
  return Buffer.isBuffer(stored) ? stored : Buffer.from(stored.buffer);
}
