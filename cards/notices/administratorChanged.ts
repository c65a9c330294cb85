import type { Notice } from '../../models/notice.ts';
import type { SpokenCard } from '../card.ts';
import type { Reader } from '../inWords.ts';
import { notice as noticeCard } from '../notice.ts';

/** Tells the new purchasing account administrator, and the one before, that the partner changed the designation. */
export function administratorChanged(
  notice: Extract<Notice, { kind: 'administratorChanged' }>,
  { texts }: Reader,
): SpokenCard {
  const words = texts.notices;
  const { organization, accountNumber, newAdministrator, changedBy } = notice;
  const facts = { organization, number: accountNumber, by: changedBy.name, partner: changedBy.organization };
  const title = words.administratorChangedTitle;
  if (notice.you === 'new') {
    return noticeCard(texts, {
      title,
      lines: [words.youAreNewAdministrator(facts), words.youAreNewAdministratorNext({ email: newAdministrator.email })],
      next: ['resendInvitation', 'help'],
    });
  }
  const who = `${newAdministrator.name} (${newAdministrator.email})`;
  return noticeCard(texts, {
    title,
    lines: [words.youWereAdministrator({ ...facts, who }), words.youWereAdministratorNext],
    next: ['checkRole', 'person'],
  });
}
