import mongoose, { Schema } from 'mongoose';

/** Where somebody did something. */
export const channels = ['teams', 'mail', 'web', 'helpdesk', 'commandLine', 'usher'] as const;
export type Channel = (typeof channels)[number];

/** What somebody of the helpdesk looks at or does, and is noted for it (product.md, "Helpdesk console"). */
export const helpdeskActions = [
  'transcriptRead',
  'searched',
  'exported',
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

export interface AuditEntry extends AuditFacts {
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
  },
  { collection: 'auditEntries', versionKey: false },
);
schema.index({ at: -1 });
schema.index({ forWhom: 1, at: -1 });
schema.index({ purchasingAccount: 1, at: -1 });

/** The append-only log of every change of access, and of what the helpdesk looks at. Entries are inserted, never changed. */
export const AuditEntry = mongoose.model<AuditEntry>('AuditEntry', schema);
