import type { Notice } from '../../models/notice.ts';
import { beginButton } from '../buttons.ts';
import type { SpokenCard } from '../card.ts';
import type { Reader } from '../inWords.ts';
import { notice as noticeCard } from '../notice.ts';

/** Tells who added a domain that it is verified. */
export function domainVerified(notice: Extract<Notice, { kind: 'domainVerified' }>, { texts }: Reader): SpokenCard {
  const words = texts.notices;
  const { domainId, domain, organization, accountNumber } = notice;
  return noticeCard(texts, {
    title: words.domainVerifiedTitle,
    lines: [words.domainVerified({ domain, organization, number: accountNumber }), words.domainVerifiedNext],
    more: [beginButton(texts.addDomain.show({ name: domain }), 'addDomain', { show: domainId })],
    next: ['onlineServices'],
  });
}
