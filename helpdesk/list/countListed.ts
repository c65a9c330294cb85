import { ListedConversation } from '../../models/listedConversation.ts';
import type { ConversationFilter } from '../api.ts';
import { filterTimes } from './filterTimes.ts';
import { listedMatching } from './listedMatching.ts';

/** @returns how many conversations pass a filter. */
export async function countListed(filter: ConversationFilter): Promise<number> {
  const { from, to } = filterTimes(filter);
  return await ListedConversation.countDocuments({
    ...listedMatching(filter),
    ...((from || to) && { lastMessageAt: { ...(from && { $gte: from }), ...(to && { $lt: to }) } }),
  });
}
