import type { Types } from 'mongoose';
import { ListedConversation } from '../../models/listedConversation.ts';
import { Message } from '../../models/message.ts';
import type { ConversationFilter } from '../api.ts';
import { findListed } from '../list/findListed.ts';
import { type ExportedMessage, exportedMessage } from './exportedMessage.ts';

/** So many are in memory at a time. */
const mostConversations = 100;
const mostMessages = 200;

/** @returns the messages of one conversation, oldest first, and whose it is; undefined when there is no such conversation. */
export async function messagesOfOne(
  id: string,
): Promise<{ messages: AsyncGenerator<ExportedMessage>; person?: string } | undefined> {
  const listed = await ListedConversation.findById(id).lean();
  if (!listed) return undefined;
  return { messages: messagesOf(listed), ...(listed.person !== undefined && { person: listed.person }) };
}

/** Gives the messages of all conversations that pass a filter: the newest conversation first, its oldest message first. */
export async function* messagesOfList(filter: ConversationFilter): AsyncGenerator<ExportedMessage> {
  let after: { at: Date; id: string } | undefined;
  for (;;) {
    const some = await findListed(filter, after, mostConversations);
    for (const one of some) yield* messagesOf(one);
    const last = some.at(-1);
    if (last === undefined || some.length < mostConversations) return;
    after = { at: last.lastMessageAt, id: last._id };
  }
}

async function* messagesOf(listed: ListedConversation): AsyncGenerator<ExportedMessage> {
  let after: { at: Date; _id: Types.ObjectId } | undefined;
  for (;;) {
    const beyond = after && {
      at: { $gte: after.at },
      $or: [{ at: { $gt: after.at } }, { at: after.at, _id: { $gt: after._id } }],
    };
    const some = await Message.find({ conversation: listed._id, ...beyond }, { html: 0 })
      .sort({ at: 1, _id: 1 })
      .limit(mostMessages)
      .lean();
    for (const one of some) yield exportedMessage(one, listed);
    const last = some.at(-1);
    if (last === undefined || some.length < mostMessages) return;
    after = last;
  }
}
