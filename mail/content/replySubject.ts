import type { AnsweredMail } from '../../models/outgoingMail.ts';
import { plainLine } from './plainLine.ts';

/** @returns the subject of a mail that answers another, or `otherwise` where that had none. */
export function replySubject(answers: AnsweredMail | undefined, otherwise: string): string {
  const subject = plainLine(answers?.subject ?? '', 180);
  if (subject === '') return otherwise;
  return /^(re|r|aw|rif)\s*:/i.test(subject) ? subject : `Re: ${subject}`;
}
