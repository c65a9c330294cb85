import { isDeepStrictEqual } from 'node:util';
import { DateTime } from 'luxon';
import type { Types } from 'mongoose';
import { ListedConversation } from '../../models/listedConversation.ts';
import { Message } from '../../models/message.ts';
import { SearchEntry } from '../../models/searchEntry.ts';
import { addressDomain } from '../../onboarding/addressDomain.ts';
import { coveringDomains } from '../../onboarding/coveringDomains.ts';
import { isDuplicateKey } from '../../onboarding/isDuplicateKey.ts';
import { filterKey } from '../list/filterKeys.ts';
import { addToBlocks } from '../search/addToBlocks.ts';
import { conversationMark } from './conversationMark.ts';
import { messageKeys } from './messageKeys.ts';
import { type Place, placesOf } from './placesOf.ts';
import { saidText } from './saidText.ts';
import type { SeenConversation } from './seenConversation.ts';

/** A message may be written a moment after one that bears a later time. */
const overlap = { minutes: 1 };
/** So many messages are held at a time. */
const mostMessages = 500;
/** So many words of entries are collected before they are written: each block is read and written anew each time. */
const mostWords = 1_000_000;
const insertedAtOnce = 1_000;
const lastTextLength = 140;
const atOnce = 8;
/** Of conversations that were never listed, the messages of so many are asked for together: most are short. */
const togetherAtOnce = 48;
const mostTogether = 2_000;
/** Neither listed nor found. */
const notShown = { html: 0, understood: 0 } as const;

/**
 * Writes what the helpdesk lists and finds of some conversations: their rows, and entries for messages that have none.
 * Done again, it changes nothing.
 *
 * @param seq the portion's number, for what has changed.
 * @param keepLease is called now and then while it goes on.
 * @returns whether anything has.
 */
export async function listPortion(
  conversations: readonly SeenConversation[],
  seq: number,
  keepLease: () => Promise<void>,
): Promise<boolean> {
  const ids = conversations.map(({ _id }) => _id);
  const [listed, places] = await Promise.all([
    ListedConversation.find({ _id: { $in: ids } }).lean(),
    placesOf(conversations.flatMap(({ person }) => person ?? [])),
  ]);
  const known = new Map(listed.map((row) => [row._id, row]));
  // Words of one day are written together.
  let collected: SearchEntry[] = [];
  let words = 0;
  const rows: ListedConversation[] = [];
  const flush = async () => {
    const entries = collected;
    collected = [];
    words = 0;
    await addEntries(entries, keepLease);
  };
  const put = async (entries: readonly SearchEntry[]) => {
    collected.push(...entries);
    for (const entry of entries) words += entry.words.length;
    if (words >= mostWords) await flush();
  };
  let early = new Map<string, Message[]>();
  for (let first = 0; first < conversations.length; first += atOnce) {
    if (first % togetherAtOnce === 0) {
      const next = conversations.slice(first, first + togetherAtOnce).map(({ _id }) => _id);
      early = await messagesOf(next.filter((id) => !known.has(id)));
    }
    const some = await Promise.all(
      conversations
        .slice(first, first + atOnce)
        .map((one) => listOne(one, known.get(one._id), places.get(one.person ?? ''), seq, put, early.get(one._id))),
    );
    rows.push(...some.filter((row) => row !== undefined));
    await keepLease();
  }
  // The rows come last: one that stands there as its conversation is now tells that all of it was read.
  await flush();
  if (rows.length === 0) return false;
  await ListedConversation.collection.bulkWrite(
    rows.map(({ _id, ...replacement }) => ({
      replaceOne: { filter: { _id: _id as never }, replacement, upsert: true },
    })),
    { ordered: false },
  );
  return true;
}

/** @returns all messages of conversations, in their order; nothing when they are too many to be held. */
async function messagesOf(conversations: readonly string[]): Promise<Map<string, Message[]>> {
  const byConversation = new Map<string, Message[]>();
  if (conversations.length === 0) return byConversation;
  const messages = await Message.find({ conversation: { $in: conversations } }, notShown)
    .sort({ conversation: 1, at: 1, _id: 1 })
    .limit(mostTogether + 1)
    .lean();
  if (messages.length > mostTogether) return byConversation;
  for (const id of conversations) byConversation.set(id, []);
  for (const message of messages) byConversation.get(message.conversation)?.push(message);
  return byConversation;
}

