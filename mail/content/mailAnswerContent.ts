import type { MailBlock } from '../../models/mailBlock.ts';
import type { MailContent } from './mailContent.ts';
import { plainLine } from './plainLine.ts';
import { plainLines } from './plainLines.ts';
import { replySubject } from './replySubject.ts';
import type { Writing } from './writing.ts';

/** The answer to a mail: what was done or what is missing, and below it what was read. */
export function mailAnswerContent({ notice, texts, answers }: Writing<'mailAnswer'>): MailContent {
  const words = texts.mail.answer;
  const blocks = notice.blocks.map(plainBlock);
  const quoted = plainLines(notice.quoted, 800);
  if (quoted !== '') blocks.push({ kind: 'quote', title: words.youWrote, text: quoted });
  return {
    subject: replySubject(answers, notice.heading),
    preheader: notice.heading,
    heading: plainLine(notice.heading),
    blocks,
  };
}

/** What people wrote may stand in any of it. */
function plainBlock(block: MailBlock): MailBlock {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, text: plainLine(block.text, 1_000) };
    case 'quote':
      return { ...block, text: plainLines(block.text) };
    case 'facts':
      return {
        ...block,
        rows: block.rows.map(({ label, value }) => ({ label: plainLine(label), value: plainLine(value, 500) })),
      };
    case 'records':
      return { ...block, records: block.records.map((record) => plainLine(record, 500)) };
    default:
      return block;
  }
}
