import mongoose, { Schema } from 'mongoose';

/** Where somebody did something. */
export const channels = ['teams', 'mail', 'web', 'helpdesk', 'commandLine', 'usher'] as const;
export type Channel = (typeof channels)[number];

/** What somebody of the helpdesk looks at or does, and is noted for it (product.md, "Helpdesk console"). */
const helpdeskActions = [
  'transcriptRead',
  'searched',
  'exported',
  'sentencesRead',
  'personErased',
  'conversationJoined',
  'stuckTriedAgain',
  'stuckDismissed',
] as const;
export type HelpdeskAction = (typeof helpdeskActions)[number];

/** What can stand in the audit log: every change of access, every look of the helpdesk at what somebody said. */
export const auditedActions = [
  'agreementLoaded',
  'invitationSent',
  'invitationSentAgain',
  'invitationRevoked',
  'invitationAccepted',
  'invitationDeclined',
  'invitationExpired',
  'invitationAddressCorrected',
  'requestMade',
  'requestApproved',
  'requestDenied',
  'requestWithdrawn',
  'rolesGranted',
  'rolesRemoved',
  'administratorDesignated',
  'domainAdded',
  'domainVerified',
  'domainNotVerified',
  'domainRemoved',
  'passwordChanged',
  ...helpdeskActions,
  /** The first link of the chain, where there were entries before there was a chain. */
  'auditChainBegun',
] as const;
export type AuditedAction = (typeof auditedActions)[number];

/** Who did what, for whom, through which channel. */
export interface AuditFacts {
  at: Date;
  action: AuditedAction;
  /** The address of who did it; `usher` when it happened by itself. */
  who: string;
  /** The address of the person it was done for, if any. */
  forWhom?: string;
  channel: Channel;
  purchasingAccount?: string;
  /** Id of the conversation that was looked at or joined. */
  conversation?: string;
  /** Plain facts, e.g. `{ roles: ['reportViewer'] }`; never a secret, never free text that somebody wrote. */
  details?: Record<string, unknown>;
}

/** The link of a chain by which a change of the log can be seen; see onboarding/auditChain/entryHash.ts. */
export interface AuditLink {
  /** 1 for the first entry, and no number left out. */
  seq: number;
  /** {@link hash} of the entry before; empty at the first. */
  previous: string;
  /** Which secret the hash was made with. */
  key: string;
  /** HMAC-SHA-256 over everything else in the entry, base64url. */
  hash: string;
}

/** Entries from before there was a chain have no link. */
export interface AuditEntry extends AuditFacts, Partial<AuditLink> {
  _id: string;
}

const schema = new Schema<AuditEntry>(
  {
    _id: { type: String, required: true },
    at: { type: Date, required: true },
    action: { type: String, enum: auditedActions, required: true },
    who: { type: String, required: true },
    forWhom: String,
    channel: { type: String, enum: channels, required: true },
    purchasingAccount: String,
    conversation: String,
    details: Schema.Types.Mixed,
    seq: Number,
    previous: String,
    key: String,
    hash: String,
  },
  // What is read must be what was written, to the last field: the hash is over all of it.
  { collection: 'auditEntries', versionKey: false, minimize: false },
);
// Of several who append in one instant one is first; the others see it here, and follow.
schema.index({ seq: 1 }, { unique: true, partialFilterExpression: { seq: { $exists: true } } });
schema.index({ at: -1, _id: -1 });
schema.index({ who: 1, at: -1 });
schema.index({ action: 1, at: -1 });
schema.index({ forWhom: 1, at: -1 });
// Whose words a search showed, where they are several.
schema.index({ 'details.people': 1 }, { partialFilterExpression: { 'details.people': { $exists: true } } });
schema.index({ purchasingAccount: 1, at: -1 });

/** The append-only log of every change of access, and of what the helpdesk looks at. Entries are inserted, never changed. */
export const AuditEntry = mongoose.model<AuditEntry>('AuditEntry', schema);
