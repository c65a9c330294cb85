import { Message } from '../../models/message.ts';
import { SearchEntry } from '../../models/searchEntry.ts';
import type { TranscriptMessage } from '../api.ts';
import { transcriptMessages } from '../transcript/transcriptMessages.ts';
import { isAfter, type LiveCursor } from './liveCursor.ts';

/** @returns messages of a conversation that were added or have changed since, in the order of the transcript by portion. */
export async function changedMessages(
  conversation: string,
  after: LiveCursor,
  upTo: number,
): Promise<{ message: TranscriptMessage; cursor: LiveCursor }[]> {
  const entries = await SearchEntry.find(
    { conversation, seq: { $gte: after.seq, $lte: upTo } },
    { at: 1, seq: 1 },
  ).lean();
  const changed = entries
    .map(({ _id, at, seq }) => ({ _id, cursor: { seq, at: at.getTime(), id: _id.toHexString() } }))
    .filter(({ cursor }) => isAfter(cursor, after))
    .sort((one, other) => (isAfter(one.cursor, other.cursor) ? 1 : -1));
  if (changed.length === 0) return [];
  const messages = await Message.find({ _id: { $in: changed.map(({ _id }) => _id) } }).lean();
  const shown = new Map((await transcriptMessages(messages)).map((message) => [message.id, message]));
  return changed.flatMap(({ cursor }) => {
    const message = shown.get(cursor.id);
    return message ? [{ message, cursor }] : [];
  });
}
