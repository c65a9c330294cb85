import type { MailContent } from './mailContent.ts';
import type { Writing } from './writing.ts';

/** The link with which somebody who forgot their password chooses a new one. */
export function passwordResetContent({ to, texts, link }: Writing<'passwordReset'>): MailContent {
  if (link === undefined) throw new Error('A mail about a new password needs its link');
  const words = texts.mail.passwordReset;
  return {
    subject: words.subject,
    preheader: words.preheader,
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.asked({ email: to.email }) },
      { kind: 'button', label: words.choose, link, fallback: texts.mail.linkFallback },
      { kind: 'paragraph', text: words.validity },
      { kind: 'note', text: words.ifNot },
    ],
  };
}
