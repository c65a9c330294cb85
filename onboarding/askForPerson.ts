import { Conversation } from '../models/conversation.ts';
import type { Actor } from './actor.ts';
import { actorAddress } from './actorAddress.ts';
import { addWork } from './addWork.ts';
import { firstWork } from './firstWork.ts';
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
    Conversation.updateOne(
      { _id, waitingForPersonSince: { $exists: false }, joined: { $exists: false } },
      {
        $set: { waitingForPersonSince: at, stateChangedAt: at },
        $unset: { doneAt: 1 },
        ...addWork([{ kind: 'announceWaiting', since: at }]),
      },
    );
  if ((await queue()).matchedCount > 0) return { outcome: 'queued', since: at };
  const since = async () => {
    const standing = await Conversation.findById(_id, { waitingForPersonSince: 1, joined: 1 }).lean();
    // Where somebody of the helpdesk is already, nobody has to come.
    return standing?.waitingForPersonSince ?? standing?.joined?.at;
  };
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
      stateChangedAt: at,
      ...firstWork([{ kind: 'announceWaiting', since: at }]),
    });
    return { outcome: 'queued', since: at };
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
    // Somebody else has written it down in this instant.
    await queue();
    return { outcome: 'queued', since: (await since()) ?? at };
  }
}
