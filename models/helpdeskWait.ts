import mongoose, { Schema } from 'mongoose';

/** How long somebody waited for a person of the helpdesk; for the figures, without what was said. */
export interface HelpdeskWait {
  /** That of the pending work that noted it. */
  _id: string;
  conversation: string;
  since: Date;
  /** When somebody joined, or was done with it. */
  until: Date;
}

const schema = new Schema<HelpdeskWait>(
  {
    _id: { type: String, required: true },
    conversation: { type: String, required: true },
    since: { type: Date, required: true },
    until: { type: Date, required: true },
  },
  { collection: 'helpdeskWaits', versionKey: false },
);
schema.index({ until: -1 });

export const HelpdeskWait = mongoose.model<HelpdeskWait>('HelpdeskWait', schema);
