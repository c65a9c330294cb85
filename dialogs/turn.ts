import type { TurnContext } from 'botbuilder';
import type { Outcome } from '../language/outcome.ts';
import type { WalkNote } from '../models/walkNote.ts';
import type { Actor } from '../onboarding/actor.ts';

/** What the bot hands to the walks for one activity. */
export interface Turn {
  /** What arrived, already validated at the door. */
  input:
    | { kind: 'text'; text: string }
    | {
        kind: 'submit';
        value: Record<string, unknown>;
        /** id of the activity that carried the card, where the channel tells it */
        cardActivityId?: string;
      }
    | { kind: 'file'; name: string; text: string }
    | { kind: 'unreadableFile'; name: string; problem: 'tooLarge' | 'notText' | 'unreachable' }
    | { kind: 'installed' };
  /** botbuilder's, for botbuilder-dialogs; do not send through it: use say() */
  context: TurnContext;
  /** Conversation._id */
  conversationId: string;
  actor: Actor;
  /** The language that the person chose, if ever; it wins over the one they write in. */
  preferredLanguage?: string;
  /** BCP 47 locale of the client, e.g. `it-IT`. */
  clientLocale?: string;
  /** What the walks remember of this conversation: JSON, changed in place, saved by the bot with the turn when it succeeds. */
  memory: Record<string, unknown>;
  /** Queues a message to the person: sent in order when the turn has succeeded and is recorded. */
  say(message: OutMessage): void;
  /** For the conversation log and the helpdesk. */
  note(facts: {
    understood?: { intent: string; confidence: number; language?: string; data?: Record<string, unknown> };
    walk?: string | null;
    step?: string | null;
    /** What was done on walks; once a turn. */
    walks?: WalkNote[];
    /** The sentence was not understood: its words, as `Message.notUnderstood` has them. */
    notUnderstood?: string;
    language?: string;
    /** What was done or refused; the last one counts. */
    outcome?: Outcome;
  }): void;
}

export interface OutMessage {
  text?: string;
  /** Adaptive Card (≤ 1.5, ≤ 28 KB). */
  card?: Record<string, unknown>;
  /** Plain-text summary of the card for notifications and the log; required with a card. */
  summary?: string;
  /** Replaces an earlier card instead of sending a new message. */
  replaces?: { activityId: string };
  /** Remember the sent activity's id under this key of `memory.sentCards` (Record<string,string>). */
  rememberAs?: string;
}

/** The walks as the bot sees them. */
export interface Walks {
  onTurn(turn: Turn): Promise<void>;
}
