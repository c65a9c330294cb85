import type { Model } from 'mongoose';
import { ListedConversation } from '../../models/listedConversation.ts';
import { SearchBlock } from '../../models/searchBlock.ts';
import { SearchEntry } from '../../models/searchEntry.ts';
import type { LogLease } from '../../onboarding/searchIndex/logLease.ts';
import { listingFormat } from './listingFormat.ts';

/** So many are removed at a time, so that the lease is kept meanwhile. */
const portion = 10_000;

/**
 * Removes what was listed in another format, so that all of it is made anew from what was said. Done again, it goes on
 * where it was cut off: the format is noted last.
 */
export async function beginAnew(lease: LogLease): Promise<void> {
  const { messagesUntil, statesUntil } = lease.reading;
  for (const model of [SearchBlock, SearchEntry, ListedConversation]) await removeAll(model as Model<unknown>, lease);
  const beginning = new Date(0);
  await lease.commit({
    format: listingFormat,
    ...(messagesUntil && { messagesUntil: beginning }),
    ...(statesUntil && { statesUntil: beginning }),
  });
}

async function removeAll(model: Model<unknown>, lease: LogLease): Promise<void> {
  for (;;) {
    const some = await model.collection
      .find({}, { projection: { _id: 1 } })
      .limit(portion)
      .toArray();
    if (some.length === 0) return;
    await model.collection.deleteMany({ _id: { $in: some.map(({ _id }) => _id) } });
    await lease.keep();
  }
}
