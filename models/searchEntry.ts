import mongoose, { Schema, type Types } from 'mongoose';

/** What a message is found by. Derived from it outside of the turns; goes when the message goes. */
export interface SearchEntry {
  /** Message._id */
  _id: Types.ObjectId;
  at: Date;
  conversation: string;
  /**
   * Folded words, whole addresses and numbers, and keys such as `=channel:mail`; see helpdesk/log/messageKeys.ts. Not
   * indexed here but in models/searchBlock.ts.
   */
  words: string[];
  /** As the message had it when it was last looked at: whoever watches the conversation hears when it changes. */
  delivery?: string;
  /** Of the step of the log reading that wrote it last; see models/logReading.ts. */
  seq: number;
}

const schema = new Schema<SearchEntry>(
  {
    at: { type: Date, required: true },
    conversation: { type: String, required: true },
    words: { type: [String], required: true },
    delivery: String,
    seq: { type: Number, required: true },
  },
  { collection: 'searchEntries', versionKey: false },
);
schema.index({ at: -1 });
schema.index({ conversation: 1, seq: 1 });

export const SearchEntry = mongoose.model<SearchEntry>('SearchEntry', schema);
