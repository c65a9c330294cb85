import { Duration } from 'luxon';
import { LimitCounter } from '../models/limitCounter.ts';
import type { House } from './house.ts';
import type { LimitName } from './limits.ts';
import { now } from './now.ts';
import { onceOnly } from './onceOnly.ts';

/**
 * Counts something against its limit, in windows that begin at fixed times, so that any number of processes share
 * one counter.
 *
 * @param key whom or what the limit is for: an address, an account's id; empty for everybody together.
 * @param amount how many at once; all or none are allowed.
 * @param countedFor the piece of work that this is part of: counted once, however often it is carried out. A limit
 *   that is used with it once must always be used with it.
 * @returns undefined when it is allowed, otherwise when the next window begins.
 */
export async function takeFromLimit(
  house: House,
  name: LimitName,
  key: string,
  { amount = 1, countedFor }: { amount?: number; countedFor?: string } = {},
): Promise<Date | undefined> {
  const { most, per } = house.limits[name];
  const length = Duration.fromObject(per).toMillis();
  const window = Math.floor(now().getTime() / length);
  const end = new Date((window + 1) * length);
  const _id = `${name}:${key}:${new Date(window * length).toISOString()}`;
  const counted = await count(_id, amount, end, countedFor);
  if (counted <= most) return undefined;
  // What was refused as a whole must not use up what a smaller amount could have.
  if (amount > 1) await LimitCounter.updateOne({ _id }, { $inc: { count: -amount } });
  return end;
}

/** @returns the new count; for a piece of work that was counted before, the count as it was then. */
async function count(_id: string, amount: number, expiresAt: Date, countedFor?: string): Promise<number> {
  // Made first, each time, and counted after: an upsert of several in one instant is not counted whole by every server,
  // and the same work whether the counter is there or not tells nobody which it was.
  await onceOnly(() => LimitCounter.updateOne({ _id }, { $setOnInsert: { count: 0, expiresAt } }, { upsert: true }));
  const counter = await LimitCounter.findOneAndUpdate(
    { _id, ...(countedFor !== undefined && { countedFor: { $ne: countedFor } }) },
    { $inc: { count: amount }, ...(countedFor !== undefined && { $push: { countedFor } }) },
    { returnDocument: 'after', projection: { count: 1 } },
  ).lean();
  if (counter) return counter.count;
  // It has counted this piece of work already.
  const place = (await LimitCounter.findById(_id).lean())?.countedFor?.indexOf(countedFor ?? '') ?? -1;
  if (place < 0) throw new Error('The counter of a limit is gone.');
  return place + 1;
}
