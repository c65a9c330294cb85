import mongoose, { Schema } from 'mongoose';

/** An answer that the helpdesk gives often, to be put in and changed before it is sent. */
export interface CannedAnswer {
  _id: string;
  title: string;
  /** BCP 47, e.g. `it`. */
  language: string;
  /** With placeholders, see onboarding/helpdesk/cannedAnswers.ts. */
  text: string;
}

const schema = new Schema<CannedAnswer>(
  {
    _id: { type: String, required: true },
    title: { type: String, required: true },
    language: { type: String, required: true },
    text: { type: String, required: true },
  },
  { collection: 'cannedAnswers', versionKey: false },
);
schema.index({ title: 1, _id: 1 });

export const CannedAnswer = mongoose.model<CannedAnswer>('CannedAnswer', schema);
