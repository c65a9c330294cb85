import { ListedConversation } from '../../models/listedConversation.ts';
import type { ConversationRow } from '../api.ts';
import { conversationRows } from '../list/conversationRows.ts';
import { type LiveCursor, portionEnd } from './liveCursor.ts';

/** So many are told at a time; of a log that is read for the first time, one portion has more. */
const most = 500;

export interface ChangedConversation {
  row: ConversationRow;
  listed: ListedConversation;
  cursor: LiveCursor;
}

/**
 * @param after what is known already.
 * @param upTo the newest portion that is written completely.
 * @returns conversations that have changed since, in that order, and from where to go on; not all at once, if many have.
 */
export async function changedConversations(
  after: LiveCursor,
  upTo: number,
): Promise<{ changed: ChangedConversation[]; next: LiveCursor }> {
  // Within a portion they are told by id.
  const rest =
    after.at === 0
      ? { seq: { $gte: after.seq, $lte: upTo }, $or: [{ seq: { $gt: after.seq } }, { _id: { $gt: after.id } }] }
      : { seq: { $gt: after.seq, $lte: upTo } };
  const found = await ListedConversation.find(rest).sort({ seq: 1, _id: 1 }).limit(most).lean();
  const listed = found.map((one) => ({ listed: one, cursor: { seq: one.seq, at: 0, id: one._id } }));
  const rows = await conversationRows(listed.map((one) => one.listed));
  return {
    changed: listed.map((one, index) => ({ ...one, row: rows[index] as ConversationRow })),
    // Where the limit has cut, the rest comes next time.
    next: (found.length < most ? undefined : listed.at(-1)?.cursor) ?? portionEnd(upTo),
  };
}
