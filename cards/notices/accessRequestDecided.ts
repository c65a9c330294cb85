import type { Notice } from '../../models/notice.ts';
import type { SpokenCard } from '../card.ts';
import { type Reader, rolesInWords } from '../inWords.ts';
import { notice as noticeCard } from '../notice.ts';

/** Tells who asked how it was decided, by whom, and what comes next. */
export function accessRequestDecided(
  notice: Extract<Notice, { kind: 'accessRequestDecided' }>,
  reader: Reader,
): SpokenCard {
  const words = reader.texts.notices.accessRequestDecided;
  const { organization, decidedBy, reason } = notice;
  const said = reason ? [words.reason({ by: decidedBy.name, reason })] : [];
  if (notice.decision === 'denied') {
    return noticeCard(reader.texts, {
      title: words.deniedTitle,
      lines: [words.denied[notice.request]({ by: decidedBy.name, organization }), ...said, words.deniedNext],
      next: ['findAdministrator', 'person'],
    });
  }
  const roles = rolesInWords(notice.roles, reader);
  return noticeCard(reader.texts, {
    title: words.approvedTitle,
    lines: [
      words.approved[notice.request]({ by: decidedBy.name, organization, roles }),
      ...said,
      words.approvedNext[notice.request],
    ],
    next: notice.request === 'role' ? ['checkRole'] : ['findAdministrator'],
  });
}
