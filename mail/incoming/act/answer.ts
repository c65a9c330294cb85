import type { IncomingMail } from '../../../models/incomingMail.ts';
import { inOrder } from '../../../models/inOrder.ts';
import type { MailBlock } from '../../../models/mailBlock.ts';
import type { Message } from '../../../models/message.ts';
import type { AskedBack, Notice } from '../../../models/notice.ts';
import type { Actor } from '../../../onboarding/actor.ts';
import { maskSecrets } from '../../../onboarding/maskSecrets.ts';
import { recordMail } from '../../../onboarding/perform/recordMail.ts';
import { recipientOf } from '../../../onboarding/recipientOf.ts';
import { blockInWords } from '../../blockInWords.ts';
import { replySubject } from '../../content/replySubject.ts';
import type { MailRead } from '../mailRead.ts';
import type { ActTools } from './actTools.ts';
import { type LoggedMail, logMails } from './logMails.ts';

/** What is said in answer to a mail. */
export interface Answer {
  heading: string;
  blocks: MailBlock[];
}

/** The same, and to whom. */
export interface Reply {
  to: Actor;
  answer: Answer;
  /** What it did on walks, if it is their answer. */
  walked?: Pick<Message, 'walk' | 'step' | 'walks'>;
  /** The request that it answers to, and what it asks back: a reply to it is one to the request. */
  asksBack?: AskedBack;
}

/** So much of a mail is quoted back. */
const mostQuoted = 600;

/**
 * Puts the answer to a mail into the outbox, once, in the mail's thread, and into the conversation's log.
 * @param came what was answered, to be logged with it, where that stands there together.
 * @param _id of its own, for what is said beside the mail's one answer.
 */
export async function answerMail(
  { house }: ActTools,
  mail: IncomingMail,
  read: MailRead,
  conversation: string,
  { to, answer, walked, asksBack }: Reply,
  { came, _id = `answer-${mail._id}` }: { came?: LoggedMail; _id?: string },
): Promise<void> {
  const written = maskSecrets(read.newText);
  const quoted = written.length > mostQuoted ? `${written.slice(0, mostQuoted - 1)}…` : written;
  const answers = read.messageId !== undefined && {
    messageId: read.messageId,
    references: read.references.slice(-20),
    subject: read.subject,
  };
  const said: LoggedMail = {
    _id,
    direction: 'out',
    subject: replySubject(answers || undefined, answer.heading),
    text: answerText(answer),
    delivery: 'waiting',
    ...walked,
  };
  const notice: Notice = { kind: 'mailAnswer', conversation, ...answer, quoted, ...(asksBack && { asksBack }) };
  await inOrder(
    // Before it can be sent: what became of it is noted there.
    () => logMails({ conversation, person: to.email }, came ? [came, said] : [said]),
    () => recordMail(house, _id, recipientOf(to), notice, answers ? { answers } : {}),
  );
}

function answerText({ heading, blocks }: Answer): string {
  return [heading, ...blocks.map(blockInWords)].join('\n');
}
