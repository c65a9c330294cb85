import type { Conversation } from '../../models/conversation.ts';
import { HelpdeskWait } from '../../models/helpdeskWait.ts';
import type { House } from '../house.ts';
import type { Handed } from './handed.ts';

/** Keeps for the figures how long somebody has waited for a person. */
export async function noteWait(
  _house: House,
  { item, work, document }: Handed<'noteWait', Conversation>,
): Promise<void> {
  await HelpdeskWait.updateOne(
    { _id: item._id },
    { $setOnInsert: { conversation: document._id, since: work.since, until: work.until } },
    { upsert: true },
  );
}
