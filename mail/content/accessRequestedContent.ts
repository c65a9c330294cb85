import { listInWords } from '../../language/wording.ts';
import type { MailBlock, MailContent } from './mailContent.ts';
import type { Writing } from './writing.ts';

/** To an administrator: somebody asks for an invitation or for another role. The answer is given in Teams. */
export function accessRequestedContent({ notice, texts, language }: Writing<'accessRequested'>): MailContent {
  const { mail } = texts;
  const words = mail.accessRequested;
  const { requester, organization, roles } = notice;
  const invitation = notice.request === 'invitation';
  const asked = { name: requester.name, organization };
  const names = listInWords(
    roles.map((role) => texts.roles[role]),
    language,
  );
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: invitation ? words.askedInvitation(asked) : words.askedRole(asked) },
    {
      kind: 'facts',
      rows: [
        { label: mail.person, value: requester.name },
        { label: mail.email, value: requester.email },
        { label: mail.organization, value: organization },
        { label: mail.accountNumber, value: notice.accountNumber },
        { label: mail.rolesAskedFor({ count: roles.length }), value: roles.length === 0 ? mail.rolesOpen : names },
      ],
    },
  ];
  if (notice.message !== '') {
    blocks.push({ kind: 'quote', title: mail.messageFrom({ name: requester.name }), text: notice.message });
  }
  blocks.push({ kind: 'paragraph', text: words.answer }, { kind: 'note', text: words.care });
  return {
    subject: invitation ? words.subjectInvitation(requester) : words.subjectRole(requester),
    preheader: words.preheader({ organization }),
    heading: invitation ? words.headingInvitation : words.headingRole,
    blocks,
  };
}
