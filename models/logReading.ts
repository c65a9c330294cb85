import mongoose, { Schema } from 'mongoose';

/**
 * How far the log has been read into what the helpdesk lists and finds. One process at a time reads on; each portion
 * that it has written gets the next number, so that whoever knows a number can be told exactly what came after it.
 */
export interface LogReading {
  /** `log`: there is one. */
  _id: string;
  /** The number of the newest portion that is written completely. */
  seq: number;
  /** How it was listed: helpdesk/log/listingFormat.ts. */
  format?: number;
  /** Who reads on, and until when nobody else does. */
  leaseBy?: string;
  leaseUntil?: Date;
  /** Conversations have been read up to this lastMessageAt. */
  messagesUntil?: Date;
  /** … up to this stateChangedAt. */
  statesUntil?: Date;
  /** The audit log has been read up to this time: roles and domains change who belongs where. */
  auditUntil?: Date;
  /** What was said before it is removed; helpdesk/retention/. */
  removedBefore?: Date;
  /** How often a person was erased: what has shown their words until then is to be fetched again. */
  erasures?: number;
}

const schema = new Schema<LogReading>(
  {
    _id: { type: String, required: true },
    seq: { type: Number, required: true },
    format: Number,
    leaseBy: String,
    leaseUntil: Date,
    messagesUntil: Date,
    statesUntil: Date,
    auditUntil: Date,
    removedBefore: Date,
    erasures: Number,
  },
  { collection: 'logReadings', versionKey: false },
);

export const LogReading = mongoose.model<LogReading>('LogReading', schema);
