import type { QueryFilter, Types } from 'mongoose';
import { Message } from '../models/message.ts';
import { SearchEntry } from '../models/searchEntry.ts';
import type { LogLease } from './searchIndex/logLease.ts';
import { removeEntries } from './searchIndex/removeEntries.ts';

const portion = 500;

/**
 * Removes messages from the log, and what they are found by, in portions. The search forgets first: what it still found
 * would be gone.
 *
 * @returns how many messages.
 */
export async function removeMessages(which: QueryFilter<Message>, lease: Pick<LogLease, 'keep'>): Promise<number> {
  let removed = 0;
  for (;;) {
    const ids: Types.ObjectId[] = (await Message.find(which, { _id: 1 }).limit(portion).lean()).map(({ _id }) => _id);
    if (ids.length === 0) return removed;
    await lease.keep();
    await removeEntries(await SearchEntry.find({ _id: { $in: ids } }).lean());
    removed += (await Message.deleteMany({ _id: { $in: ids } })).deletedCount;
  }
}
