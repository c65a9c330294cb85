import type { Texts } from '../../../language/texts.ts';
import type { Correspondent } from '../sandboxMail.ts';
import { readRecipients } from '../writing/readRecipients.ts';

/** What stands in the fields of the form. */
export interface Writing {
  /** The immutable id that the mail will have. */
  id: string;
  /** An address. */
  as: string;
  to: string;
  subject: string;
  text: string;
  forged: boolean;
}

/** What is wrong, by field. */
export type Mistakes = Partial<Record<'as' | 'to' | 'subject' | 'text', string>>;

const most = { recipients: 20, subject: 255, text: 100_000 };

/**
 * Checks what was typed.
 *
 * @param people whom one may write as.
 */
export function checkWriting(
  writing: Writing,
  people: readonly { name: string; email: string }[],
  words: Texts['sandboxMailbox']['mistake'],
): { mistakes: Mistakes } | { from: Correspondent; to: Correspondent[] } {
  const mistakes: Mistakes = {};
  const writer = people.find(({ email }) => email === writing.as);
  if (writer === undefined) mistakes.as = words.as;

  const read = readRecipients(writing.to);
  if ('wrong' in read) mistakes.to = words.wrongRecipient({ what: read.wrong });
  else if (read.recipients.length === 0) mistakes.to = words.noRecipient;
  else if (read.recipients.length > most.recipients) mistakes.to = words.manyRecipients({ most: most.recipients });

  const { subject, text } = writing;
  if (subject.length > most.subject)
    mistakes.subject = words.longSubject({ most: most.subject, length: subject.length });
  if (text.trim() === '') mistakes.text = words.noMessage;
  else if (text.length > most.text) mistakes.text = words.longMessage({ most: most.text, length: text.length });

  if (writer === undefined || 'wrong' in read || Object.keys(mistakes).length > 0) return { mistakes };
  return {
    from: { name: writer.name === writer.email ? '' : writer.name, address: writer.email },
    to: read.recipients,
  };
}
