import { listInWords } from '../../language/wording.ts';
import type { MailContent } from './mailContent.ts';
import { requestSubject } from './requestSubject.ts';
import type { Writing } from './writing.ts';

/** To somebody who was asked: who has decided, and how. Stands in the thread of the request. */
export function accessRequestClosedContent({ notice, texts, language }: Writing<'accessRequestClosed'>): MailContent {
  const words = texts.mail.accessRequestClosed;
  const by = notice.decidedBy.name;
  const where = texts.accessRequest.where[notice.channel];
  const roles = listInWords(
    notice.roles.map((role) => texts.roles[role]),
    language,
  );
  const outcome = { approved: words.approved, denied: words.denied, withdrawn: words.withdrawn }[notice.decision];
  return {
    subject: texts.mail.accessRequested.reply({ subject: requestSubject(notice, texts) }),
    preheader: words.preheader,
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: outcome({ by, where, roles }) },
      {
        kind: 'facts',
        rows: [
          { label: texts.mail.person, value: notice.requester.name },
          { label: texts.mail.email, value: notice.requester.email },
          { label: texts.mail.organization, value: notice.organization },
        ],
      },
      { kind: 'note', text: words.nothingMore },
    ],
  };
}
