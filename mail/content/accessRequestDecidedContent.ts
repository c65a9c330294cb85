import type { MailBlock } from '../../models/mailBlock.ts';
import type { MailContent } from './mailContent.ts';
import { roleBlock } from './roleBlock.ts';
import type { Writing } from './writing.ts';

/** To the one who asked: what the administrator has decided, and what comes next. */
export function accessRequestDecidedContent({ notice, texts, language }: Writing<'accessRequestDecided'>): MailContent {
  const { mail } = texts;
  const words = mail.accessRequestDecided;
  const { decidedBy, organization } = notice;
  const invitation = notice.request === 'invitation';
  const approved = notice.decision === 'approved';
  const opening = approved
    ? (invitation ? words.approvedInvitation : words.approvedRole)(decidedBy)
    : (invitation ? words.deniedInvitation : words.deniedRole)(decidedBy);
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: opening },
    {
      kind: 'facts',
      rows: [
        { label: mail.organization, value: organization },
        { label: mail.accountNumber, value: notice.accountNumber },
      ],
    },
  ];
  if (approved && notice.roles.length > 0) {
    blocks.push(roleBlock(mail.roles({ count: notice.roles.length }), notice.roles, texts, language));
  }
  if (notice.reason !== '') {
    blocks.push({ kind: 'quote', title: mail.reasonFrom({ name: decidedBy.name }), text: notice.reason });
  }
  if (approved) blocks.push({ kind: 'paragraph', text: invitation ? words.invitationFollows : words.rolesNow });
  else blocks.push({ kind: 'paragraph', text: words.deniedNext(decidedBy) });
  return {
    subject: approved ? words.subjectApproved({ organization }) : words.subjectDenied({ organization }),
    preheader: approved
      ? invitation
        ? words.preheaderInvitation
        : words.preheaderRole
      : words.preheaderDenied(decidedBy),
    heading: approved ? words.headingApproved : words.headingDenied,
    blocks,
  };
}
