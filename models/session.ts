import mongoose, { Schema } from 'mongoose';

/** Somebody signed in on one browser. What the browser holds is known here by its hash only. */
export interface Session {
  /** SHA-256 of the session's id, base64url. */
  _id: string;
  /** Lower-cased work address, proven at sign-in. */
  email: string;
  /** As known at sign-in, for somebody who is not in yet. */
  firstName: string;
  lastName: string;
  /** BCP 47. */
  language: string;
  provenBy: 'password' | 'microsoft' | 'invitation';
  /** How often the person's password had been changed when it began; after the next time it has ended. */
  passwordChanges: number;
  startedAt: Date;
  lastSeenAt: Date;
  /** When it ends unless it is used again before. */
  endsAt: Date;
}

const schema = new Schema<Session>(
  {
    _id: { type: String, required: true },
    email: { type: String, required: true, lowercase: true },
    firstName: { type: String, default: '' },
    lastName: { type: String, default: '' },
    language: { type: String, required: true },
    provenBy: { type: String, enum: ['password', 'microsoft', 'invitation'], required: true },
    passwordChanges: { type: Number, default: 0 },
    startedAt: { type: Date, required: true },
    lastSeenAt: { type: Date, required: true },
    endsAt: { type: Date, required: true, expires: 0 },
  },
  { collection: 'sessions', versionKey: false },
);
schema.index({ email: 1 });

export const Session = mongoose.model<Session>('Session', schema);
