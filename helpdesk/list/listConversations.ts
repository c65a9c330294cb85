import type { ConversationFilter, ConversationRow, Page } from '../api.ts';
import type { WrongInput } from '../wrongInput.ts';
import { conversationRows } from './conversationRows.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { findListed } from './findListed.ts';

const pageLength = 50;

/**
 * @param filter by a day, a conversation is found if its newest message is of it.
 * @param cursor of the page before.
 * @returns conversations, those with the newest message first; or the names of what is wrong: `cursor`.
 */
export async function listConversations(
  filter: ConversationFilter,
  cursor?: string,
  most = pageLength,
): Promise<Page<ConversationRow> | WrongInput> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && after === undefined) return { wrong: ['cursor'] };
  const found = await findListed(filter, after, most + 1);
  const rows = found.slice(0, most);
  const last = rows.at(-1);
  return {
    rows: await conversationRows(rows),
    ...(found.length > most && last && { next: writeCursor({ at: last.lastMessageAt, id: last._id }) }),
  };
}
