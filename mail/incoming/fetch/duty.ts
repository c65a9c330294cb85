import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Model, UpdateQuery } from 'mongoose';
import type { MailDuty } from '../../../models/mailDuty.ts';
import { isDuplicateKey } from '../../../onboarding/isDuplicateKey.ts';
import { now } from '../../../onboarding/now.ts';
import { requestLimit } from '../../graphClient.ts';
import { LeaseLost, leaseTime } from '../../sendMail.ts';

/** A duty in hand: nobody else is at it until the lease ends. */
export interface HeldDuty<Document extends MailDuty> {
  /** As it was when it was taken. */
  state: Document;
  /** Before each request: makes the lease outlast it. Throws LeaseLost when somebody else has taken over. */
  keep(): Promise<void>;
  /** Writes something down on the way. Throws LeaseLost. */
  note(change: UpdateQuery<Document>): Promise<void>;
  /** It is done with, and due again then; at once when it was asked for meanwhile. */
  done(dueAt: Date, change?: UpdateQuery<Document>): Promise<void>;
  /** It failed, and is due again then. */
  failed(dueAt: Date, lastFault: string): Promise<void>;
  /** It was not done, for no fault of anybody's: it is due as before, and whoever comes next may take it. */
  leave(): Promise<void>;
}

/**
 * Something that any of several processes does for a mailbox, and only one at a time. That it must be done stands in
 * the store: whoever dies at it, or is asked while at it, does not make it forgotten.
 */
export class Duty<Document extends MailDuty> {
  readonly #model: Model<MailDuty>;
  readonly #id: string;

  /** @param mailbox the address of the mailbox. */
  constructor(model: Model<Document>, mailbox: string) {
    // To a duty they differ in nothing; what else they hold is the caller's.
    this.#model = model as unknown as Model<MailDuty>;
    this.#id = mailbox;
  }

  /** It is to be done now. When this has resolved, it will be. */
  async ask(): Promise<void> {
    const change = { $inc: { asked: 1 }, $min: { dueAt: now() }, $setOnInsert: { faults: 0 } };
    await this.#upsert(change);
  }

  /** It is to be done now if the document is like that, and what has changed is written down in the same write. */
  async askIf(like: object, change: UpdateQuery<Document>): Promise<void> {
    await this.#model.updateOne({ _id: this.#id, ...like }, {
      ...change,
      $inc: { asked: 1 },
      $min: { dueAt: now() },
    } as UpdateQuery<MailDuty>);
  }

  /** It is to be done some time; when it never was, now. */
  async begin(): Promise<void> {
    await this.#upsert({ $setOnInsert: { asked: 0, faults: 0, dueAt: now() } });
  }

  /** Nobody else is alive to be at it. */
  async endLease(): Promise<void> {
    await this.#model.updateOne({ _id: this.#id }, { $unset: { lease: 1 } });
  }

  /** @returns undefined when it is not due, or somebody is at it. */
  async take(): Promise<HeldDuty<Document> | undefined> {
    const by = randomUUID();
    let until = leaseEnd();
    const state = await this.#model
      .findOneAndUpdate(
        { _id: this.#id, dueAt: { $lte: now() }, 'lease.until': { $not: { $gt: now() } } },
        { $set: { lease: { by, until } } },
        { returnDocument: 'after' },
      )
      .lean();
    if (state === null) return undefined;
    const mine = { _id: this.#id, 'lease.by': by };
    const write = async (filter: object, change: object): Promise<boolean> =>
      (await this.#model.updateOne(filter, change)).matchedCount > 0;

    return {
      state: state as Document,
      async keep() {
        if (until.getTime() - now().getTime() > 2 * requestLimit) return;
        until = leaseEnd();
        if (!(await write(mine, { $set: { 'lease.until': until } }))) throw new LeaseLost();
      },
      async note(change) {
        if (!(await write(mine, change))) throw new LeaseLost();
      },
      async done(dueAt, change = {}) {
        const set = { ...(change.$set as object | undefined), faults: 0 };
        const unset = { ...(change.$unset as object | undefined), lease: 1, lastFault: 1 };
        const quiet = { ...mine, asked: state.asked };
        if (await write(quiet, { $set: { ...set, dueAt }, $unset: unset })) return;
        if (!(await write(mine, { $set: set, $unset: unset }))) throw new LeaseLost();
      },
      async failed(dueAt, lastFault) {
        await write(mine, { $set: { dueAt, lastFault }, $inc: { faults: 1 }, $unset: { lease: 1 } });
      },
      async leave() {
        await write(mine, { $unset: { lease: 1 } });
      },
    };
  }

  async #upsert(change: UpdateQuery<MailDuty>): Promise<void> {
    const write = () => this.#model.updateOne({ _id: this.#id }, change, { upsert: true });
    try {
      await write();
    } catch (error) {
      // Two made it in the same moment; now it is there.
      if (!isDuplicateKey(error)) throw error;
      await write();
    }
  }
}

function leaseEnd(): Date {
  return DateTime.now().plus(leaseTime).toJSDate();
}
