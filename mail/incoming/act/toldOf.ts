import { beginButton } from '../../../cards/buttons.ts';
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

/** @returns what the answered mail told, if it is news of an invitation. */
export function toldOf(answered: Pick<OutgoingMail, 'notice' | 'to'> | undefined): Told | undefined {
  if (answered?.notice.kind !== 'invitationNews') return undefined;
  const { notice, to } = answered;
  const { language } = to;
  const { card } = invitationNews(notice, { texts: textsFor(language), language, timeZone: 'utc' });
  const isOpen = !notice.forPartner && ['undeliverable', 'expired'].includes(notice.news.outcome);
  if (!isOpen) return { card };
  const { data } = beginButton('', 'inviteUser', { invitation: notice.invitationId });
  return { card, look: { kind: 'submit', value: data as Record<string, unknown> } };
}
