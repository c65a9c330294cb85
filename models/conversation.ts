import mongoose, { Schema } from 'mongoose';
import { indexPendingWork, pendingWorkFields, type WithPendingWork } from './pendingWork.ts';

/** One chat with Usher: where it stands, so that a walk survives a restart, and who waits for whom. */
export interface Conversation extends WithPendingWork {
  /** Channel and the channel's conversation id, e.g. `teams:a:1x…`. */
  _id: string;
  channel: 'teams' | 'mail';
  /** The person's address, once known. */
  person?: string;
  /**
   * What the walks remember, botbuilder's dialog stack among it: one opaque value, as JSON text, because its names are
   * not Usher's to choose (a field name may not begin with `$` everywhere) and because text is cheap to keep.
   */
  state?: string;
  /** Counts the turns that were written: a write that builds on an older version is refused. */
  version: number;
  /** Ids of the last activities that were dealt with, one per line: the same one again is not acted on again. */
  recentActivityIds?: string;
  /** Turns that are recorded and whose messages may not have been sent yet, as JSON text; bot/unsentTurn.ts. */
  unsent?: string;
  /** Set together with `unsent`, for the index. */
  hasUnsent?: boolean;
  /** Until when one of several Usher processes has this conversation for itself. */
  leaseUntil?: Date;
  /** Usher is installed here and has greeted; unset when it was removed. */
  installed?: boolean;
  language?: string;
  /** The walk that is going on, for the helpdesk. */
  walk?: string;
  step?: string;
  waitingForPersonSince?: Date;
  /** Who of the helpdesk speaks here: Usher is silent meanwhile. */
  joined?: {
    by: { email: string; name: string };
    at: Date;
    /** When the operator last did something; after half an hour without, the conversation is handed back. */
    lastAt: Date;
  };
  /** The helpdesk is done with it, until the person writes again. */
  doneAt?: Date;
  /** When something else than a message last changed what the helpdesk's list shows. */
  stateChangedAt?: Date;
  startedAt: Date;
  lastMessageAt: Date;
}

const schema = new Schema<Conversation>(
  {
    _id: { type: String, required: true },
    channel: { type: String, enum: ['teams', 'mail'], required: true },
    person: String,
    state: String,
    version: { type: Number, default: 0 },
    recentActivityIds: String,
    unsent: String,
    hasUnsent: Boolean,
    leaseUntil: Date,
    installed: Boolean,
    language: String,
    walk: String,
    step: String,
    waitingForPersonSince: Date,
    joined: {
      type: new Schema(
        {
          by: { type: new Schema({ email: String, name: String }, { _id: false }) },
          at: Date,
          lastAt: Date,
        },
        { _id: false },
      ),
    },
    doneAt: Date,
    stateChangedAt: Date,
    ...pendingWorkFields,
    startedAt: { type: Date, required: true },
    lastMessageAt: { type: Date, required: true },
  },
  { collection: 'conversations', versionKey: false, minimize: false },
);
schema.index({ lastMessageAt: -1 });
schema.index({ person: 1, lastMessageAt: -1 });
schema.index({ hasUnsent: 1 }, { partialFilterExpression: { hasUnsent: { $exists: true } } });
schema.index({ waitingForPersonSince: 1 }, { partialFilterExpression: { waitingForPersonSince: { $exists: true } } });
schema.index({ stateChangedAt: 1 }, { partialFilterExpression: { stateChangedAt: { $exists: true } } });
schema.index({ 'joined.lastAt': 1 }, { partialFilterExpression: { 'joined.lastAt': { $exists: true } } });
indexPendingWork(schema, { few: true });

export const Conversation = mongoose.model<Conversation>('Conversation', schema);
