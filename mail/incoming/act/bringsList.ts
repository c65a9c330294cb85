import type { MailInHand } from './mailInHand.ts';

/** “Here are the new colleagues”: of more words than these the file is but a part. */
const mostWords = 8;

/**
 * Whether a mail brings people to be invited: it says so, or says hardly anything, and addresses stand in the file that is
 * attached.
 */
export function bringsList({ read, understood }: Pick<MailInHand, 'read' | 'understood'>): boolean {
  const { list, newText } = read;
  if (!list) return false;
  if (newText !== '' && understood.intent === 'inviteUser') return true;
  return newText.split(/\s+/).length <= mostWords && 'text' in list && /\S@\S/.test(list.text);
}
