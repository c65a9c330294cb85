import { defaultLanguage, spokenLanguage, textsFor } from '../language/texts.ts';
import type { Notice } from '../models/notice.ts';
import type { AnsweredMail } from '../models/outgoingMail.ts';
import type { Recipient } from '../models/pendingWork.ts';
import { blockInWords } from './blockInWords.ts';
import { contentOf } from './content/contentOf.ts';
import { plainLine } from './content/plainLine.ts';
import { plainNotice } from './content/plainNotice.ts';
import { htmlBody } from './htmlBody.ts';
import { textBody } from './textBody.ts';

export interface RenderedMail {
  senderName: string;
  recipientName: string;
  subject: string;
  html: string;
  text: string;
  /** What it says, without what stands in every mail and without links: for the log. */
  said: string;
}

/**
 * Words a notice in the recipient's language (or English, where Usher does not speak it), as HTML and as text. Names
 * and messages in it are untrusted: they come out as what they are, never as markup or as a header.
 *
 * @param about `mailbox`: the address that is sent from; `link`: the one behind its button, for an
 *   invitation *Start now*; `answers`: the mail that is answered.
 * @throws for a notice that never becomes a mail, and for an invitation without its link.
 */
export async function renderMail(
  notice: Notice,
  to: Recipient,
  about: { mailbox: string; link?: string; answers?: AnsweredMail },
): Promise<RenderedMail> {
  const language = spokenLanguage(to.language) ?? defaultLanguage;
  const texts = textsFor(language);
  const recipientName = plainLine(`${to.firstName} ${to.lastName}`, 200);
  const content = contentOf(notice.kind === 'mailAnswer' ? notice : plainNotice(notice), {
    ...about,
    to,
    language,
    texts,
  });
  const letter = {
    language,
    replyAbove: texts.mail.replyAbove,
    greeting: recipientName === '' ? texts.mail.greetingWithoutName : texts.mail.greeting({ name: recipientName }),
    closing: [texts.mail.signature, texts.mail.automatic],
    ...content,
  };
  return {
    senderName: texts.mail.senderName,
    recipientName,
    subject: plainLine(content.subject, 200),
    html: await htmlBody(letter),
    text: textBody(letter),
    said: [content.heading, ...content.blocks.map(blockInWords)].join('\n'),
  };
}
