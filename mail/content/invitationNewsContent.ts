import { invitationNews } from '../../cards/notices/invitationNews.ts';
import { listInWords } from '../../language/wording.ts';
import type { MailBlock } from '../../models/mailBlock.ts';
import { submitActions } from '../incoming/act/cardInMail.ts';
import type { MailContent } from './mailContent.ts';
import type { Writing } from './writing.ts';

/** To whoever follows an invitation: what became of it, and what comes next. */
export function invitationNewsContent({ notice, texts, language, link }: Writing<'invitationNews'>): MailContent {
  const words = texts.invitationNews;
  const { news, organization, person } = notice;
  const roles = listInWords(
    notice.roles.map((role) => texts.roles[role]),
    language,
  );
  const blocks: MailBlock[] = [
    { kind: 'paragraph', text: words.line[news.outcome]({ ...person, organization, roles }) },
    {
      kind: 'facts',
      rows: [
        { label: texts.mail.organization, value: organization },
        { label: texts.mail.accountNumber, value: notice.accountNumber },
      ],
    },
  ];
  if ('reason' in news && news.reason !== '') {
    // Of a mail that came back it is another mail server that says why.
    const title = news.outcome === 'undeliverable' ? texts.fields.reason : texts.mail.reasonFrom({ name: person.name });
    blocks.push({ kind: 'quote', title, text: news.reason });
  }
  if (news.outcome === 'notMe' && news.instead) {
    const who = [news.instead.name, news.instead.email].filter(Boolean).join(', ');
    blocks.push({ kind: 'paragraph', text: words.instead({ who }) });
  }
  const next = notice.forPartner && news.outcome !== 'accepted' ? words.partnerNext : words.next[news.outcome];
  blocks.push({ kind: 'paragraph', text: next });
  if (link !== undefined) blocks.push({ kind: 'button', label: words.open, link, fallback: texts.mail.linkFallback });
  const { card } = invitationNews(notice, { texts, language, timeZone: 'utc' });
  const titles = submitActions(card).map(({ title }) => `“${String(title)}”`);
  if (titles.length > 0) {
    blocks.push({ kind: 'note', text: texts.mail.answer.replyWith({ titles: titles.join(', ') }) });
  }
  return {
    subject: `${words.title[news.outcome]}: ${person.name}`,
    preheader: organization,
    heading: words.title[news.outcome],
    blocks,
  };
}
