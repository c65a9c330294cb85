import mongoose, { Schema } from 'mongoose';

/** What somebody of the helpdesk may: look, or also act; the least first. The values are those of the role claim. */
export const helpdeskRoles = ['Helpdesk.Read', 'Helpdesk.Act'] as const;
export type HelpdeskRole = (typeof helpdeskRoles)[number];

/**
 * Somebody of the helpdesk, signed in to the console on one browser. Apart from the sessions of the pages: neither opens
 * the other's door. What the browser holds is known here by its hash only.
 */
export interface OperatorSession {
  /** SHA-256 of the session's id, base64url. */
  _id: string;
  /** Lower-cased, as at sign-in. */
  email: string;
  name: string;
  /** At least one. A role that is taken away ends with the session. */
  roles: HelpdeskRole[];
  /** `teams`: by the single sign-on of a tab; `link`: by a link of local mode. */
  provenBy: 'microsoft' | 'teams' | 'link';
  startedAt: Date;
  lastSeenAt: Date;
  /** When it ends unless it is used again before. */
  endsAt: Date;
}

const schema = new Schema<OperatorSession>(
  {
    _id: { type: String, required: true },
    email: { type: String, required: true, lowercase: true },
    name: { type: String, required: true },
    roles: { type: [{ type: String, enum: helpdeskRoles }], required: true },
    provenBy: { type: String, enum: ['microsoft', 'teams', 'link'], required: true },
    startedAt: { type: Date, required: true },
    lastSeenAt: { type: Date, required: true },
    endsAt: { type: Date, required: true, expires: 0 },
  },
  { collection: 'operatorSessions', versionKey: false },
);

export const OperatorSession = mongoose.model<OperatorSession>('OperatorSession', schema);
