import { Types } from 'mongoose';
import { Message } from '../models/message.ts';
import { logDelivery } from '../onboarding/logDelivery.ts';
import { maskSecrets } from '../onboarding/maskSecrets.ts';
import { present } from '../onboarding/present.ts';
import type { UnsentMessage } from './unsentTurn.ts';

/** What came in, as far as the log shows it. */
export type Arrived = Pick<
  Message,
  'activityId' | 'text' | 'value' | 'understood' | 'notUnderstood' | 'walk' | 'step' | 'outcome' | 'fault'
>;

/** A turn for the conversation log. */
export interface LoggedTurn {
  conversation: string;
  /** The person's address. */
  person?: string;
  at: Date;
  /** Absent when Usher speaks by itself. */
  arrived?: Arrived;
  messages: readonly UnsentMessage[];
  /** Where the walk stands after the turn. */
  walk?: string;
  step?: string;
  /** What was done on walks. */
  walks?: Message['walks'];
  /** The reference that the person is given, when something broke. */
  fault?: string;
}

/** A turn on its way into the log. */
export interface LoggingTurn {
  messages: UnsentMessage[];
  entries: Types.ObjectId[];
  written: Promise<unknown>;
}

/**
 * Writes a turn into the conversation log as the person sees it, secrets masked: what came in and what is said, in one
 * insert.
 * @returns the messages, each with its entry of the log, and when the log is written. A card that stands there as it is
 *   need not be recorded a second time.
 */
export function logTurn(turn: LoggedTurn): LoggingTurn {
  const { conversation, person, at, arrived, walk, step, walks, fault } = turn;
  const entries: Record<string, unknown>[] = [];
  if (arrived !== undefined) {
    entries.push({
      _id: new Types.ObjectId(),
      conversation,
      at,
      direction: 'in',
      ...present({ person, ...arrived }),
      text: maskSecrets(arrived.text),
      ...(arrived.value !== undefined && { value: maskSecrets(arrived.value) }),
    });
  }
  const messages = turn.messages.map((message) => {
    const _id = new Types.ObjectId();
    const card = message.card === undefined ? undefined : maskSecrets(message.card);
    entries.push({
      _id,
      conversation,
      at,
      direction: 'out',
      ...present({ person, walk, step, fault, card }),
      text: maskSecrets(message.text ?? message.summary ?? ''),
    });
    const id = _id.toHexString();
    return { ...message, logged: id, ...(card !== undefined && card === message.card && { cardIn: id }) };
  });
  // Once a turn: each run is counted by it.
  if (walks !== undefined && entries[0] !== undefined) entries[0].walks = walks;
  const written = entries.length > 0 ? Message.collection.insertMany(entries as never[]) : Promise.resolve();
  return { messages, entries: entries.map(({ _id }) => _id as Types.ObjectId), written };
}

/** Takes a turn out of the log again that could not be recorded: it is taken a second time. */
export async function unlogTurn({ entries, written }: LoggingTurn): Promise<void> {
  await written;
  await Message.deleteMany({ _id: { $in: entries } });
}

/** Notes that a message never reached the person. */
export async function logFailure(message: UnsentMessage): Promise<void> {
  if (message.logged !== undefined) await logDelivery(new Types.ObjectId(message.logged), 'failed');
}

/** @returns the card of a message that was recorded by its entry in the log. */
export async function loggedCard(message: UnsentMessage): Promise<string | undefined> {
  if (message.card !== undefined || message.cardIn === undefined) return message.card;
  return (await Message.findById(message.cardIn).lean())?.card;
}
