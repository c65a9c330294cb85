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
  /**
   * Adaptive Card as cardText.ts writes it: once, for the wire and for the log. Not kept here where it stands in the log as it
   * is; see `cardIn`.
   */
  card?: string;
  /** The entry of the conversation log that has the card. */
  cardIn?: string;
  summary?: string;
  replaces?: string;
  rememberAs?: string;
  /** The entry of the conversation log, for what becomes of the message. */
  logged?: string;
}

/**
 * A turn that has been recorded and what is to be said in it. Kept in the conversation until all of it has been sent, so
 * that a process that dies between the two leaves nothing unsaid.
 */
export interface UnsentTurn {
  address: Address;
  /** Milliseconds since 1970. */
  at: number;
  messages: UnsentMessage[];
  /** How often sending failed. */
  tries?: number;
}
