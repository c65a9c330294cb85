import { beginButton } from '../../../cards/buttons.ts';
import { accessRequestUnanswered } from '../../../cards/notices/accessRequestUnanswered.ts';
import { invitationNews } from '../../../cards/notices/invitationNews.ts';
import type { Turn } from '../../../dialogs/turn.ts';
import { textsFor } from '../../../language/texts.ts';
import type { OutgoingMail } from '../../../models/outgoingMail.ts';

/** What a mail of ours told that a reply may go on with. */
export interface Told {
  /** As the same news is shown in Teams: a reply can name its buttons. */
  card: Record<string, unknown>;
  /** Shows what can be done about it; it does nothing. */
  look?: Extract<Turn['input'], { kind: 'submit' }>;
}

/** @returns what the answered mail told, if it is news of an invitation or of a request that nobody answers. */
export function toldOf(answered: Pick<OutgoingMail, 'notice' | 'to'> | undefined): Told | undefined {
  if (!answered) return undefined;
  const { notice, to } = answered;
  const { language } = to;
  const reader = { texts: textsFor(language), language, timeZone: 'utc' };
  if (notice.kind === 'accessRequestUnanswered') return { card: accessRequestUnanswered(notice, reader).card };
  if (notice.kind !== 'invitationNews') return undefined;
  const { card } = invitationNews(notice, reader);
  const isOpen = !notice.forPartner && ['undeliverable', 'expired'].includes(notice.news.outcome);
  if (!isOpen) return { card };
  const { data } = beginButton('', 'inviteUser', { invitation: notice.invitationId });
  return { card, look: { kind: 'submit', value: data as Record<string, unknown> } };
}
