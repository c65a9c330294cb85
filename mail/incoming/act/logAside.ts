import type { Outcome } from '../../../language/outcome.ts';
import type { IncomingMail } from '../../../models/incomingMail.ts';
import type { OutgoingMail } from '../../../models/outgoingMail.ts';
import { mailThread, threadOfOurs } from '../../mailThread.ts';
import type { MailRead, UnreadableMail } from '../mailRead.ts';
import { logMails } from './logMails.ts';
import { oneFrom } from './oneFrom.ts';

/**
 * Writes a mail into the log on which nobody acted: automatic, come back, not proven, not readable. It stands with the
 * mail of ours that it is about, whose unguessable reference it bears; otherwise in a thread of its own, which is nobody's
 * conversation, so that a forged mail gets into nobody's.
 *
 * @param about `ours`: the mail that it is about; `text`: what is shown in place of its words.
 * @returns the conversation.
 */
export async function logAside(
  { _id }: Pick<IncomingMail, '_id'>,
  read: MailRead | UnreadableMail | undefined,
  about: { logged: Outcome; ours?: OutgoingMail | undefined; text?: string | undefined },
): Promise<string> {
  const { ours, logged } = about;
  const from = read && oneFrom(read.from).from;
  const person = ours?.to.email ?? from;
  const mail = read?.outcome === 'read' ? read : undefined;
  const root = mail?.references[0] ?? mail?.inReplyTo[0] ?? mail?.messageId ?? _id;
  const conversation = ours ? threadOfOurs(ours) : mailThread(`unproven ${from ?? ''}`, root);
  await logMails({ conversation, ...(person !== undefined && { person }), proven: ours !== undefined }, [
    {
      _id,
      direction: 'in',
      subject: read?.subject ?? '',
      text: about.text || mail?.newText || '',
      ...(mail?.html !== undefined && { html: mail.html }),
      outcome: logged,
    },
  ]);
  return conversation;
}
