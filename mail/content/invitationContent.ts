import { dateInWords } from '../../language/wording.ts';
import type { MailBlock } from '../../models/mailBlock.ts';
import { invitationExpiry } from '../../onboarding/invitationExpiry.ts';
import type { MailContent } from './mailContent.ts';
import { roleBlock } from './roleBlock.ts';
import type { Writing } from './writing.ts';

/** The invitation with *Start now* (guide.it.txt, "Accettazione dell'e-mail contenente l'invito"). */
export function invitationContent({ notice, to, language, texts, link, mailbox }: Writing<'invitation'>): MailContent {
  if (link === undefined) throw new Error('An invitation needs its link');
  const { mail } = texts;
  const words = mail.invitation;
  const { organization, invitedBy } = notice;
  const expiresAt = new Date(notice.expiresAt);
  const date = dateInWords(expiresAt, language);
  // The rule says how many days it is from the last sending; the same number for whoever reads it.
  const days = Math.round(invitationExpiry(new Date(0), 'utc').getTime() / (24 * 60 * 60 * 1000));
  const blocks: MailBlock[] = [
    {
      kind: 'paragraph',
      text: invitedBy ? words.invitedBy({ ...invitedBy, organization }) : words.designated({ organization }),
    },
    { kind: 'paragraph', text: notice.daysLeft === undefined ? words.about : words.reminder({ date }) },
    {
      kind: 'facts',
      rows: [
        { label: mail.organization, value: organization },
        { label: mail.accountNumber, value: notice.accountNumber },
      ],
    },
    roleBlock(words.yourRoles({ count: notice.roles.length }), notice.roles, texts, language),
    { kind: 'paragraph', text: words.toStart },
    { kind: 'button', label: words.startNow, link, fallback: mail.linkFallback },
    { kind: 'paragraph', text: words.validity({ days, date }) },
    { kind: 'paragraph', text: words.workAccount({ email: to.email }) },
    { kind: 'note', text: words.junk({ mailbox }) },
    { kind: 'note', text: words.unexpected + (invitedBy ? ` ${words.unexpectedAsk(invitedBy)}` : '') },
  ];
  const { daysLeft } = notice;
  return {
    subject:
      daysLeft === undefined
        ? words.subject({ organization })
        : words.subjectReminder({ organization, days: daysLeft }),
    preheader: words.preheader({ date }),
    heading: daysLeft === undefined ? words.heading : words.headingReminder,
    blocks,
  };
}
