import type { MailBlock } from '../../models/mailBlock.ts';
import type { MailContent } from './mailContent.ts';
import type { Writing } from './writing.ts';

/** To whoever added the domain: what was found instead of its TXT record. */
export function domainNotVerifiedContent({ notice, texts }: Writing<'domainNotVerified'>): MailContent {
  const words = texts.mail.domainNotVerified;
  const { domain, organization } = notice;
  if (notice.takenByAnother) {
    return {
      subject: words.subject({ domain }),
      preheader: words.takenPreheader({ domain }),
      heading: words.heading,
      blocks: [
        { kind: 'paragraph', text: words.taken({ domain, organization }) },
        { kind: 'paragraph', text: words.takenNext },
      ],
    };
  }
  const found: MailBlock =
    notice.found.length === 0
      ? { kind: 'paragraph', text: notice.unanswered ? words.unanswered({ domain }) : words.nothingFound }
      : { kind: 'records', title: words.foundInstead, records: notice.found.slice(0, 10) };
  return {
    subject: words.subject({ domain }),
    preheader: words.preheader({ domain }),
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.notFound({ domain, organization }) },
      { kind: 'records', title: words.expected, records: [notice.expected] },
      found,
      { kind: 'paragraph', text: words.next({ domain, checkNow: texts.addDomain.checkNow }) },
    ],
  };
}
