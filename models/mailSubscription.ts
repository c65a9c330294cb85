import mongoose, { Schema } from 'mongoose';
import { type MailDuty, mailDutyPaths } from './mailDuty.ts';

/** The subscription by which Graph tells of new mail. */
export interface MailSubscription extends MailDuty {
  /** Graph's id of it; absent: there is none. */
  graphId?: string;
  expiresAt?: Date;
  /** Where it was told to notify. */
  notificationUrl?: string;
  /** Hash of the secret that its notifications carry. */
  secretHash?: string;
}

const schema = new Schema<MailSubscription>(
  { ...mailDutyPaths, graphId: String, expiresAt: Date, notificationUrl: String, secretHash: String },
  { collection: 'mailSubscriptions', versionKey: false },
);

export const MailSubscription = mongoose.model<MailSubscription>('MailSubscription', schema);
