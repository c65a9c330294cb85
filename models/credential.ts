import mongoose, { Schema } from 'mongoose';
import { indexPendingWork, pendingWorkFields, type WithPendingWork } from './pendingWork.ts';

/** A work account: how somebody proves at sign-in that an address is theirs (it: account aziendale). */
export interface Credential extends WithPendingWork {
  /** Lower-cased work address. */
  _id: string;
  /** Of the password: scrypt with its parameters, as a PHC string; see onboarding/password/hashPassword.ts. */
  passwordHash?: string;
  /** Who it is in Microsoft Entra, from the first sign-in there: an address may be given to somebody else later. */
  microsoft?: { tenantId: string; objectId: string };
  createdAt: Date;
  passwordChangedAt?: Date;
  /** How often the password was changed: a session that began before the last time has ended. */
  passwordChanges?: number;
  /** The newest link for a new password; older ones are dead. */
  reset?: {
    /** Of the PasswordReset that asked for it; the link is derived from it. */
    id: string;
    /** SHA-256 of the link's token, base64url. */
    tokenHash: string;
    askedAt: Date;
    expiresAt: Date;
    usedAt?: Date;
  };
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
    passwordChanges: Number,
    reset: {
      type: new Schema(
        {
          id: { type: String, required: true },
          tokenHash: { type: String, required: true },
          askedAt: { type: Date, required: true },
          expiresAt: { type: Date, required: true },
          usedAt: Date,
        },
        { _id: false, id: false },
      ),
    },
    ...pendingWorkFields,
  },
  { collection: 'credentials', versionKey: false },
);

schema.index({ 'reset.tokenHash': 1 });
indexPendingWork(schema);

export const Credential = mongoose.model<Credential>('Credential', schema);
