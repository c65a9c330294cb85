import mongoose, { Schema, type Types } from 'mongoose';
import { type Channel, channels } from './auditEntry.ts';
import { indexPendingWork, pendingWorkFields, type Recipient, type WithPendingWork } from './pendingWork.ts';
import { type Role, roles } from './role.ts';

const accessRequestStates = ['open', 'approved', 'denied', 'withdrawn'] as const;

/** What an employee asks the administrators of an account for. Answerable once; the first answer counts. */
export interface AccessRequest extends WithPendingWork {
  _id: Types.ObjectId;
  kind: 'invitation' | 'role';
  purchasingAccount: Types.ObjectId;
  organization: string;
  accountNumber: string;
  requester: Recipient;
  /** ISO 3166-1 alpha-2, for the invitation that may follow. */
  country: string;
  /** Roles asked for; may be empty. */
  roles: Role[];
  message: string;
  state: (typeof accessRequestStates)[number];
  /** Addresses of those who were asked and may decide. */
  deciders: string[];
  createdAt: Date;
  decision?: {
    by: string;
    byName: string;
    at: Date;
    channel: Channel;
    roles: Role[];
    reason: string;
    /** The mail that it was made with: taken up again after a crash, it finds that it is done. */
    origin?: string;
  };
}

const schema = new Schema<AccessRequest>(
  {
    kind: { type: String, enum: ['invitation', 'role'], required: true },
    purchasingAccount: { type: Schema.Types.ObjectId, required: true },
    organization: { type: String, required: true },
    accountNumber: { type: String, required: true },
    requester: {
      type: new Schema<Recipient>(
        {
          email: { type: String, required: true, lowercase: true },
          firstName: { type: String, default: '' },
          lastName: { type: String, default: '' },
          language: { type: String, required: true },
        },
        { _id: false },
      ),
      required: true,
    },
    country: { type: String, required: true },
    roles: { type: [{ type: String, enum: roles }], default: [] },
    message: { type: String, default: '' },
    state: { type: String, enum: accessRequestStates, required: true },
    deciders: { type: [String], default: [] },
    createdAt: { type: Date, required: true },
    decision: {
      type: new Schema(
        {
          by: { type: String, required: true },
          byName: { type: String, default: '' },
          at: { type: Date, required: true },
          channel: { type: String, enum: channels, required: true },
          roles: { type: [{ type: String, enum: roles }], default: [] },
          reason: { type: String, default: '' },
          origin: String,
        },
        { _id: false },
      ),
    },
    ...pendingWorkFields,
  },
  { collection: 'accessRequests' },
);
// One open request of a kind per person and account: asking twice finds the first.
schema.index(
  { 'requester.email': 1, purchasingAccount: 1, kind: 1 },
  { unique: true, partialFilterExpression: { state: 'open' } },
);
schema.index({ 'requester.email': 1, createdAt: -1 });
schema.index({ deciders: 1, state: 1 });
schema.index({ 'decision.at': 1 }, { partialFilterExpression: { 'decision.at': { $exists: true } } });
schema.index({ purchasingAccount: 1, createdAt: -1 });
indexPendingWork(schema);

export const AccessRequest = mongoose.model<AccessRequest>('AccessRequest', schema);
