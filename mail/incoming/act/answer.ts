import type { IncomingMail } from '../../../models/incomingMail.ts';
import type { MailBlock } from '../../../models/mailBlock.ts';
import type { Message } from '../../../models/message.ts';
import type { Actor } from '../../../onboarding/actor.ts';
import { maskSecrets } from '../../../onboarding/maskSecrets.ts';
import { recordMail } from '../../../onboarding/perform/recordMail.ts';
import { recipientOf } from '../../../onboarding/recipientOf.ts';
import type { MailRead } from '../mailRead.ts';
import type { ActTools } from './actTools.ts';
import { logMail } from './logMail.ts';

/** What is said in answer to a mail. */
export interface Answer {
  heading: string;
  blocks: MailBlock[];
}

/** So much of a mail is quoted back. */
const mostQuoted = 600;

/**
 * Puts the answer to a mail into the outbox, once, in the mail's thread, and into the conversation's log.
 * @param walked what it did on walks, if it is their answer.
 * @param _id of its own, for what is said beside the mail's one answer.
 */
export async function answerMail(
  { house }: ActTools,
  mail: IncomingMail,
  read: MailRead,
  actor: Actor,
  conversation: string,
  answer: Answer,
  walked: Pick<Message, 'walk' | 'step' | 'walks'> = {},
  _id = `answer-${mail._id}`,
): Promise<void> {
  const written = maskSecrets(read.newText);
  const quoted = written.length > mostQuoted ? `${written.slice(0, mostQuoted - 1)}…` : written;
  await recordMail(
    house,
    _id,
    recipientOf(actor),
    { kind: 'mailAnswer', conversation, ...answer, quoted },
    {
      ...(read.messageId !== undefined && {
        answers: { messageId: read.messageId, references: read.references.slice(-20), subject: read.subject },
      }),
    },
  );
  await logMail({ _id, conversation, person: actor.email, direction: 'out', text: answerText(answer), ...walked });
}

function answerText({ heading, blocks }: Answer): string {
  return [heading, ...blocks.map(blockText)].join('\n');
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.text;
    case 'quote':
      return `${block.title}: ${block.text}`;
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'roles':
      return [block.title, ...block.roles.map(({ name, permits }) => `${name}. ${permits}`)].join('\n');
    case 'records':
      return [block.title, ...block.records].join('\n');
    case 'button':
      return block.label;
  }
}
