import mongoose, { Schema } from 'mongoose';

/** How far the audit log's chain reached when it was last appended to: without it a tail that is cut off leaves no trace. */
export interface AuditHead {
  _id: 'head';
  seq: number;
  /** The hash of the entry with that number; empty for 0. */
  hash: string;
  /** Which secret the proof was made with. */
  key: string;
  /** HMAC-SHA-256 over number and hash, base64url: nobody else can say how far the chain reaches. */
  proof: string;
}

const schema = new Schema<AuditHead>(
  {
    _id: { type: String, required: true },
    seq: { type: Number, required: true },
    hash: { type: String },
    key: { type: String, required: true },
    proof: { type: String, required: true },
  },
  { collection: 'auditHeads', versionKey: false },
);

export const AuditHead = mongoose.model<AuditHead>('AuditHead', schema);
