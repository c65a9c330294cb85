import { timeInWords } from '../../language/wording.ts';
import type { MailContent } from './mailContent.ts';
import type { Writing } from './writing.ts';

/** To whoever's password was changed, in case it was not them. */
export function passwordChangedContent({ notice, to, language, texts, link }: Writing<'passwordChanged'>): MailContent {
  const words = texts.mail.passwordChanged;
  const when = timeInWords(new Date(notice.at), language, 'utc');
  return {
    subject: words.subject,
    preheader: words.preheader,
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.line({ email: to.email, when }) },
      { kind: 'paragraph', text: words.ifNot },
      ...(link === undefined
        ? []
        : [{ kind: 'button', label: words.again, link, fallback: texts.mail.linkFallback } as const]),
    ],
  };
}
