import mongoose, { Schema, type Types } from 'mongoose';
import { type WalkNote, walkNoteSchema } from './walkNote.ts';

/** One message of a conversation as the person saw it, secrets masked; what the helpdesk reads. */
export interface Message {
  _id: Types.ObjectId;
  conversation: string;
  at: Date;
  /** A note is of the helpdesk, for the helpdesk. */
  direction: 'in' | 'out' | 'note';
  /** Who of the helpdesk wrote it. */
  operator?: { email: string; name: string };
  /** The activity's id, where the channel gave one. */
  activityId?: string;
  /** The person's address, if known. */
  person?: string;
  text: string;
  /** Of a mail: the id of its record, incoming or outgoing. */
  mail?: string;
  /** Of a mail. */
  subject?: string;
  /** Of a mail, as it came or was sent, secrets masked; whoever shows it must make it harmless. */
  html?: string;
  /** Adaptive Card as sent, as JSON text; secrets masked. To be made whole before it is shown (cards/wholeCard.ts). */
  card?: string;
  /** The submitted values, as JSON text (their names are whatever somebody sent); secrets masked. */
  value?: string;
  /** What Usher understood of a sentence. */
  understood?: { intent: string; confidence: number; language?: string; data?: Record<string, unknown> };
  walk?: string;
  step?: string;
  /** What the turn did on walks, each run once. */
  walks?: WalkNote[];
  /** Of a sentence that Usher made nothing of: its words, folded and secrets masked, so that the same ones are counted together. */
  notUnderstood?: string;
  /** What was done or refused: a name of language/outcome.ts. */
  outcome?: string;
  /** The reference that the person was given when something broke. */
  fault?: string;
  /** `failed`: it never reached the person. `bounced`: a mail, which came back. `waiting`: of mails and the helpdesk's words, until they are sent. */
  delivery?: 'failed' | 'waiting' | 'bounced';
}

const schema = new Schema<Message>(
  {
    conversation: { type: String, required: true },
    at: { type: Date, required: true },
    direction: { type: String, enum: ['in', 'out', 'note'], required: true },
    operator: { type: new Schema({ email: String, name: String }, { _id: false }) },
    activityId: String,
    person: String,
    text: { type: String, default: '' },
    mail: String,
    subject: String,
    html: String,
    card: String,
    value: String,
    understood: Schema.Types.Mixed,
    walk: String,
    step: String,
    walks: { type: [walkNoteSchema], default: undefined },
    notUnderstood: String,
    outcome: String,
    fault: String,
    delivery: String,
  },
  { collection: 'messages', versionKey: false, minimize: false },
);
// The entries of one turn have one time: their ids give the order.
schema.index({ conversation: 1, at: 1, _id: 1 });
schema.index({ person: 1, at: -1 });
// Few messages are in it: a turn has nothing to do for it.
schema.index({ at: -1 }, { name: 'notUnderstood', partialFilterExpression: { notUnderstood: { $exists: true } } });

export const Message = mongoose.model<Message>('Message', schema);
