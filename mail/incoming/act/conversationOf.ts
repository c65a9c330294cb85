import type { OutgoingMail } from '../../../models/outgoingMail.ts';
import { mailThread, threadOfOurs } from '../../mailThread.ts';
import type { MailRead } from '../mailRead.ts';

/**
 * @param answered the mail of ours that is answered, where that is proven.
 * @param from who has written.
 * @returns the conversation that a mail belongs to: that of the mail it answers, else one for its thread and its writer,
 *   so that nobody gets into somebody else's by naming their mail.
 */
export function conversationOf(
  read: Pick<MailRead, 'references' | 'inReplyTo' | 'messageId'>,
  from: string,
  answered: OutgoingMail | undefined,
  mailId: string,
): string {
  if (answered) return threadOfOurs(answered);
  return mailThread(from, read.references[0] ?? read.inReplyTo[0] ?? read.messageId ?? mailId);
}
