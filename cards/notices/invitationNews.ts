import type { Notice } from '../../models/notice.ts';
import { beginButton } from '../buttons.ts';
import type { Action, SpokenCard } from '../card.ts';
import { type Reader, rolesInWords } from '../inWords.ts';
import { notice as noticeCard } from '../notice.ts';

/** Tells whoever follows an invitation what became of it, with the next step as a button. */
export function invitationNews(notice: Extract<Notice, { kind: 'invitationNews' }>, reader: Reader): SpokenCard {
  const { texts } = reader;
  const words = texts.invitationNews;
  const { news, organization, person, forPartner } = notice;
  const roles = rolesInWords(notice.roles, reader);
  const instead = news.outcome === 'notMe' && news.instead;
  const lines = [
    words.line[news.outcome]({ ...person, organization, roles }),
    ...('reason' in news && news.reason ? [words.reason({ reason: news.reason })] : []),
    ...(instead ? [words.instead({ who: [instead.name, instead.email].filter(Boolean).join(', ') })] : []),
    forPartner && news.outcome !== 'accepted' ? words.partnerNext : words.next[news.outcome],
  ];
  return noticeCard(texts, {
    title: words.title[news.outcome],
    lines,
    more: forPartner ? [] : nextSteps(notice, reader),
    next: forPartner && news.outcome !== 'accepted' ? ['partner'] : [],
  });
}

function nextSteps({ news, invitationId }: Extract<Notice, { kind: 'invitationNews' }>, { texts }: Reader): Action[] {
  const words = texts.inviteUser;
  const again = beginButton(words.sendAgain, 'inviteUser', { invitation: invitationId, act: 'sendAgain' });
  const correct = beginButton(words.correctAddress, 'inviteUser', { invitation: invitationId, act: 'correctAddress' });
  switch (news.outcome) {
    case 'undeliverable':
      return [correct, again];
    case 'expired':
      return [again];
    case 'declined':
    case 'notMe':
      return [beginButton(texts.walks.inviteUser, 'inviteUser')];
    case 'accepted':
      return [];
  }
}
