import { randomBytes } from 'node:crypto';
import { DateTime, type DurationLikeObject } from 'luxon';
import type { Model } from 'mongoose';
import { AccessRequest } from '../models/accessRequest.ts';
import { Conversation } from '../models/conversation.ts';
import { Credential } from '../models/credential.ts';
import { Domain } from '../models/domain.ts';
import { Invitation } from '../models/invitation.ts';
import { InvitationBatch } from '../models/invitationBatch.ts';
import { Membership } from '../models/membership.ts';
import { PasswordReset } from '../models/passwordReset.ts';
import type { PendingWork, WithPendingWork } from '../models/pendingWork.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import { ResendRequest } from '../models/resendRequest.ts';
import { faultReference } from './faultReference.ts';
import { FaultsInARow } from './faultsInARow.ts';
import type { House } from './house.ts';
import { now } from './now.ts';
import { perform } from './perform/perform.ts';
import { workPauseSeconds } from './workPauseSeconds.ts';

/** Carries out pending work; see {@link startWorker}. */
export interface Worker {
  /** Something is due now. */
  wake(): void;
  /** Takes nothing new and resolves when the work in hand is done. */
  stop(): Promise<void>;
  /** For tests: resolves when nothing is due any more. */
  drain(): Promise<void>;
}

// The models differ in what they hold; to the worker they are documents with pending work.
const models = [
  AccessRequest,
  Invitation,
  Membership,
  PurchasingAccount,
  Domain,
  ResendRequest,
  InvitationBatch,
  Conversation,
  PasswordReset,
  Credential,
] as unknown as Model<WithPendingWork>[];

/** Documents of one model that are in hand at the same time. */
const atOnce = 4;
const pollEveryMs = 1_000;
/** After so long another worker takes over what a killed one had in hand. */
const lease: DurationLikeObject = { minutes: 1 };

/**
 * Starts carrying out what is due in all documents with pending work: when told to ({@link Worker.wake}) and by looking
 * every second. Any number of workers may share one store. A document is leased, its due pieces are carried out one
 * after another, and what is done is struck off in one write that also says when the document is due next. A piece
 * that fails is tried again after growing pauses, without end; the log tells why under a reference that stands in the
 * document too.
 *
 * @param alone no other process works on this store: what an earlier one had in hand when it was killed is taken up at
 *   once, and not after its lease.
 */
export function startWorker(house: House, { alone = false }: { alone?: boolean } = {}): Worker {
  let stopping = false;
  /** Models in which something may be due. */
  const wanted = new Set<Model<WithPendingWork>>();
  // Each model on its own: a name server that does not answer must not hold up an invitation's mail.
  const going = new Map<Model<WithPendingWork>, Promise<void>>();
  const leasesOfTheDead = new Set(alone ? models : []);
  const lookedUp = new Map(models.map((model) => [model, new FaultsInARow()]));
  const timer = setInterval(wake, pollEveryMs);
  // The poll alone is no reason for a process to stay.
  timer.unref();

  function wake(): void {
    if (stopping) return;
    for (const model of models) {
      wanted.add(model);
      if (!going.has(model)) going.set(model, go(model));
    }
  }

  async function go(model: Model<WithPendingWork>): Promise<void> {
    while (wanted.delete(model) && !stopping) {
      // What was carried out may have made something else due, wherever.
      if (await workOff(model)) wake();
    }
    going.delete(model);
  }

  /** Carries out what is due in one model. @returns whether there was anything. */
  async function workOff(model: Model<WithPendingWork>): Promise<boolean> {
    let worked = false;
    let runners = 0;
    const all: Promise<void>[] = [];
    const run = async () => {
      for (;;) {
        let leased: Leased | null = null;
        try {
          if (leasesOfTheDead.has(model)) {
            const held = { workLeasedUntil: { $exists: true } };
            await model.updateMany(held, { $unset: { workLease: 1, workLeasedUntil: 1 } });
            leasesOfTheDead.delete(model);
          }
          if (!stopping) leased = await takeLease(model);
          lookedUp.get(model)?.end();
        } catch (fault) {
          // The store does not answer: the next poll tries again.
          if (lookedUp.get(model)?.another()) {
            const about = { err: fault, reference: faultReference(), of: model.modelName };
            house.log.error(about, 'pending work could not be looked up');
          }
        }
        if (!leased) return;
        worked = true;
        // Where there is one there may be more.
        if (runners < atOnce) start();
        await carryOut(house, model, leased);
      }
    };
    const start = () => {
      runners += 1;
      all.push(run());
    };
    start();
    // Runners that start while others are waited for are in `all` by then.
    for (let at = 0; at < all.length; at++) await all[at];
    return worked;
  }

  return {
    wake,
    async stop() {
      stopping = true;
      clearInterval(timer);
      await Promise.all(going.values());
    },
    async drain() {
      wake();
      while (going.size > 0) await Promise.all(going.values());
    },
  };
}

