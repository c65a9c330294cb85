import { DateTime } from 'luxon';
import type { Types } from 'mongoose';
import type { Conversation } from '../../models/conversation.ts';
import { ListedConversation } from '../../models/listedConversation.ts';
import { Message } from '../../models/message.ts';
import { SearchEntry } from '../../models/searchEntry.ts';
import { addressDomain } from '../../onboarding/addressDomain.ts';
import { coveringDomains } from '../../onboarding/coveringDomains.ts';
import { isDuplicateKey } from '../../onboarding/isDuplicateKey.ts';
import { filterKey } from '../list/filterKeys.ts';
import { addToBlocks } from '../search/addToBlocks.ts';
import { messageKeys } from './messageKeys.ts';
import { type Place, placesOf } from './placesOf.ts';
import { saidText } from './saidText.ts';

/** What of a conversation concerns the helpdesk: not what the walks remember. */
export type SeenConversation = Pick<
  Conversation,
  | '_id'
  | 'channel'
  | 'person'
  | 'language'
  | 'walk'
  | 'step'
  | 'waitingForPersonSince'
  | 'joined'
  | 'doneAt'
  | 'stateChangedAt'
  | 'startedAt'
  | 'lastMessageAt'
>;

/** A message may be written a moment after one that bears a later time. */
const overlap = { minutes: 1 };
/** So many messages are held at a time. */
const mostMessages = 500;
const mostEntries = 5_000;
const lastTextLength = 140;
const atOnce = 8;

/**
 * Writes what the helpdesk lists and finds of some conversations: their rows, and entries for messages that have none.
 * Done again, it changes nothing.
 *
 * @param seq the portion's number, for what has changed.
 */
export async function listPortion(conversations: readonly SeenConversation[], seq: number): Promise<void> {
  const ids = conversations.map(({ _id }) => _id);
  const [listed, places] = await Promise.all([
    ListedConversation.find({ _id: { $in: ids } }).lean(),
    placesOf(conversations.flatMap(({ person }) => person ?? [])),
  ]);
  const known = new Map(listed.map((row) => [row._id, row]));
  // Words of one day are written together.
  let collected: SearchEntry[] = [];
  const flush = async () => {
    const entries = collected;
    collected = [];
    await addEntries(entries);
  };
  const put = async (entries: readonly SearchEntry[]) => {
    collected.push(...entries);
    if (collected.length >= mostEntries) await flush();
  };
  for (let first = 0; first < conversations.length; first += atOnce) {
    await Promise.all(
      conversations
        .slice(first, first + atOnce)
        .map((one) => listOne(one, known.get(one._id), places.get(one.person ?? ''), seq, put)),
    );
  }
  await flush();
}

async function listOne(
  conversation: SeenConversation,
  before: ListedConversation | undefined,
  place: Place | undefined,
  seq: number,
  put: (entries: readonly SearchEntry[]) => Promise<void>,
): Promise<void> {
  const { _id, channel, person, language, walk, step, startedAt, lastMessageAt } = conversation;
  let row: ListedConversation = {
    lastText: '',
    lastDirection: 'out',
    ...before,
    state: 'open',
    ...without({ _id, seq, channel, person, language, walk, step, startedAt, lastMessageAt }),
    ...(place?.name !== undefined && { name: place.name }),
    organizations: place?.organizations ?? [],
    domains: coveringDomains(addressDomain(person ?? '')),
  };
  for (const name of ['language', 'walk', 'step'] as const) if (conversation[name] === undefined) delete row[name];

  let position = before ? DateTime.fromJSDate(before.lastMessageAt).minus(overlap).toJSDate() : new Date(0);
  let after: Types.ObjectId | undefined;
  let said = before !== undefined;
  for (;;) {
    const messages = await Message.find(
      after === undefined
        ? { conversation: _id, at: { $gte: position } }
        : { conversation: _id, at: { $gte: position }, $or: [{ at: { $gt: position } }, { _id: { $gt: after } }] },
      { html: 0, understood: 0 },
    )
      .sort({ at: 1, _id: 1 })
      .limit(mostMessages)
      .lean();
    said ||= messages.length > 0;
    row = messages.reduce(withMessage, row);
    await put(await newEntries(messages, row, seq));
    const last = messages.at(-1);
    if (last === undefined || messages.length < mostMessages) break;
    position = last.at;
    after = last._id;
  }
  if (before) await moveEntries(_id, before.organizations, row.organizations);
  row = await withState(row, conversation, before);
  // One that was opened and in which nothing was said yet is nothing to look at.
  if (!said && row.waitingSince === undefined) return;
  const { _id: __, ...fields } = row;
  await ListedConversation.replaceOne({ _id }, fields, { upsert: true });
}

