import mongoose, { Schema, type Types } from 'mongoose';

/** An MPSA contract (it: contratto). */
export interface Agreement {
  _id: Types.ObjectId;
  /** Ten digits, e.g. `4100012345`. */
  number: string;
  organization: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** IANA name, e.g. `Europe/Rome`; working days are counted in it. */
  timeZone: string;
  signedBy: { firstName: string; lastName: string; email?: string };
  partner?: Types.ObjectId;
  loadedAt: Date;
}

const schema = new Schema<Agreement>(
  {
    number: { type: String, required: true },
    organization: { type: String, required: true },
    country: { type: String, required: true },
    timeZone: { type: String, required: true },
    signedBy: {
      firstName: { type: String, required: true },
      lastName: { type: String, required: true },
      email: { type: String, lowercase: true },
    },
    partner: Schema.Types.ObjectId,
    loadedAt: { type: Date, required: true },
  },
  { collection: 'agreements' },
);
schema.index({ number: 1 }, { unique: true });
schema.index({ partner: 1 });

export const Agreement = mongoose.model<Agreement>('Agreement', schema);
