import type { IndexDefinition, QueryFilter } from 'mongoose';
import { ListedConversation } from '../../models/listedConversation.ts';
import type { ConversationFilter } from '../api.ts';
import type { Position } from './cursor.ts';
import { filterTimes } from './filterTimes.ts';
import { listedMatching } from './listedMatching.ts';

/** @returns at most `most` conversations that pass a filter and come after a place, the newest message first. */
export async function findListed(
  filter: ConversationFilter,
  after: Position | undefined,
  most: number,
): Promise<ListedConversation[]> {
  const { from, to } = filterTimes(filter);
  const earliest = from && { $gte: from };
  const latest = after && (to === undefined || after.at < to) ? { $lte: after.at } : to && { $lt: to };
  const query: QueryFilter<ListedConversation> = {
    ...listedMatching(filter),
    ...((earliest || latest) && { lastMessageAt: { ...earliest, ...latest } }),
    ...(after && { $or: [{ lastMessageAt: { $lt: after.at } }, { lastMessageAt: after.at, _id: { $lt: after.id } }] }),
  };
  const finding = ListedConversation.find(query).sort({ lastMessageAt: -1, _id: -1 }).limit(most);
  const index = indexFor(filter);
  return await (index ? finding.hint(index) : finding).lean();
}

/**
 * The one that narrows most: an engine may rather read all in their order until enough pass, which takes for ever when
 * few do.
 */
function indexFor({ person, organization, state, walk, language, channel }: ConversationFilter) {
  const ordered = { lastMessageAt: -1, _id: -1 } as const;
  if (person !== undefined) return { person: 1, ...ordered } as IndexDefinition;
  if (organization !== undefined) return { organizations: 1, ...ordered } as IndexDefinition;
  if (state === 'stuck') return { stuckAt: 1 } as IndexDefinition;
  if (state === 'waiting' || state === 'joined') return { state: 1, ...ordered } as IndexDefinition;
  if (walk !== undefined) return { walk: 1, ...ordered } as IndexDefinition;
  if (language !== undefined) return { language: 1, ...ordered } as IndexDefinition;
  if (state !== undefined) return { state: 1, ...ordered } as IndexDefinition;
  if (channel !== undefined) return { channel: 1, ...ordered } as IndexDefinition;
  return ordered as IndexDefinition;
}
