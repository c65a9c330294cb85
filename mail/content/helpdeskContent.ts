import type { MailContent } from './mailContent.ts';
import { plainLine } from './plainLine.ts';
import { replySubject } from './replySubject.ts';
import type { Writing } from './writing.ts';

/** What somebody of the helpdesk writes, or that they are there or have left. */
export function helpdeskContent({ notice, texts, answers }: Writing<'helpdesk'>): MailContent {
  const words = texts.operator;
  const { name } = notice.operator;
  const [heading, paragraphs] = {
    words: [words.from({ name }), (notice.text ?? '').split(/\n+/)],
    joined: [words.joined({ name }), [words.joinedMailLine]],
    handedBack: [words.left({ name }), [words.leftLine]],
    done: [words.done({ name }), [words.doneLine]],
  }[notice.what] as [string, string[]];
  return {
    subject: replySubject(answers, words.subject),
    preheader: plainLine(paragraphs[0] ?? heading, 200),
    heading,
    blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
    // Somebody wrote it: they greet as they like, and it was not sent automatically.
    ...(notice.what === 'words' && { greeting: '', closing: [words.wroteThis({ name })] }),
    // Usher reads replies when the person is gone again.
    ...(notice.what === 'joined' && { closing: [texts.mail.signature, words.joinedClosing] }),
  };
}
