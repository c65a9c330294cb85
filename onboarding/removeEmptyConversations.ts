import type { QueryFilter } from 'mongoose';
import { Conversation } from '../models/conversation.ts';
import { ListedConversation } from '../models/listedConversation.ts';
import { Message } from '../models/message.ts';
import type { House } from './house.ts';

/**
 * Removes those of some conversations in which no message is left, unless something is still to happen there. Whoever
 * calls it has the lease of the log.
 *
 * @param only further conditions.
 * @returns how many conversations there are no more.
 */
export async function removeEmptyConversations(
  house: Pick<House, 'conversationChanged'>,
  ids: readonly string[],
  only: QueryFilter<Conversation> = {},
): Promise<number> {
  const told = new Set(await Message.distinct('conversation', { conversation: { $in: ids } }));
  const empty = ids.filter((id) => !told.has(id));
  if (empty.length === 0) return 0;
  await Conversation.deleteMany({
    ...only,
    _id: { $in: empty },
    waitingForPersonSince: { $exists: false },
    joined: { $exists: false },
    hasUnsent: { $exists: false },
    'pendingWork.0': { $exists: false },
  });
  const left = new Set((await Conversation.find({ _id: { $in: empty } }, { _id: 1 }).lean()).map(({ _id }) => _id));
  const gone = empty.filter((id) => !left.has(id));
  await ListedConversation.deleteMany({ _id: { $in: gone } });
  // Somebody waits in it, but of what was said nothing is left.
  await ListedConversation.updateMany({ _id: { $in: [...left] } }, { $set: { lastText: '' } });
  for (const id of gone) await house.conversationChanged?.(id);
  return gone.length;
}
