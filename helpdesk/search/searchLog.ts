import { ListedConversation } from '../../models/listedConversation.ts';
import { Message } from '../../models/message.ts';
import type { SearchEntry } from '../../models/searchEntry.ts';
import type { ConversationFilter, Page, SearchHit } from '../api.ts';
import { conversationRows } from '../list/conversationRows.ts';
import { readCursor, writeCursor } from '../list/cursor.ts';
import { filterKeys } from '../list/filterKeys.ts';
import { filterTimes } from '../list/filterTimes.ts';
import { inState } from '../list/inState.ts';
import { saidText } from '../log/saidText.ts';
import type { WrongInput } from '../wrongInput.ts';
import { excerpt } from './excerpt.ts';
import { findEntries } from './findEntries.ts';
import { type SearchQuery, searchQuery } from './searchQuery.ts';

const pageLength = 25;

/**
 * Finds messages in which all words of a query stand, the last of them perhaps further typed. Let the log be read on
 * before, so that what was said a moment ago is found.
 *
 * @param filter its walk is the one at the time of the message, its state that of the conversation now.
 * @returns the newest first; or the names of what is wrong: `q`, `cursor`.
 */
export async function searchLog(
  typed: string,
  filter: ConversationFilter = {},
  cursor?: string,
  most = pageLength,
): Promise<Page<SearchHit> | WrongInput> {
  const query = searchQuery(typed);
  if (query === undefined) return { wrong: ['q'] };
  if (query === 'noWord') return { rows: [] };
  const after = cursor === undefined ? undefined : readCursor(cursor);
  if (cursor !== undefined && !/^[0-9a-f]{24}$/.test(after?.id ?? '')) return { wrong: ['cursor'] };
  const { state } = filter;
  const found = await findEntries({
    words: [...query.words, ...filterKeys(filter)],
    beginning: query.prefix,
    ...filterTimes(filter),
    after,
    most: most + 1,
    keep: (entries) => (state === undefined ? entries : ofConversationsIn(state, entries)),
  });
  const page = found.slice(0, most);
  const last = page.at(-1);
  return {
    rows: await hits(page, query),
    ...(found.length > most && last && { next: writeCursor({ at: last.at, id: last._id.toHexString() }) }),
  };
}

async function ofConversationsIn(state: NonNullable<ConversationFilter['state']>, entries: SearchEntry[]) {
  const ids = [...new Set(entries.map(({ conversation }) => conversation))];
  const rows = await ListedConversation.find({ _id: { $in: ids }, ...inState(state) }, { _id: 1 }).lean();
  const wanted = new Set(rows.map(({ _id }) => _id));
  return entries.filter(({ conversation }) => wanted.has(conversation));
}

async function hits(page: readonly SearchEntry[], query: SearchQuery): Promise<SearchHit[]> {
  const [messages, listed] = await Promise.all([
    Message.find({ _id: { $in: page.map(({ _id }) => _id) } }, { html: 0 }).lean(),
    ListedConversation.find({ _id: { $in: [...new Set(page.map(({ conversation }) => conversation))] } }).lean(),
  ]);
  const said = new Map(messages.map((message) => [message._id.toHexString(), message]));
  const rows = new Map((await conversationRows(listed)).map((row) => [row.id, row]));
  return page.flatMap(({ _id, conversation }) => {
    const message = said.get(_id.toHexString());
    const row = rows.get(conversation);
    // Erased in this moment.
    if (!message || !row) return [];
    const { id, channel, person, claims, organizations } = row;
    return [
      {
        messageId: _id.toHexString(),
        at: message.at.toISOString(),
        direction: message.direction,
        conversation: {
          id,
          channel,
          organizations,
          ...(person && { person }),
          ...(claims !== undefined && { claims }),
        },
        excerpt: excerpt(saidText(message), query),
      },
    ];
  });
}
