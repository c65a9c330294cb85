import { Schema } from 'mongoose';
import type { AuditFacts, Channel } from './auditEntry.ts';
import type { InvitationNews, Notice } from './notice.ts';
import type { Role } from './role.ts';

/**
 * What has to follow from a change, written in the same document and in the same write as the change itself
 * (design.md, "A change and its consequences are one write"). The worker carries each piece out, idempotently and under
 * a lease, then strikes it off.
 *
 * - `mail`: put a mail into the outbox.
 * - `message`: put a Teams message into the outbox of proactive messages, if the person can be reached there.
 * - `tell`: Teams if the person can be reached there, otherwise mail.
 * - `closeRequest`: show one of those who were asked that a request is decided, wherever they were asked.
 * - `audit`: append to the audit log.
 * - `invite`: make the invitation that an approved request asked for.
 * - `grant`: give roles that an approved request asked for.
 * - `admit`: let in who has accepted an invitation: the work account and the roles.
 * - `checkDomain`: look for the TXT record of a domain.
 * - `matchResend`: compare what somebody typed to have an invitation resent, and send it when all three match.
 * - `matchPasswordReset`: look whether there is a password for the address that somebody typed, and mail a link there.
 * - `inviteBatch`: go on with a batch of invitations.
 * - `inviteAdministrator`: see to it that the designated administrator has an invitation, if it is still this address;
 *   `again`: because somebody asked for it, so that whoever is in already stays as they are.
 * - `remindInvitee`: mail an invitation once more, some days before it expires.
 * - `expireInvitation`: end an invitation whose days are over.
 * - `tellInviter`: tell whoever follows an invitation what became of it.
 * - `remindDeciders`: put a request once more to those who may decide it.
 * - `helpdeskSays`: say in a conversation what somebody of the helpdesk does or writes there.
 * - `handBackIdle`: hand a conversation back to Usher that nobody of the helpdesk has answered for long.
 * - `announceWaiting`: tell the helpdesk's channel that somebody waits for a person.
 * - `noteWait`: keep how long somebody has waited for a person.
 * - `endAdministratorInvitation`: end the invitation of somebody who is not the designated administrator any more.
 */
export type Work =
  | { kind: 'mail'; to: Recipient; notice: Notice }
  | { kind: 'message'; to: Recipient; notice: Notice }
  | { kind: 'tell'; to: Recipient; notice: Notice }
  | { kind: 'closeRequest'; to: Recipient; notice: Notice }
  | { kind: 'audit'; facts: AuditFacts }
  | { kind: 'invite'; roles: Role[]; givenBy: string }
  | { kind: 'grant'; roles: Role[]; givenBy: string }
  | {
      kind: 'admit';
      firstName: string;
      lastName: string;
      channel: Channel;
      /** Absent where somebody with a work account accepts. Struck off with the work, a moment later. */
      passwordHash?: string;
    }
  | { kind: 'checkDomain' }
  | { kind: 'matchResend' }
  | { kind: 'matchPasswordReset' }
  | { kind: 'inviteBatch' }
  | { kind: 'inviteAdministrator'; email: string; givenBy: string; channel: Channel; again?: true }
  | { kind: 'remindInvitee'; sending: number; daysLeft: number }
  | { kind: 'expireInvitation'; sending: number }
  | { kind: 'tellInviter'; news: InvitationNews }
  | { kind: 'remindDeciders'; reminder: 1 | 2 }
  | { kind: 'helpdeskSays'; to: Recipient; notice: Extract<Notice, { kind: 'helpdesk' }> }
  | { kind: 'handBackIdle'; joinedAt: Date }
  | { kind: 'announceWaiting'; since: Date }
  | { kind: 'noteWait'; since: Date; until: Date }
  | { kind: 'endAdministratorInvitation'; email: string; givenBy: string; channel: Channel };

/** Somebody to be told something: the address, the name to greet with, the language to write in. */
export interface Recipient {
  email: string;
  firstName: string;
  lastName: string;
  /** BCP 47, e.g. `it`. */
  language: string;
}

/** One piece of pending work as it stands in a document. */
export interface PendingWork {
  /** Also the id of what the work makes (mail, message, audit entry), so that doing it twice makes it once. */
  _id: string;
  dueAt: Date;
  attempts: number;
  /** The last fault's reference and sentence, for the operator; never a secret. */
  lastFault?: string;
  work: Work;
}

/** The fields that every document with consequences carries. */
export interface WithPendingWork {
  pendingWork: PendingWork[];
  /** When the worker must look at this document next; absent when nothing is pending. Indexed. */
  workDueAt?: Date;
  /** While a worker has the document in hand: until when, and the worker's token. Work may be pushed meanwhile. */
  workLeasedUntil?: Date;
  workLease?: string;
}

const pendingWorkSchema = new Schema(
  {
    _id: { type: String, required: true },
    dueAt: { type: Date, required: true },
    attempts: { type: Number, default: 0 },
    lastFault: String,
    work: { type: Schema.Types.Mixed, required: true },
  },
  { _id: false },
);

/** Schema fields to spread into each schema whose documents carry pending work. */
export const pendingWorkFields = {
  pendingWork: { type: [pendingWorkSchema], default: [] },
  workDueAt: Date,
  workLeasedUntil: Date,
  workLease: String,
};

/**
 * Adds the index by which the worker finds what is due, and one of what has failed.
 * @param few hardly any of the documents have work at a time: what has failed is found among those.
 */
export function indexPendingWork(schema: Schema, { few = false } = {}): void {
  schema.index({ workDueAt: 1 }, { partialFilterExpression: { workDueAt: { $exists: true } } });
  if (few) return;
  const path = 'pendingWork.lastFault';
  schema.index({ [path]: 1 }, { partialFilterExpression: { [path]: { $exists: true } } });
}
