import type { Notice } from '../../models/notice.ts';
import type { SpokenCard } from '../card.ts';
import { momentInWords, type Reader } from '../inWords.ts';
import { notice as noticeCard } from '../notice.ts';

/** Tells the one in whose name a mail came that nothing was done, and how to confirm it. */
export function mailUnproven(notice: Extract<Notice, { kind: 'mailUnproven' }>, reader: Reader): SpokenCard {
  const words = reader.texts.mail.mailUnproven;
  const when = momentInWords(new Date(notice.receivedAt), reader);
  const isDecision = notice.requestId !== undefined;
  return noticeCard(reader.texts, {
    title: words.subject,
    lines: [
      words.line({ subject: notice.subject, when }),
      isDecision ? words.ifHereDecision : words.ifHere,
      words.ifNot,
    ],
    next: [isDecision ? 'decideRequest' : 'help'],
  });
}
