import { listInWords } from '../../language/wording.ts';
import type { Notice } from '../../models/notice.ts';
import type { SpokenCard } from '../card.ts';
import type { Reader } from '../inWords.ts';
import { notice as noticeCard } from '../notice.ts';
import { withdrawButton } from '../withdrawButton.ts';

/** Tells who asked that nobody has answered for days, and what else there is to do. */
export function accessRequestUnanswered(
  { asked, organization, partner, request, requestId }: Extract<Notice, { kind: 'accessRequestUnanswered' }>,
  { texts, language }: Reader,
): SpokenCard {
  const words = texts.requestUnanswered;
  const who = listInWords(
    asked.map(({ name, email }) => `${name} (${email})`),
    language,
  );
  return noticeCard(texts, {
    title: words.title,
    lines: [
      asked.length > 0 ? words.line[request]({ organization, who }) : words.nobody[request]({ organization }),
      ...(partner ? [words.askPartner({ partner })] : []),
    ],
    more: [withdrawButton(texts, requestId)],
    next: ['findAdministrator', 'person'],
  });
}
