import mongoose, { Schema } from 'mongoose';

/** Somebody wants to hear of what comes into an inbox (Graph, "subscription resource type"). */
export interface SandboxSubscription {
  _id: string;
  /** Whose inbox, lower-cased. */
  owner: string;
  /** As it was asked for. */
  resource: string;
  notificationUrl: string;
  lifecycleNotificationUrl?: string;
  clientState?: string;
  /** Whether notifications name messages by their immutable ids. */
  immutable: boolean;
  expiresAt: Date;
}

const schema = new Schema<SandboxSubscription>(
  {
    _id: { type: String, required: true },
    owner: { type: String, required: true },
    resource: { type: String, required: true },
    notificationUrl: { type: String, required: true },
    lifecycleNotificationUrl: String,
    clientState: String,
    immutable: { type: Boolean, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'sandboxSubscriptions', versionKey: false },
);
schema.index({ owner: 1 });

export const SandboxSubscription = mongoose.model<SandboxSubscription>('SandboxSubscription', schema);
