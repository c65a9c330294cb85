import type { Texts } from '../../language/texts.ts';
import type { Notice } from '../../models/notice.ts';
import type { AnsweredMail } from '../../models/outgoingMail.ts';
import type { Recipient } from '../../models/pendingWork.ts';
import { accessRequestClosedContent } from './accessRequestClosedContent.ts';
import { accessRequestDecidedContent } from './accessRequestDecidedContent.ts';
import { accessRequestedContent } from './accessRequestedContent.ts';
import { accessRequestUnansweredContent } from './accessRequestUnansweredContent.ts';
import { administratorChangedContent } from './administratorChangedContent.ts';
import { domainNotVerifiedContent } from './domainNotVerifiedContent.ts';
import { domainVerifiedContent } from './domainVerifiedContent.ts';
import { helpdeskContent } from './helpdeskContent.ts';
import { invitationContent } from './invitationContent.ts';
import { invitationNewsContent } from './invitationNewsContent.ts';
import { mailAnswerContent } from './mailAnswerContent.ts';
import type { MailContent } from './mailContent.ts';
import { mailUnprovenContent } from './mailUnprovenContent.ts';
import { passwordChangedContent } from './passwordChangedContent.ts';
import { passwordResetContent } from './passwordResetContent.ts';

/** @returns what a mail says. Throws for notices that never become a mail. */
export function contentOf(
  notice: Notice,
  about: { to: Recipient; language: string; texts: Texts; link?: string; answers?: AnsweredMail; mailbox: string },
): MailContent {
  switch (notice.kind) {
    case 'invitation':
      return invitationContent({ ...about, notice });
    case 'accessRequested':
      return accessRequestedContent({ ...about, notice });
    case 'accessRequestDecided':
      return accessRequestDecidedContent({ ...about, notice });
    case 'accessRequestClosed':
      return accessRequestClosedContent({ ...about, notice });
    case 'accessRequestUnanswered':
      return accessRequestUnansweredContent({ ...about, notice });
    case 'invitationNews':
      return invitationNewsContent({ ...about, notice });
    case 'mailAnswer':
      return mailAnswerContent({ ...about, notice });
    case 'helpdesk':
      return helpdeskContent({ ...about, notice });
    case 'mailUnproven':
      return mailUnprovenContent({ ...about, notice });
    case 'passwordReset':
      return passwordResetContent({ ...about, notice });
    case 'passwordChanged':
      return passwordChangedContent({ ...about, notice });
    case 'administratorChanged':
      return administratorChangedContent({ ...about, notice });
    case 'domainVerified':
      return domainVerifiedContent({ ...about, notice });
    case 'domainNotVerified':
      return domainNotVerifiedContent({ ...about, notice });
    default:
      throw new Error(`There is no mail for ${notice.kind}`);
  }
}
