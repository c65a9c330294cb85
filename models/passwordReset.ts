import mongoose, { Schema, type Types } from 'mongoose';
import { indexPendingWork, pendingWorkFields, type WithPendingWork } from './pendingWork.ts';

/**
 * An address that somebody typed under *Forgot your password?*. It is written down whatever it says and looked up later
 * by the worker, so that the answer takes the same work and time whether there is such an account. Forgotten after a day.
 */
export interface PasswordReset extends WithPendingWork {
  _id: Types.ObjectId;
  /** Lower-cased. */
  email: string;
  /** In which it was asked, for who has not chosen one. BCP 47. */
  language: string;
  createdAt: Date;
}

const schema = new Schema<PasswordReset>(
  {
    email: { type: String, required: true, lowercase: true },
    language: { type: String, required: true },
    createdAt: { type: Date, required: true, expires: 24 * 60 * 60 },
    ...pendingWorkFields,
  },
  { collection: 'passwordResets', versionKey: false },
);
indexPendingWork(schema);

export const PasswordReset = mongoose.model<PasswordReset>('PasswordReset', schema);
