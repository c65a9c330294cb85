import mongoose, { Schema } from 'mongoose';

/** Somebody of the helpdesk has a conversation open in front of them. */
export interface HelpdeskWatch {
  _id: string;
  conversation: string;
  email: string;
  name: string;
  /** Renewed while they look at it; whoever is gone without a word is forgotten then. */
  until: Date;
}

const schema = new Schema<HelpdeskWatch>(
  {
    _id: { type: String, required: true },
    conversation: { type: String, required: true },
    email: { type: String, required: true },
    name: { type: String, required: true },
    until: { type: Date, required: true, expires: 0 },
  },
  { collection: 'helpdeskWatches', versionKey: false },
);
schema.index({ conversation: 1 });

export const HelpdeskWatch = mongoose.model<HelpdeskWatch>('HelpdeskWatch', schema);
