import mongoose, { Schema } from 'mongoose';
import type { Notice } from './notice.ts';
import type { Recipient } from './pendingWork.ts';

export const outgoingMailStates = ['waiting', 'drafted', 'sent', 'failed', 'dropped'] as const;

/**
 * A mail that goes out: recorded first, sent after, once. The `_id` is that of the pending work that asked for it.
 * Its text is rendered when the draft is made and is not kept here: it may carry a link.
 */
export interface OutgoingMail {
  _id: string;
  to: Recipient;
  notice: Notice;
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
}

const schema = new Schema<OutgoingMail>(
  {
    _id: { type: String, required: true },
    to: { type: Schema.Types.Mixed, required: true },
    notice: { type: Schema.Types.Mixed, required: true },
    state: { type: String, enum: outgoingMailStates, required: true },
    graphId: String,
    attempts: { type: Number, default: 0 },
    dueAt: Date,
    lastFault: String,
    createdAt: { type: Date, required: true },
    sentAt: Date,
  },
  { collection: 'outgoingMails', versionKey: false },
);
schema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
schema.index({ 'to.email': 1, createdAt: -1 });
schema.index({ 'notice.invitationId': 1 });

export const OutgoingMail = mongoose.model<OutgoingMail>('OutgoingMail', schema);
