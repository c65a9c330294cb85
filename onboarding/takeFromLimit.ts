import { Duration } from 'luxon';
import { LimitCounter } from '../models/limitCounter.ts';
import type { House } from './house.ts';
import { insertNew } from './insertNew.ts';
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
  if (countedFor === undefined) {
    // Made first, each time, and counted after: an upsert of several in one instant is not counted whole by every server,
    // and the same work whether the counter is there or not tells nobody which it was.
    await onceOnly(() => LimitCounter.updateOne({ _id }, { $setOnInsert: { count: 0, expiresAt } }, { upsert: true }));
  } else {
    // Nobody waits for a piece of work to be carried out, and so nobody can tell by the time whether there was one.
    const known = await add(_id, amount, countedFor);
    if (known !== undefined) return known;
    const there = await insertNew(LimitCounter, [{ _id, count: amount, countedFor: [countedFor], expiresAt }]);
    if (there.length === 0) return amount;
  }
  const counted = await add(_id, amount, countedFor);
  if (counted !== undefined) return counted;
  // It has counted this piece of work already.
  const place = (await LimitCounter.findById(_id).lean())?.countedFor?.indexOf(countedFor ?? '') ?? -1;
  if (place < 0) throw new Error('The counter of a limit is gone.');
  return place + 1;
}

/** @returns the new count; undefined when there is no counter, or it has counted this piece of work. */
async function add(_id: string, amount: number, countedFor: string | undefined): Promise<number | undefined> {
  // Past mongoose, whose casting costs more than the write: there is nothing to cast.
  const counter = await LimitCounter.collection.findOneAndUpdate(
    { _id: _id as never, ...(countedFor !== undefined && { countedFor: { $ne: countedFor } }) },
    { $inc: { count: amount }, ...(countedFor !== undefined && { $push: { countedFor: countedFor as never } }) },
    { returnDocument: 'after', projection: { count: 1 } },
  );
  return (counter as LimitCounter | null)?.count;
}
