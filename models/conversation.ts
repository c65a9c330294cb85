import mongoose, { Schema } from 'mongoose';

/** One chat with Usher: where it stands, so that a walk survives a restart, and who waits for whom. */
export interface Conversation {
  /** Channel and the channel's conversation id, e.g. `teams:a:1x…`. */
  _id: string;
  channel: 'teams' | 'mail';
  /** The person's address, once known. */
  person?: string;
  /** botbuilder's dialog stack and the turn's memory, as one opaque value. */
  state?: Record<string, unknown>;
  /** Counts the writes of `state`: a write of an older version is refused. */
  version: number;
  /** Ids of the last activities that were dealt with: the same one again is not acted on again. */
  recentActivityIds: string[];
  language?: string;
  /** The walk that is going on, for the helpdesk. */
  walk?: string;
  step?: string;
  waitingForPersonSince?: Date;
  startedAt: Date;
  lastMessageAt: Date;
}

const schema = new Schema<Conversation>(
  {
    _id: { type: String, required: true },
    channel: { type: String, enum: ['teams', 'mail'], required: true },
    person: String,
    state: Schema.Types.Mixed,
    version: { type: Number, default: 0 },
    recentActivityIds: { type: [String], default: [] },
    language: String,
    walk: String,
    step: String,
    waitingForPersonSince: Date,
    startedAt: { type: Date, required: true },
    lastMessageAt: { type: Date, required: true },
  },
  { collection: 'conversations', versionKey: false, minimize: false },
);
schema.index({ lastMessageAt: -1 });
schema.index({ person: 1, lastMessageAt: -1 });
schema.index({ waitingForPersonSince: 1 }, { partialFilterExpression: { waitingForPersonSince: { $exists: true } } });

export const Conversation = mongoose.model<Conversation>('Conversation', schema);
