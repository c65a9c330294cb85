import { createHash } from 'node:crypto';
import type { OutgoingMail } from '../models/outgoingMail.ts';

/** @returns the conversation of a person's mails in a thread. @param root the first mail of the thread, ours by the id of its record. */
export function mailThread(person: string, root: string): string {
  return `mail:${createHash('sha256').update(`${person}:${root}`).digest('base64url').slice(0, 32)}`;
}

/** @returns the conversation in which a mail of ours stands: that which it goes on with, else that of its thread. */
export function threadOfOurs({
  _id,
  to,
  notice,
  follows,
}: Pick<OutgoingMail, '_id' | 'to' | 'notice' | 'follows'>): string {
  return notice.kind === 'mailAnswer' || notice.kind === 'helpdesk'
    ? notice.conversation
    : mailThread(to.email, follows ?? _id);
}
