import type { Notice } from '../../models/notice.ts';
import { card, type SpokenCard } from '../card.ts';
import { paragraph } from '../elements.ts';
import type { Reader } from '../inWords.ts';
import { notice as noticeCard } from '../notice.ts';

/** Tells that somebody of the helpdesk is there or has left, or says their words, which are no Markdown. */
export function helpdesk(
  { what, operator: { name }, text = '' }: Extract<Notice, { kind: 'helpdesk' }>,
  { texts }: Reader,
): SpokenCard {
  const words = texts.operator;
  switch (what) {
    case 'words': {
      const paragraphs = text.split(/\n{2,}/);
      return card(`${words.from({ name })}: ${text}`, [
        paragraph(words.from({ name }), { color: 'Accent' }),
        ...paragraphs.map((part) => paragraph(part)),
      ]);
    }
    case 'joined':
      return noticeCard(texts, { lines: [words.joined({ name }), words.joinedLine] });
    case 'handedBack':
      return noticeCard(texts, { lines: [words.left({ name }), words.leftLine], next: ['help', 'person'] });
    case 'done':
      return noticeCard(texts, { lines: [words.done({ name }), words.doneLine], next: ['help'] });
  }
}
