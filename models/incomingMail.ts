import mongoose, { Schema } from 'mongoose';

export const incomingMailStates = [
  /** It is known that it lies in the inbox; its source is still to be fetched. */
  'found',
  'recorded',
  'acted',
  'filed',
] as const;

/** What a mail that came in turned out to be (product.md, "Mail"). */
export const incomingMailKinds = [
  /** An answer to a request that was put to its writer. */
  'decision',
  /** An answer to an invitation: declined, expired, not me. */
  'invitationAnswer',
  /** A request in plain words, or what was missing for one. */
  'request',
  'bounce',
  /** Vacation notices, receipts, lists, our own mail come back: never answered. */
  'automatic',
  /** Anything else: for the helpdesk. */
  'other',
  /** Somebody who could not be proven to be who they say. */
  'unproven',
  /** It came in before, and was acted on then. */
  'duplicate',
  'unreadable',
] as const;
export type IncomingMailKind = (typeof incomingMailKinds)[number];

/** A mail that came in, its source beside it (incomingSource.ts): recorded first, understood and acted on after, once, then moved to the folder of its kind. */
export interface IncomingMail {
  /** Graph's immutable id. */
  _id: string;
  state: (typeof incomingMailStates)[number];
  receivedAt: Date;
  attempts: number;
  /** How often in a row it was taken in hand and neither dealt with nor put back: the process ended meanwhile. */
  cutOff?: number;
  /** Who has it in hand: several are taken in one write, and found again by this. */
  takenBy?: string;
  /** When its source must be fetched next; absent once it was. Also the lease. */
  fetchAt?: Date;
  /** When it must be looked at next; absent when there is nothing to do any more. Also the lease. */
  dueAt?: Date;
  /** A reference and the kind of fault, for the operator; never a secret. */
  lastFault?: string;
  /** What it is, once known. */
  kind?: IncomingMailKind;
  /** What was done, or why nothing was: words for the log and the operator, without what somebody wrote. */
  outcome?: string;
  /** The address that the mail says it is from; proven only if `proven`. */
  from?: string;
  proven?: boolean;
  subject?: string;
  /** With its angle brackets. */
  messageId?: string;
  /** Sender and Message-ID of a proven mail, hashed: whatever is delivered twice is acted on once. */
  actedAs?: string;
  /** The conversation in whose log it stands. */
  conversation?: string;
}

const schema = new Schema<IncomingMail>(
  {
    _id: { type: String, required: true },
    state: { type: String, enum: incomingMailStates, required: true },
    receivedAt: { type: Date, required: true },
    attempts: { type: Number, default: 0 },
    cutOff: Number,
    takenBy: String,
    fetchAt: Date,
    dueAt: Date,
    lastFault: String,
    kind: { type: String, enum: incomingMailKinds },
    outcome: String,
    from: String,
    proven: Boolean,
    subject: String,
    messageId: String,
    actedAs: String,
    conversation: String,
  },
  { collection: 'incomingMails', versionKey: false },
);
schema.index({ dueAt: 1 }, { partialFilterExpression: { dueAt: { $exists: true } } });
schema.index({ fetchAt: 1 }, { partialFilterExpression: { fetchAt: { $exists: true } } });
schema.index({ actedAs: 1 }, { unique: true, partialFilterExpression: { actedAs: { $exists: true } } });
schema.index({ from: 1, receivedAt: -1 });
schema.index({ receivedAt: -1 });
schema.index({ conversation: 1, receivedAt: -1 }, { partialFilterExpression: { conversation: { $exists: true } } });
// For the console: few mails are in them.
schema.index({ kind: 1, receivedAt: -1 }, { partialFilterExpression: { kind: 'bounce' } });
schema.index({ receivedAt: -1, kind: 1 }, { partialFilterExpression: { kind: 'unreadable' } });

export const IncomingMail = mongoose.model<IncomingMail>('IncomingMail', schema);
