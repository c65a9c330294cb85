import { AuditEntry } from '../../models/auditEntry.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';

/** @returns the mails in the outbox as `kind → address`, in alphabetical order. */
export async function mails(): Promise<string[]> {
  return (await OutgoingMail.find().lean()).map((mail) => `${mail.notice.kind} → ${mail.to.email}`).sort();
}

/** @returns the Teams messages in the outbox as `kind → address`, in alphabetical order. */
export async function messages(): Promise<string[]> {
  return (await OutgoingMessage.find().lean()).map((one) => `${one.notice.kind} → ${one.to.email}`).sort();
}

/** @returns the audit log as `who action forWhom`, oldest first. */
export async function auditLog(): Promise<string[]> {
  const entries = await AuditEntry.find().sort({ at: 1, _id: 1 }).lean();
  return entries.map(({ who, action, forWhom }) => `${who} ${action}${forWhom ? ` ${forWhom}` : ''}`);
}
