import { Types } from 'mongoose';
import { Conversation } from '../../models/conversation.ts';
import { Message } from '../../models/message.ts';
import type { Transcript } from '../api.ts';
import { readCursor, writeCursor } from '../list/cursor.ts';
import type { WrongInput } from '../wrongInput.ts';
import { transcriptMessages } from './transcriptMessages.ts';

const pageLength = 50;

/** Which part of a transcript: what is before or after a cursor, or around a message; the newest, if none is given. */
export interface TranscriptPart {
  before?: string | undefined;
  after?: string | undefined;
  around?: string | undefined;
}

/**
 * @returns messages of a conversation, oldest first; undefined when there is no such conversation or no such message in
 *   it; or the names of what is wrong.
 */
export async function transcript(
  conversation: string,
  { before, after, around }: TranscriptPart = {},
  most = pageLength,
): Promise<Transcript | WrongInput | undefined> {
  const exists = await Conversation.exists({ _id: String(conversation) });
  if (!exists) return undefined;
  if (around !== undefined) {
    if (!/^[0-9a-f]{24}$/.test(around)) return { wrong: ['around'] };
    const one = await Message.findOne({ _id: new Types.ObjectId(around), conversation }).lean();
    if (!one) return undefined;
    const half = Math.ceil(most / 2);
    const [older, newer] = await Promise.all([
      page(conversation, 'before', one, half + 1),
      page(conversation, 'after', one, half),
    ]);
    return await shown([...older.slice(0, half).toReversed(), one, ...newer], older.length > half);
  }
  if (after !== undefined) {
    const place = placeOf(after);
    if (!place) return { wrong: ['after'] };
    const messages = await page(conversation, 'after', place, most);
    // Where nothing has come yet, one goes on waiting at the same place.
    return { ...(await shown(messages, true)), ...(messages.length === 0 && { later: after, earlier: after }) };
  }
  const place = before === undefined ? undefined : placeOf(before);
  if (before !== undefined && !place) return { wrong: ['before'] };
  const messages = await page(conversation, 'before', place, most + 1);
  return await shown(messages.slice(0, most).toReversed(), messages.length > most);
}

type Place = Pick<Message, 'at' | '_id'>;

function placeOf(cursor: string): Place | undefined {
  const position = readCursor(cursor);
  if (!position || !/^[0-9a-f]{24}$/.test(position.id)) return undefined;
  return { at: position.at, _id: new Types.ObjectId(position.id) };
}

/** @returns the nearest first. */
async function page(
  conversation: string,
  side: 'before' | 'after',
  place: Place | undefined,
  most: number,
): Promise<Message[]> {
  const [inclusive, exclusive, direction] =
    side === 'before' ? (['$lte', '$lt', -1] as const) : (['$gte', '$gt', 1] as const);
  const beyond = place && {
    at: { [inclusive]: place.at },
    $or: [{ at: { [exclusive]: place.at } }, { at: place.at, _id: { [exclusive]: place._id } }],
  };
  return await Message.find({ conversation, ...beyond })
    .sort({ at: direction, _id: direction })
    .limit(most)
    .lean();
}

async function shown(messages: readonly Message[], more: boolean): Promise<Transcript> {
  const cursor = (one: Message | undefined) => one && writeCursor({ at: one.at, id: one._id.toHexString() });
  const earlier = more ? cursor(messages[0]) : undefined;
  const later = cursor(messages.at(-1));
  return {
    messages: await transcriptMessages(messages),
    ...(earlier !== undefined && { earlier }),
    ...(later !== undefined && { later }),
  };
}
