import type { MailContent } from './mailContent.ts';
import type { Writing } from './writing.ts';

/** To the old and to the new purchasing account administrator. */
export function administratorChangedContent({ notice, texts }: Writing<'administratorChanged'>): MailContent {
  const { mail } = texts;
  const words = mail.administratorChanged;
  const { organization, oldAdministrator, newAdministrator, changedBy } = notice;
  const change = { by: changedBy.name, byOrganization: changedBy.organization, organization };
  const old = notice.you === 'old';
  return {
    subject: words.subject({ organization }),
    preheader: words.preheader(newAdministrator),
    heading: old ? words.heading : words.headingNew,
    blocks: [
      {
        kind: 'paragraph',
        text: old
          ? words.changedOld({ ...change, ...newAdministrator })
          : words.changedNew({ ...change, name: oldAdministrator.name }),
      },
      {
        kind: 'facts',
        rows: [
          { label: mail.organization, value: organization },
          { label: mail.accountNumber, value: notice.accountNumber },
        ],
      },
      { kind: 'paragraph', text: old ? words.oldInvitation : words.invitationFollows },
      { kind: 'note', text: words.questions({ by: changedBy.name, email: changedBy.email }) },
    ],
  };
}