interface Leased extends WithPendingWork {
  _id: unknown;
  workLease?: string;
}

async function takeLease(model: Model<WithPendingWork>): Promise<Leased | null> {
  const at = now();
  return (await model
    .findOneAndUpdate(
      { workDueAt: { $lte: at }, workLeasedUntil: { $not: { $gt: at } } },
      {
        $set: {
          workLease: randomBytes(9).toString('base64url'),
          workLeasedUntil: DateTime.fromJSDate(at).plus(lease).toJSDate(),
        },
      },
      { sort: { workDueAt: 1 }, returnDocument: 'after' },
    )
    .lean()) as Leased | null;
}

async function carryOut(house: House, model: Model<WithPendingWork>, leased: Leased): Promise<void> {
  /** What became of each piece: struck off, or changed. */
  const outcomes = new Map<string, PendingWork | 'done'>();
  for (const item of leased.pendingWork) {
    if (item.dueAt > now()) continue;
    try {
      const dueAt = await perform(house, leased, item);
      outcomes.set(item._id, dueAt ? { ...item, dueAt, attempts: 0 } : 'done');
    } catch (fault) {
      const reference = faultReference();
      const attempts = item.attempts + 1;
      const dueAt = DateTime.now()
        .plus({ seconds: workPauseSeconds(item.attempts) })
        .toJSDate();
      house.log.error(
        { err: fault, reference, work: item.work.kind, of: `${model.modelName} ${leased._id}`, attempts, again: dueAt },
        'pending work failed',
      );
      // Only the kind of fault: its words may hold what must not be kept.
      const { name } = fault as { name?: unknown };
      outcomes.set(item._id, { ...item, attempts, dueAt, lastFault: `${reference} ${String(name ?? 'Error')}` });
    }
  }
  try {
    await handBack(model, leased, outcomes);
  } catch (fault) {
    // The lease runs out, and what was done is found done.
    house.log.error(
      { err: fault, reference: faultReference(), of: `${model.modelName} ${leased._id}` },
      'finished work could not be struck off',
    );
  }
}

/**
 * Strikes off what is done and gives the lease back. Nobody but who holds the lease takes work out of a document, so
 * its number of pieces tells whether any was pushed since it was read; then it is read again.
 */
async function handBack(
  model: Model<WithPendingWork>,
  leased: Leased,
  outcomes: ReadonlyMap<string, PendingWork | 'done'>,
): Promise<void> {
  const held = { _id: leased._id, workLease: leased.workLease };
  for (let current: Leased | null = leased; current; ) {
    const pendingWork = current.pendingWork.flatMap((item) => {
      const outcome = outcomes.get(item._id);
      return outcome === 'done' ? [] : [outcome ?? item];
    });
    const next = Math.min(...pendingWork.map(({ dueAt }) => dueAt.getTime()));
    const written = await model.updateOne(
      { ...held, pendingWork: { $size: current.pendingWork.length } },
      {
        $set: { pendingWork, ...(pendingWork.length > 0 && { workDueAt: new Date(next) }) },
        $unset: { workLease: 1, workLeasedUntil: 1, ...(pendingWork.length === 0 && { workDueAt: 1 }) },
      },
    );
    if (written.matchedCount > 0) return;
    current = (await model.findOne(held).lean()) as Leased | null;
  }
}
