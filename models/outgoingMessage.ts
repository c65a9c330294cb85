import mongoose, { Schema } from 'mongoose';
import type { Notice } from './notice.ts';
import type { Recipient } from './pendingWork.ts';

/**
 * A Teams message that Usher sends by itself: recorded first, sent after. The `_id` is that of the pending work that
 * asked for it. The activity's id is kept, so that the card can be replaced when it is answered elsewhere.
 */
export interface OutgoingMessage {
  _id: string;
  to: Recipient;
  notice: Notice;
  state: 'waiting' | 'sent' | 'failed';
  attempts: number;
  /** When the sender must look at it next; absent when there is nothing to do any more. Also the lease. */
  dueAt?: Date;
  lastFault?: string;
  createdAt: Date;
  sentAt?: Date;
  /** When it was given up after many tries; one that could not reach anybody, or had nothing to say, was not. */
  failedAt?: Date;
  /** Where it went, once sent. */
  conversationId?: string;
  activityId?: string;
}

const schema = new Schema<OutgoingMessage>(
  {
    _id: { type: String, required: true },
    to: { type: Schema.Types.Mixed, required: true },
    notice: { type: Schema.Types.Mixed, required: true },
    state: { type: String, enum: ['waiting', 'sent', 'failed'], required: true },
    attempts: { type: Number, default: 0 },
    dueAt: Date,
    lastFault: String,
    createdAt: { type: Date, required: true },
    sentAt: Date,
    failedAt: Date,
    conversationId: String,
    activityId: String,
  },
  { collection: 'outgoingMessages', versionKey: false },
);
schema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
schema.index({ failedAt: 1 }, { partialFilterExpression: { failedAt: { $exists: true } } });
schema.index({ 'notice.requestId': 1 });
schema.index({ 'to.email': 1, createdAt: -1 });

export const OutgoingMessage = mongoose.model<OutgoingMessage>('OutgoingMessage', schema);
