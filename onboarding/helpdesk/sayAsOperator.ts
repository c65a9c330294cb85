import { Conversation } from '../../models/conversation.ts';
import { Message } from '../../models/message.ts';
import { addWork } from '../addWork.ts';
import type { House } from '../house.ts';
import { logEntryId } from '../logEntryId.ts';
import { now } from '../now.ts';
import { conversationRecipient } from './conversationRecipient.ts';
import type { Operator } from './operator.ts';
import { readWords, type Words } from './readWords.ts';

export type SayResult =
  | { outcome: 'said' }
  | { outcome: 'wrongInput'; fields: string[] }
  | { outcome: 'joinedByOther'; by: string }
  | { outcome: 'notJoined' }
  | { outcome: 'cannotReach' }
  | { outcome: 'notFound' };

/**
 * Says something to the person of a conversation, in Teams or as a mail in its thread. Only who has joined it may.
 *
 * @param words `id` is made by whoever asks: the same words under the same id are said once. `text` is plain text.
 */
export async function sayAsOperator(
  house: House,
  operator: Operator,
  conversation: string,
  words: Words,
): Promise<SayResult> {
  const read = readWords(words);
  if ('fields' in read) return { outcome: 'wrongInput', fields: read.fields };
  const found = await Conversation.findById(conversation).lean();
  if (!found) return { outcome: 'notFound' };
  const _id = `words-${read.id}`;
  if (found.pendingWork?.some((item) => item._id === _id)) return { outcome: 'said' };
  if (await Message.exists({ _id: logEntryId(conversation, _id) })) return { outcome: 'said' };
  const to = await conversationRecipient(found);
  if (!to) return { outcome: 'cannotReach' };
  const { email, name } = operator;
  const at = now();
  const notice = { kind: 'helpdesk', conversation, what: 'words', operator: { email, name }, text: read.text } as const;
  const said = await Conversation.updateOne(
    { _id: conversation, 'joined.by.email': email, 'pendingWork._id': { $ne: _id } },
    { $set: { 'joined.lastAt': at }, ...addWork([{ _id, work: { kind: 'helpdeskSays', to, notice }, dueAt: at }]) },
  );
  if (said.matchedCount === 0) {
    const standing = await Conversation.findById(conversation, { joined: 1 }).lean();
    const by = standing?.joined?.by;
    if (by?.email === email) return { outcome: 'said' };
    return by ? { outcome: 'joinedByOther', by: by.name } : { outcome: 'notJoined' };
  }
  house.wake();
  return { outcome: 'said' };
}
