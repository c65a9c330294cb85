import mongoose, { Schema, type Types } from 'mongoose';
import { indexPendingWork, pendingWorkFields, type WithPendingWork } from './pendingWork.ts';
import { type Role, roles } from './role.ts';

export const invitationStates = ['pending', 'accepted', 'declined', 'expired', 'revoked'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** A mail with a *Start now* link that is good for 60 days (product.md, "Invitation life"). */
export interface Invitation extends WithPendingWork {
  _id: Types.ObjectId;
  email: string;
  firstName: string;
  lastName: string;
  /** BCP 47; the language of the mail and the person's preferred one. */
  language: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  purchasingAccount: Types.ObjectId;
  roles: Role[];
  state: InvitationState;
  /** While pending: why the mail did not reach the person. */
  undeliverable?: { at: Date; reason: string };
  /** SHA-256 of the newest link's token, base64url. Older links die with it. */
  tokenHash: string;
  /** How often it was sent; part of the link's derivation. */
  sendings: number;
  /** The last sending: when it was asked for. */
  sentAt: Date;
  expiresAt: Date;
  /** When the link's page was first opened. */
  openedAt?: Date;
  /** The address of who invited; absent when it comes from the agreement itself. */
  invitedBy?: string;
  invitedByName?: string;
  /** The request or batch that led to it, so that doing it again finds it. */
  origin?: string;
  /** The pieces of work that led to a sending, the newest last: carried out again, they find that it is done. */
  sentFor: string[];
  /**
   * What its followers were told of since it was declined: the mails it was read from, and a hash of each person that was
   * named to be asked instead.
   */
  toldOf?: string[];
  createdAt: Date;
  endedAt?: Date;
  /** When who accepted was let in: done again, it changes nothing more. */
  admittedAt?: Date;
}

const schema = new Schema<Invitation>(
  {
    email: { type: String, required: true, lowercase: true },
    firstName: { type: String, required: true },
    lastName: { type: String, required: true },
    language: { type: String, required: true },
    country: { type: String, required: true },
    purchasingAccount: { type: Schema.Types.ObjectId, required: true },
    roles: { type: [{ type: String, enum: roles }], required: true },
    state: { type: String, enum: invitationStates, required: true },
    undeliverable: { type: new Schema({ at: Date, reason: String }, { _id: false }) },
    tokenHash: { type: String, required: true },
    sendings: { type: Number, required: true },
    sentAt: { type: Date, required: true },
    expiresAt: { type: Date, required: true },
    openedAt: Date,
    invitedBy: String,
    invitedByName: String,
    origin: String,
    sentFor: { type: [String], default: [] },
    toldOf: { type: [String], default: undefined },
    createdAt: { type: Date, required: true },
    endedAt: Date,
    admittedAt: Date,
    ...pendingWorkFields,
  },
  { collection: 'invitations' },
);
// At most one pending invitation per person and account (product.md, "Invitation life").
schema.index({ email: 1, purchasingAccount: 1 }, { unique: true, partialFilterExpression: { state: 'pending' } });
schema.index({ tokenHash: 1 }, { unique: true });
schema.index({ email: 1, createdAt: -1 });
schema.index({ purchasingAccount: 1, createdAt: -1 });
schema.index({ 'undeliverable.at': 1 }, { partialFilterExpression: { 'undeliverable.at': { $exists: true } } });
schema.index({ sentAt: 1 });
schema.index({ endedAt: 1 }, { partialFilterExpression: { endedAt: { $exists: true } } });
indexPendingWork(schema);

export const Invitation = mongoose.model<Invitation>('Invitation', schema);
