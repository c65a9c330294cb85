import { Types } from 'mongoose';
import { Message } from '../models/message.ts';
import { maskSecrets } from './maskSecrets.ts';
import type { UnsentMessage, UnsentTurn } from './unsentTurn.ts';

/** What became of one message of a turn. */
export interface Said {
  message: UnsentMessage;
  at: Date;
  activityId?: string;
  delivery: 'sent' | 'failed';
}

/**
 * Writes a turn into the conversation log as the person saw it, secrets masked: what came in and what was said, in one
 * insert.
 * @param withArrived false when what came in stands there already.
 */
export async function logTurn(
  conversation: string,
  turn: UnsentTurn,
  said: readonly Said[],
  withArrived = true,
): Promise<void> {
  const documents: Record<string, unknown>[] = [];
  const { arrived } = turn;
  if (arrived !== undefined && withArrived) {
    documents.push({
      _id: new Types.ObjectId(),
      conversation,
      at: new Date(turn.at),
      direction: 'in',
      ...present({ person: turn.person, ...arrived }),
      text: maskSecrets(arrived.text),
      ...(arrived.value !== undefined && { value: maskSecrets(arrived.value) }),
    });
  }
  for (const { message, at, activityId, delivery } of said) {
    documents.push({
      _id: new Types.ObjectId(),
      conversation,
      at,
      direction: 'out',
      ...present({ activityId, person: turn.person, walk: turn.walk, step: turn.step, fault: turn.fault }),
      text: maskSecrets(message.text ?? message.summary ?? ''),
      ...(message.card !== undefined && { card: maskSecrets(message.card) }),
      delivery,
    });
  }
  if (documents.length > 0) await Message.collection.insertMany(documents as never[]);
}

/** The fields that have a value: the store would keep an absent one as null. */
function present(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
