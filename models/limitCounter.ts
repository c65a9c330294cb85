import mongoose, { Schema } from 'mongoose';

/** How often something was done in one window of time, e.g. `resend:person:marco@contoso.com:2026-11-23T10`. */
export interface LimitCounter {
  _id: string;
  count: number;
  expiresAt: Date;
  /** Pieces of work that were counted: carried out again, they are not counted again. */
  countedFor?: string[];
}

const schema = new Schema<LimitCounter>(
  {
    _id: { type: String, required: true },
    count: { type: Number, required: true },
    countedFor: { type: [String], default: undefined },
    expiresAt: { type: Date, required: true, expires: 0 },
  },
  { collection: 'limitCounters', versionKey: false },
);

export const LimitCounter = mongoose.model<LimitCounter>('LimitCounter', schema);
