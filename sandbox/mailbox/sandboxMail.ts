import mongoose, { Schema } from 'mongoose';

export interface Correspondent {
  name: string;
  address: string;
}

/** A message in the mailbox of somebody it was sent to. */
export interface Delivery {
  /** Whose mailbox, lower-cased and without tag. */
  address: string;
  readAt?: Date;
  /** Its place in the order in which things came into inboxes; see arrivals.ts. */
  arrival?: number;
  /** The folder it was moved to; absent: the inbox. */
  folder?: string;
}

/**
 * One message of the sandbox, as its sender's mailbox holds it. That it lies in the mailboxes of those it was sent to
 * follows from the same document, so that sending is one write: it is nowhere delivered and still a draft.
 */
export interface SandboxMail {
  /** The immutable id. */
  _id: string;
  /** Whose message it is: the lower-cased address of the mailbox that it was written in. */
  mailbox: string;
  /** `unsaved`: sent without keeping a copy. */
  folder: 'drafts' | 'sentitems' | 'unsaved';
  /** Counts changes. */
  changeKey: number;
  from: Correspondent;
  toRecipients: Correspondent[];
  ccRecipients: Correspondent[];
  bccRecipients: Correspondent[];
  replyTo: Correspondent[];
  subject: string;
  body: { contentType: 'text' | 'html'; content: string };
  importance: 'low' | 'normal' | 'high';
  /** Only x-headers. */
  headers: { name: string; value: string }[];
  /** Single-value extended properties; they stay in the sender's mailbox. */
  properties: { id: string; value: string }[];
  /** With angle brackets. */
  internetMessageId: string;
  /** The message as it was sent, where a person wrote it: then this counts, and the rest is for lists. */
  mime?: Buffer;
  createdAt: Date;
  changedAt: Date;
  sentAt?: Date;
  /** Whose inboxes it came into when it was sent, and what became of it there. */
  deliveredTo: Delivery[];
}

const correspondent = new Schema<Correspondent>(
  { name: { type: String, default: '' }, address: { type: String, required: true } },
  { _id: false },
);

const schema = new Schema<SandboxMail>(
  {
    _id: { type: String, required: true },
    mailbox: { type: String, required: true },
    folder: { type: String, enum: ['drafts', 'sentitems', 'unsaved'], required: true },
    changeKey: { type: Number, required: true },
    from: { type: correspondent, required: true },
    toRecipients: { type: [correspondent], default: [] },
    ccRecipients: { type: [correspondent], default: [] },
    bccRecipients: { type: [correspondent], default: [] },
    replyTo: { type: [correspondent], default: [] },
    subject: { type: String, default: '' },
    body: { contentType: { type: String, enum: ['text', 'html'] }, content: { type: String, default: '' } },
    importance: { type: String, enum: ['low', 'normal', 'high'], default: 'normal' },
    headers: { type: [new Schema({ name: String, value: String }, { _id: false })], default: [] },
    properties: { type: [new Schema({ id: String, value: String }, { _id: false })], default: [] },
    internetMessageId: { type: String, required: true },
    mime: Buffer,
    createdAt: { type: Date, required: true },
    changedAt: { type: Date, required: true },
    sentAt: Date,
    deliveredTo: {
      type: [new Schema<Delivery>({ address: String, readAt: Date, arrival: Number, folder: String }, { _id: false })],
      default: [],
    },
  },
  { collection: 'sandboxMails', versionKey: false },
);
schema.index({ mailbox: 1, folder: 1, changedAt: -1 });
schema.index({ 'deliveredTo.address': 1, sentAt: -1 });
schema.index({ 'deliveredTo.arrival': -1 });
schema.index({ 'properties.value': 1 });

export const SandboxMail = mongoose.model<SandboxMail>('SandboxMail', schema);
