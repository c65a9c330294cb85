import { Conversation } from '../models/conversation.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import type { House } from './house.ts';
import { now } from './now.ts';

export interface AskForPersonInput {
  conversationId: string;
  /** Kept in the transcript by whoever calls; not needed here. */
  reason?: string;
}

export type AskForPersonResult = { outcome: 'queued'; since: Date };

/** Puts a conversation into the helpdesk's queue (product.md, walk 7); asking again keeps the place in it. */
export async function askForPerson(_house: House, actor: Actor, input: AskForPersonInput): Promise<AskForPersonResult> {
  const at = now();
  const _id = input.conversationId;
  const queued = await Conversation.findOneAndUpdate(
    { _id, waitingForPersonSince: { $exists: false } },
    { $set: { waitingForPersonSince: at } },
    { returnDocument: 'after', projection: { waitingForPersonSince: 1 } },
  ).lean();
  if (queued) return { outcome: 'queued', since: at };
  const conversation = await Conversation.findOneAndUpdate(
    { _id },
    {
      $setOnInsert: {
        channel: actor.channel === 'mail' ? 'mail' : 'teams',
        person: actorAddress(actor),
        version: 0,
        recentActivityIds: [],
        startedAt: at,
        lastMessageAt: at,
        waitingForPersonSince: at,
      },
    },
    { upsert: true, returnDocument: 'after', projection: { waitingForPersonSince: 1 } },
  ).lean();
  return { outcome: 'queued', since: conversation?.waitingForPersonSince ?? at };
}
