import type { Message } from '../models/message.ts';

/** Where an answer goes: what is needed of the activity that it answers. Plain JSON, kept with what is unsent. */
export interface Address {
  channelId: string;
  serviceUrl: string;
  conversation: { id: string } & Record<string, unknown>;
  bot: { id: string; name?: string };
  user: { id: string; name?: string };
  /** The activity that is answered. */
  replyTo?: string;
  locale?: string;
}

/** One message of a turn, as it is to be sent. */
export interface UnsentMessage {
  text?: string;
  /** Adaptive Card as JSON text: made once, for the wire, the log and this record. */
  card?: string;
  summary?: string;
  replaces?: string;
  rememberAs?: string;
}

/**
 * A turn that has been recorded: what came in, as it will stand in the conversation log, and what is to be said. Kept in
 * the conversation until all of it has been sent, so that a process that dies between the two leaves nothing unsaid.
 */
export interface UnsentTurn {
  address: Address;
  person?: string;
  /** Milliseconds since 1970. */
  at: number;
  arrived?: Pick<Message, 'activityId' | 'text' | 'value' | 'understood' | 'walk' | 'step' | 'fault'>;
  messages: UnsentMessage[];
  /** How many of the messages have been sent already. */
  sent?: number;
  /** Walk and step after the turn, and the reference when something broke: for the log of what is said. */
  walk?: string;
  step?: string;
  fault?: string;
}
