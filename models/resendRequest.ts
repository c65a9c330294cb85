import mongoose, { Schema, type Types } from 'mongoose';
import { type Channel, channels } from './auditEntry.ts';
import { indexPendingWork, pendingWorkFields, type WithPendingWork } from './pendingWork.ts';

/**
 * What somebody who may not know typed to have an administrator's invitation resent. It is written down whatever it
 * says and compared later by the worker, so that the answer takes the same work and time whatever matches
 * (product.md, walk 2). Forgotten after 30 days.
 */
export interface ResendRequest extends WithPendingWork {
  _id: Types.ObjectId;
  askedBy: string;
  channel: Channel;
  administratorEmail: string;
  agreementNumber: string;
  accountNumber: string;
  createdAt: Date;
}

const schema = new Schema<ResendRequest>(
  {
    askedBy: { type: String, required: true },
    channel: { type: String, enum: channels, required: true },
    administratorEmail: { type: String, required: true },
    agreementNumber: { type: String, required: true },
    accountNumber: { type: String, required: true },
    createdAt: { type: Date, required: true, expires: 30 * 24 * 60 * 60 },
    ...pendingWorkFields,
  },
  { collection: 'resendRequests' },
);
indexPendingWork(schema);

export const ResendRequest = mongoose.model<ResendRequest>('ResendRequest', schema);
