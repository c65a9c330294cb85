import mongoose, { Schema } from 'mongoose';

/** Somebody of the helpdesk has seen that something is stuck, and wants it off the list until it changes. */
export interface StuckDismissal {
  /** Kind and id of the item, as `mail/65f…`. */
  _id: string;
  kind: string;
  /** How it stood then: in any other state it is on the list again. */
  as: string;
  by: string;
  at: Date;
}

const schema = new Schema<StuckDismissal>(
  {
    _id: { type: String, required: true },
    kind: { type: String, required: true },
    as: { type: String, required: true },
    by: { type: String, required: true },
    at: { type: Date, required: true },
  },
  { collection: 'stuckDismissals', versionKey: false },
);
schema.index({ kind: 1 });

export const StuckDismissal = mongoose.model<StuckDismissal>('StuckDismissal', schema);
