import { DateTime } from 'luxon';
import type { Model } from 'mongoose';
import { leaseTime } from './sendMail.ts';

/** A document that is due at a time and taken in hand for a while by moving that time. */
interface Leasable {
  attempts: number;
}

/**
 * Takes what has been due longest; nobody else gets it until the lease ends.
 *
 * @param due the field that says when; also the lease.
 * @returns the document as leased, with this attempt counted.
 */
export async function leaseDue<Document extends Leasable, Due extends keyof Document & string>(
  model: Model<Document>,
  due: Due,
): Promise<Document | null> {
  const now = DateTime.now();
  // To the lease all such models are alike.
  return await (model as unknown as Model<Leasable & Record<string, unknown>>)
    .findOneAndUpdate(
      { [due]: { $lte: now.toJSDate() } },
      { $set: { [due]: now.plus(leaseTime).toJSDate() }, $inc: { attempts: 1 } },
      { sort: { [due]: 1 }, returnDocument: 'after' },
    )
    .lean<Document>();
}
