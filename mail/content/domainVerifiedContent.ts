import type { MailContent } from './mailContent.ts';
import type { Writing } from './writing.ts';

/** To whoever added the domain: its TXT record was found. */
export function domainVerifiedContent({ notice, texts }: Writing<'domainVerified'>): MailContent {
  const { mail } = texts;
  const words = mail.domainVerified;
  const { domain, organization } = notice;
  return {
    subject: words.subject({ domain }),
    preheader: words.preheader({ domain }),
    heading: words.heading,
    blocks: [
      { kind: 'paragraph', text: words.verified({ domain }) },
      {
        kind: 'facts',
        rows: [
          { label: words.domain, value: domain },
          { label: mail.organization, value: organization },
          { label: mail.accountNumber, value: notice.accountNumber },
        ],
      },
      { kind: 'paragraph', text: words.consequence({ domain }) },
    ],
  };
}
