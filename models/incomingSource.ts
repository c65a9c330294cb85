import mongoose, { Schema } from 'mongoose';

/**
 * The source of a mail that came in, from when it is recorded until the mail is filed; its mailbox has it for longer.
 * Beside its mail, not in it: a mail is written several times while it is dealt with, and a source is large.
 */
export interface IncomingSource {
  /** That of its mail. */
  _id: string;
  /** As it came. */
  mime: Buffer;
}

const schema = new Schema<IncomingSource>(
  { _id: { type: String, required: true }, mime: { type: Buffer, required: true } },
  { collection: 'incomingSources', versionKey: false },
);

export const IncomingSource = mongoose.model<IncomingSource>('IncomingSource', schema);