function withMessage(row: ListedConversation, message: Message): ListedConversation {
  const { at, direction, fault, delivery } = message;
  const stuck = fault !== undefined || delivery === 'failed';
  return {
    ...row,
    lastText: shortened(saidText(message)),
    lastDirection: direction,
    ...(at > row.lastMessageAt && { lastMessageAt: at }),
    ...(direction === 'in' && (row.lastInAt === undefined || at > row.lastInAt) && { lastInAt: at }),
    ...(stuck && (row.stuckAt === undefined || at > row.stuckAt) && { stuckAt: at }),
  };
}

async function withState(
  { waitingSince: _w, joinedBy: _j, doneAt: _d, stuckAt, ...row }: ListedConversation,
  { _id, waitingForPersonSince, joined, doneAt, stateChangedAt }: SeenConversation,
  before: ListedConversation | undefined,
): Promise<ListedConversation> {
  let stuck = stuckAt;
  // That a message did not get through comes out after it was written, and is told by the conversation.
  if (stateChangedAt !== undefined && before !== undefined) {
    const failed = await Message.findOne({ conversation: _id, delivery: 'failed' }, { at: 1 })
      .sort({ at: -1, _id: -1 })
      .lean();
    if (failed && (stuck === undefined || failed.at > stuck)) stuck = failed.at;
  }
  const isDone = doneAt !== undefined && (row.lastInAt === undefined || row.lastInAt <= doneAt);
  const isStuck = stuck !== undefined && (doneAt === undefined || stuck > doneAt);
  return {
    ...row,
    state: joined ? 'joined' : waitingForPersonSince ? 'waiting' : isDone ? 'done' : 'open',
    ...(waitingForPersonSince && { waitingSince: waitingForPersonSince }),
    ...(joined && { joinedBy: { email: joined.by.email, name: joined.by.name } }),
    ...(isDone && { doneAt }),
    ...(isStuck && { stuckAt: stuck }),
  };
}

/** @returns new entries for those messages that have none, or had one made when a portion was cut off. */
async function newEntries(messages: readonly Message[], row: ListedConversation, seq: number): Promise<SearchEntry[]> {
  if (messages.length === 0) return [];
  const ids = messages.map(({ _id }) => _id);
  const there = await SearchEntry.find({ _id: { $in: ids }, seq: { $lt: seq } }, { _id: 1 }).lean();
  const known = new Set(there.map(({ _id }) => _id.toHexString()));
  return messages
    .filter(({ _id }) => !known.has(_id.toHexString()))
    .map((message) => ({
      _id: message._id,
      at: message.at,
      conversation: message.conversation,
      words: messageKeys(message, row),
      seq,
    }));
}

/** First the entries, then where to find them: what is found is there. */
async function addEntries(entries: readonly SearchEntry[]): Promise<void> {
  if (entries.length === 0) return;
  try {
    await SearchEntry.collection.insertMany([...entries], { ordered: false });
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
  await addToBlocks(entries);
}

/** Who belongs to another organization now is found there with what they said before, too. */
async function moveEntries(conversation: string, from: readonly string[], to: readonly string[]): Promise<void> {
  const keys = (ids: readonly string[], others: readonly string[]) =>
    ids.filter((id) => !others.includes(id)).map((id) => filterKey('organization', id));
  const left = keys(from, to);
  const joined = keys(to, from);
  // Where they were found before, they still seem to be; the entry tells that they are not.
  if (left.length > 0) await SearchEntry.updateMany({ conversation }, { $pull: { words: { $in: left } } });
  if (joined.length === 0) return;
  await SearchEntry.updateMany({ conversation }, { $addToSet: { words: { $each: joined } } });
  const entries = await SearchEntry.find({ conversation }, { at: 1 }).lean();
  await addToBlocks(entries.map(({ at }) => ({ at, words: joined })));
}

function shortened(text: string): string {
  const line = text.slice(0, 2_000).replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > lastTextLength ? `${characters.slice(0, lastTextLength - 1).join('')}…` : line;
}

/** Without what has no value: the store would keep it as null. */
function without<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
