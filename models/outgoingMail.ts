import mongoose, { Schema } from 'mongoose';
import type { Notice } from './notice.ts';
import type { Recipient } from './pendingWork.ts';

export const outgoingMailStates = ['waiting', 'drafted', 'sent', 'failed', 'dropped'] as const;

/** What of a mail its answer must name (RFC 5322, 3.6.4). Message ids with their angle brackets. */
export interface AnsweredMail {
  messageId: string;
  references: string[];
  /** The subject line as it came. */
  subject: string;
}

/**
 * A mail that goes out: recorded first, sent after, once. The `_id` is that of the pending work that asked for it.
 * Its text is rendered when the draft is made and is not kept here: it may carry a link.
 */
export interface OutgoingMail {
  _id: string;
  to: Recipient;
  notice: Notice;
  /** Hash of the reference by which a reply to this mail is known; see onboarding/replyReference.ts. */
  replyHash?: string;
  /** The mail that this one answers, so that it stands in the same thread. */
  answers?: AnsweredMail;
  /** An earlier mail of ours to the same person, in whose thread this one stands. */
  follows?: string;
  /** `dropped`: overtaken before it was sent, e.g. an invitation that was sent again or revoked meanwhile. */
  state: (typeof outgoingMailStates)[number];
  /** Graph's immutable id of the draft, once recorded. */
  graphId?: string;
  attempts: number;
  /** When the sender must look at it next; absent when there is nothing to do any more. Also the lease. */
  dueAt?: Date;
  lastFault?: string;
  createdAt: Date;
  sentAt?: Date;
  /** When it was given up. */
  failedAt?: Date;
}

const schema = new Schema<OutgoingMail>(
  {
    _id: { type: String, required: true },
    to: { type: Schema.Types.Mixed, required: true },
    notice: { type: Schema.Types.Mixed, required: true },
    replyHash: String,
    answers: { type: new Schema({ messageId: String, references: [String], subject: String }, { _id: false }) },
    follows: String,
    state: { type: String, enum: outgoingMailStates, required: true },
    graphId: String,
    attempts: { type: Number, default: 0 },
    dueAt: Date,
    lastFault: String,
    createdAt: { type: Date, required: true },
    sentAt: Date,
    failedAt: Date,
  },
  { collection: 'outgoingMails', versionKey: false },
);
schema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
schema.index({ sentAt: 1 }, { partialFilterExpression: { sentAt: { $exists: true } } });
schema.index({ failedAt: 1 }, { partialFilterExpression: { failedAt: { $exists: true } } });
schema.index({ 'to.email': 1, createdAt: -1 });
schema.index({ 'notice.invitationId': 1 });
schema.index({ 'notice.requestId': 1 });
schema.index({ replyHash: 1 }, { unique: true, partialFilterExpression: { replyHash: { $exists: true } } });

export const OutgoingMail = mongoose.model<OutgoingMail>('OutgoingMail', schema);