async function listOne(
  conversation: SeenConversation,
  before: ListedConversation | undefined,
  place: Place | undefined,
  seq: number,
  put: (entries: readonly SearchEntry[]) => Promise<void>,
  early: readonly Message[] | undefined,
): Promise<ListedConversation | undefined> {
  const { _id, channel, person, language, walk, step, startedAt, lastMessageAt } = conversation;
  let row: ListedConversation = {
    lastText: '',
    lastDirection: 'out',
    ...before,
    state: 'open',
    ...without({ _id, seq, channel, person, language, walk, step, startedAt, lastMessageAt }),
    ...(place?.name !== undefined && { name: place.name }),
    organizations: place?.organizations ?? [],
    mark: conversationMark(conversation),
    domains: coveringDomains(addressDomain(person ?? '')),
  };
  for (const name of ['language', 'walk', 'step'] as const) if (conversation[name] === undefined) delete row[name];

  let position = before ? DateTime.fromJSDate(before.lastMessageAt).minus(overlap).toJSDate() : new Date(0);
  let after: Types.ObjectId | undefined;
  let said = before !== undefined;
  let added = false;
  for (let ahead = early; ; ahead = undefined) {
    const messages =
      ahead ??
      (await Message.find(
        after === undefined
          ? { conversation: _id, at: { $gte: position } }
          : { conversation: _id, at: { $gte: position }, $or: [{ at: { $gt: position } }, { _id: { $gt: after } }] },
        notShown,
      )
        .sort({ at: 1, _id: 1 })
        .limit(mostMessages)
        .lean());
    said ||= messages.length > 0;
    row = messages.reduce(withMessage, row);
    const entries = await newEntries(messages, row, seq, before !== undefined);
    added ||= entries.length > 0;
    await put(entries);
    const last = messages.at(-1);
    if (last === undefined || messages === ahead || messages.length < mostMessages) break;
    position = last.at;
    after = last._id;
  }
  if (before) {
    await moveEntries(_id, before.organizations, row.organizations);
    added = (await noteDeliveries(_id, seq)) || added;
  }
  row = await withState(row, conversation, before);
  // One that was opened and in which nothing was said yet is nothing to look at.
  if (!said && row.waitingSince === undefined) return undefined;
  if (!added && before && isDeepStrictEqual({ ...before, seq }, { ...row, seq })) return undefined;
  return row;
}

function withMessage({ lastOperator: _o, ...row }: ListedConversation, message: Message): ListedConversation {
  const { at, direction, operator, fault, delivery, person } = message;
  const isClaim = direction === 'in' && row.channel === 'mail' && row.person === undefined;
  const stuck = fault !== undefined || delivery === 'failed' || delivery === 'bounced';
  return {
    ...row,
    lastText: shortened(lastWords(message)),
    lastDirection: direction,
    // Such a thread is of one sender, or of one who pretends to be (mail/incoming/act/logAside.ts).
    ...(isClaim && person !== undefined && { claims: person }),
    ...(operator && { lastOperator: operator.name }),
    ...(at > row.lastMessageAt && { lastMessageAt: at }),
    ...(direction === 'in' && (row.lastInAt === undefined || at > row.lastInAt) && { lastInAt: at }),
    ...(stuck && (row.stuckAt === undefined || at > row.stuckAt) && { stuckAt: at }),
  };
}

/** A mail's subject stands at the head of its thread; one line has room for what is new. */
function lastWords({ subject, ...message }: Message): string {
  return saidText(message) || (subject ?? '');
}

async function withState(
  { waitingSince: _w, joinedBy: _j, doneAt: _d, stuckAt, ...row }: ListedConversation,
  { _id, waitingForPersonSince, joined, doneAt, stateChangedAt }: SeenConversation,
  before: ListedConversation | undefined,
): Promise<ListedConversation> {
  let stuck = stuckAt;
  // That a message did not get through comes out after it was written, and is told by the conversation.
  if (stateChangedAt !== undefined && before !== undefined) {
    const failed = await Message.findOne({ conversation: _id, delivery: { $in: ['failed', 'bounced'] } }, { at: 1 })
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
async function newEntries(
  messages: readonly Message[],
  row: ListedConversation,
  seq: number,
  wasListed: boolean,
): Promise<SearchEntry[]> {
  if (messages.length === 0) return [];
  const ids = messages.map(({ _id }) => _id);
  const there = wasListed ? await SearchEntry.find({ _id: { $in: ids }, seq: { $lt: seq } }, { _id: 1 }).lean() : [];
  const known = new Set(there.map(({ _id }) => _id.toHexString()));
  return messages
    .filter(({ _id }) => !known.has(_id.toHexString()))
    .map((message) => ({
      _id: message._id,
      at: message.at,
      conversation: message.conversation,
      words: messageKeys(message, row),
      ...(message.delivery !== undefined && { delivery: message.delivery }),
      seq,
    }));
}

/** First the entries, then where to find them: what is found is there. */
async function addEntries(entries: readonly SearchEntry[], keepLease: () => Promise<void>): Promise<void> {
  for (let first = 0; first < entries.length; first += insertedAtOnce) {
    try {
      await SearchEntry.collection.insertMany(entries.slice(first, first + insertedAtOnce), { ordered: false });
    } catch (fault) {
      if (!isDuplicateKey(fault)) throw fault;
    }
    await keepLease();
  }
  await addToBlocks(entries, keepLease);
}

/** What became of messages that went out is known only later. */
async function noteDeliveries(conversation: string, seq: number): Promise<boolean> {
  let changed = false;
  const [messages, entries] = await Promise.all([
    Message.find({ conversation, delivery: { $exists: true } }, { delivery: 1 }).lean(),
    SearchEntry.find({ conversation, delivery: { $exists: true } }, { delivery: 1 }).lean(),
  ]);
  const now = new Map(messages.map(({ _id, delivery }) => [_id.toHexString(), { _id, delivery }]));
  for (const { _id } of entries)
    if (!now.has(_id.toHexString())) now.set(_id.toHexString(), { _id, delivery: undefined });
  const known = new Map(entries.map(({ _id, delivery }) => [_id.toHexString(), delivery]));
  for (const [id, { _id, delivery }] of now) {
    if (known.get(id) === delivery) continue;
    changed = true;
    await SearchEntry.updateOne(
      { _id },
      delivery === undefined ? { $set: { seq }, $unset: { delivery: 1 } } : { $set: { seq, delivery } },
    );
  }
  return changed;
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
