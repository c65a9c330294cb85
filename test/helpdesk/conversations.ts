import { Types } from 'mongoose';
import { startLogReader } from '../../helpdesk/log/logReader.ts';
import { Conversation } from '../../models/conversation.ts';
import { Message } from '../../models/message.ts';

/** Minutes after this. */
export const begin = new Date('2026-11-02T08:00:00Z');

export function minute(minutes: number): Date {
  return new Date(begin.getTime() + minutes * 60_000);
}

/** One thing that is said. */
export type Said = Partial<Omit<Message, '_id' | 'conversation'>> & { text: string };

/** Writes what is said in a conversation, as the bot or the mail does. @returns the messages' ids, as text. */
export async function say(
  conversation: string,
  messages: readonly Said[],
  changes: Partial<Conversation> = {},
): Promise<string[]> {
  const written = messages.map((message) => ({
    _id: new Types.ObjectId(),
    conversation,
    at: begin,
    direction: 'in' as const,
    ...(changes.person !== undefined && { person: changes.person }),
    ...message,
  }));
  await Message.insertMany(written);
  const last = written.at(-1)?.at ?? begin;
  await Conversation.updateOne(
    { _id: conversation },
    {
      $set: { lastMessageAt: last, ...changes },
      $setOnInsert: {
        ...(changes.channel === undefined && { channel: conversation.split(':')[0] as 'teams' | 'mail' }),
        ...(changes.startedAt === undefined && { startedAt: written[0]?.at ?? begin }),
      },
    },
    { upsert: true },
  );
  return written.map(({ _id }) => _id.toHexString());
}

/** Reads the log as a process does that has just been started. */
export async function readLog(): Promise<void> {
  const reader = startLogReader({ log: { error: console.error } });
  await reader.catchUp();
  await reader.stop();
}
