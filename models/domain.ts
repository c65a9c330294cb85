import mongoose, { Schema, type Types } from 'mongoose';
import { indexPendingWork, pendingWorkFields, type WithPendingWork } from './pendingWork.ts';

/** A domain associated with a purchasing account, verified by a TXT record (product.md, walk 5). */
export interface Domain extends WithPendingWork {
  _id: Types.ObjectId;
  /** ASCII (IDN in punycode), lower-cased, without a trailing dot. */
  name: string;
  purchasingAccount: Types.ObjectId;
  /** `removed`: kept for what still has to follow from it, and as history. */
  state: 'pending' | 'verified' | 'failed' | 'removed';
  /** Absent once it was removed, so that the name can be added anew. */
  associated?: true;
  /** The text of the TXT record to publish at the domain itself. */
  txtRecord: string;
  addedBy: string;
  addedAt: Date;
  verifiedAt?: Date;
  /** How often it was looked up since it was added or asked again. */
  checks: number;
  lastCheckedAt?: Date;
  /** TXT records that stood there at the last check, shortened; `fault` when the look-up itself failed. */
  found: string[];
  fault?: string;
  /** While failed: the record was there, but another account has verified the name. */
  takenByAnother?: true;
  /** When Usher stops looking by itself: 72 hours after it was added. */
  checksEndAt: Date;
}

const schema = new Schema<Domain>(
  {
    name: { type: String, required: true, lowercase: true },
    purchasingAccount: { type: Schema.Types.ObjectId, required: true },
    state: { type: String, enum: ['pending', 'verified', 'failed', 'removed'], required: true },
    associated: Boolean,
    txtRecord: { type: String, required: true },
    addedBy: { type: String, required: true },
    addedAt: { type: Date, required: true },
    verifiedAt: Date,
    checks: { type: Number, default: 0 },
    lastCheckedAt: Date,
    found: { type: [String], default: [] },
    fault: String,
    takenByAnother: Boolean,
    checksEndAt: { type: Date, required: true },
    ...pendingWorkFields,
  },
  { collection: 'domains' },
);
schema.index({ name: 1, purchasingAccount: 1 }, { unique: true, partialFilterExpression: { associated: true } });
// A domain belongs to one account once it is verified; two may still be trying.
schema.index({ name: 1 }, { unique: true, partialFilterExpression: { state: 'verified' } });
schema.index({ purchasingAccount: 1 });
schema.index({ checksEndAt: -1 }, { partialFilterExpression: { state: 'failed' } });
indexPendingWork(schema);

export const Domain = mongoose.model<Domain>('Domain', schema);
