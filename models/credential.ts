import mongoose, { Schema } from 'mongoose';

/** A work account: how somebody proves at sign-in that an address is theirs (it: account aziendale). */
export interface Credential {
  /** Lower-cased work address. */
  _id: string;
  /** Of the password: scrypt with its parameters, as a PHC string; see onboarding/password/hashPassword.ts. */
  passwordHash?: string;
  /** Who it is in Microsoft Entra, from the first sign-in there: an address may be given to somebody else later. */
  microsoft?: { tenantId: string; objectId: string };
  createdAt: Date;
  passwordChangedAt?: Date;
}

const schema = new Schema<Credential>(
  {
    _id: { type: String, required: true, lowercase: true },
    passwordHash: String,
    microsoft: {
      type: new Schema(
        { tenantId: { type: String, required: true }, objectId: { type: String, required: true } },
        { _id: false },
      ),
    },
    createdAt: { type: Date, required: true },
    passwordChangedAt: Date,
  },
  { collection: 'credentials', versionKey: false },
);

export const Credential = mongoose.model<Credential>('Credential', schema);
