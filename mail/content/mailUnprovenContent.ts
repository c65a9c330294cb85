import { timeInWords } from '../../language/wording.ts';
import type { MailContent } from './mailContent.ts';
import type { Writing } from './writing.ts';

/** To the one in whose name a mail came: nothing was done, and how to confirm it. */
export function mailUnprovenContent({ notice, texts, language, link }: Writing<'mailUnproven'>): MailContent {
  const words = texts.mail.mailUnproven;
  const when = timeInWords(new Date(notice.receivedAt), language, 'utc');
  return {
    subject: words.subject,
    preheader: words.preheader,
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.line({ subject: notice.subject, when }) },
      { kind: 'paragraph', text: words.ifYou },
      ...(link === undefined
        ? []
        : [{ kind: 'button', label: words.open, link, fallback: texts.mail.linkFallback } as const]),
      { kind: 'note', text: words.ifNot },
    ],
  };
}
