import type { Understand, Understood } from '../../../dialogs/understood.ts';
import type { Intent } from '../../../language/intent.ts';
import { saysNothing } from '../../../language/saysNothing.ts';
import type { MailRead } from '../mailRead.ts';

/** A reply or a forwarded mail has the subject of another, as programs of many languages write it. */
const taken = /^\s*(?:re|r|aw|sv|antw|rif|fw|fwd|i|wg|tr|rv)\s*(?:\[\d+\])?\s*:/i;

/** Hardly more than the name of the Business Center, as many subjects are. */
const wantsNothing = new Set<Intent>(['none', 'help', 'cancel']);

/**
 * @returns what a mail means: its text, or its own subject where there is none, or only courtesies and “see subject”
 *   beside a subject that says what is wanted.
 */
export function understandMail(
  { newText, subject, inReplyTo }: Pick<MailRead, 'newText' | 'subject' | 'inReplyTo'>,
  understand: Understand,
): Understood {
  const own = inReplyTo.length > 0 || taken.test(subject) ? '' : subject;
  if (newText === '') return understand(own);
  const bySubject = own !== '' && saysNothing(newText) ? understand(own) : undefined;
  return bySubject?.sure && !wantsNothing.has(bySubject.intent) ? bySubject : understand(newText);
}
