import { Conversation } from '../models/conversation.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import type { House } from './house.ts';
import { isDuplicateKey } from './isDuplicateKey.ts';
import { now } from './now.ts';

export interface AskForPersonInput {
  conversationId: string;
  /** Stands in the transcript; not needed here. */
  reason?: string;
}

export type AskForPersonResult = { outcome: 'queued'; since: Date };

/** Puts a conversation into the helpdesk's queue (product.md, walk 7); asking again keeps the place in it. */
export async function askForPerson(_house: House, actor: Actor, input: AskForPersonInput): Promise<AskForPersonResult> {
  const at = now();
  const _id = input.conversationId;
  const queue = () =>
    Conversation.updateOne({ _id, waitingForPersonSince: { $exists: false } }, { $set: { waitingForPersonSince: at } });
  if ((await queue()).matchedCount > 0) return { outcome: 'queued', since: at };
  const since = async () =>
    (await Conversation.findById(_id, { waitingForPersonSince: 1 }).lean())?.waitingForPersonSince;
  const before = await since();
  if (before) return { outcome: 'queued', since: before };
  try {
    await Conversation.create({
      _id,
      channel: actor.channel === 'mail' ? 'mail' : 'teams',
      person: actorAddress(actor),
      startedAt: at,
      lastMessageAt: at,
      waitingForPersonSince: at,
    });
    return { outcome: 'queued', since: at };
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
    // Somebody else has written it down in this instant.
    await queue();
    return { outcome: 'queued', since: (await since()) ?? at };
  }
}
