import { ListedConversation } from '../../models/listedConversation.ts';
import type { ConversationRow } from '../api.ts';
import { conversationRows } from '../list/conversationRows.ts';
import { isAfter, type LiveCursor, portionEnd } from './liveCursor.ts';

/** A portion has at most 200. */
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
  const found = await ListedConversation.find({ seq: { $gte: after.seq, $lte: upTo } })
    .sort({ seq: 1, _id: 1 })
    .limit(most)
    .lean();
  // Where the limit has cut a portion, that comes next time.
  const until = found.length < most ? upTo : (found.at(-1) as ListedConversation).seq - 1;
  const listed = found
    .map((one) => ({ listed: one, cursor: { seq: one.seq, at: 0, id: one._id } }))
    .filter(({ cursor }) => cursor.seq <= until && isAfter(cursor, after));
  const rows = await conversationRows(listed.map((one) => one.listed));
  return {
    changed: listed.map((one, index) => ({ ...one, row: rows[index] as ConversationRow })),
    next: portionEnd(until),
  };
}
