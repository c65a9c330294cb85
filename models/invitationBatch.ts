import mongoose, { Schema, type Types } from 'mongoose';
import { type Channel, channels } from './auditEntry.ts';
import { indexPendingWork, pendingWorkFields, type Recipient, type WithPendingWork } from './pendingWork.ts';
import type { Role } from './role.ts';

/** One person of a batch, as checked, and what became of the line. */
export interface BatchLine {
  /** 1-based, as in the file or the pasted text. */
  line: number;
  email: string;
  firstName: string;
  lastName: string;
  language: string;
  country: string;
  roles: Role[];
  /** Absent while waiting; `invited`, or the reason of the refusal. */
  result?: string;
}

/** Many people invited at once: up to 1,000, checked whole before the first is sent. */
export interface InvitationBatch extends WithPendingWork {
  _id: Types.ObjectId;
  purchasingAccount: Types.ObjectId;
  organization: string;
  startedBy: Recipient;
  channel: Channel;
  confirmOutsideDomain: boolean;
  lines: BatchLine[];
  done: number;
  state: 'running' | 'finished';
  createdAt: Date;
  finishedAt?: Date;
}

const schema = new Schema<InvitationBatch>(
  {
    purchasingAccount: { type: Schema.Types.ObjectId, required: true },
    organization: { type: String, required: true },
    startedBy: { type: Schema.Types.Mixed, required: true },
    channel: { type: String, enum: channels, required: true },
    confirmOutsideDomain: { type: Boolean, default: false },
    lines: { type: [Schema.Types.Mixed], default: [] } as never,
    done: { type: Number, default: 0 },
    state: { type: String, enum: ['running', 'finished'], required: true },
    createdAt: { type: Date, required: true },
    finishedAt: Date,
    ...pendingWorkFields,
  },
  { collection: 'invitationBatches' },
);
schema.index({ 'startedBy.email': 1, createdAt: -1 });
indexPendingWork(schema);

export const InvitationBatch = mongoose.model<InvitationBatch>('InvitationBatch', schema);
