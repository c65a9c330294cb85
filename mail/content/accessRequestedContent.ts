import { listInWords } from '../../language/wording.ts';
import type { MailBlock } from '../../models/mailBlock.ts';
import type { MailContent } from './mailContent.ts';
import { requestSubject } from './requestSubject.ts';
import type { Writing } from './writing.ts';

/** To an administrator: somebody asks for an invitation or for another role. It is answered by replying, in Teams or on a page. */
export function accessRequestedContent({ notice, texts, language, link }: Writing<'accessRequested'>): MailContent {
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
    ...(notice.reminder ? [{ kind: 'paragraph', text: words.reminder } as const] : []),
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
  blocks.push({ kind: 'paragraph', text: words.answer });
  if (roles.length === 0) blocks.push({ kind: 'paragraph', text: words.nameRole });
  if (link !== undefined) blocks.push({ kind: 'button', label: words.open, link, fallback: mail.linkFallback });
  blocks.push({ kind: 'note', text: words.care });
  const subject = requestSubject(notice, texts);
  return {
    subject: notice.reminder ? words.reply({ subject }) : subject,
    preheader: words.preheader({ organization }),
    heading: notice.reminder ? words.headingReminder : invitation ? words.headingInvitation : words.headingRole,
    blocks,
  };
}
