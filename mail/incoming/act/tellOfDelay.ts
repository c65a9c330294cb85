import { createHash } from 'node:crypto';
import { momentFromInWords } from '../../../cards/inWords.ts';
import { textsFor } from '../../../language/texts.ts';
import type { IncomingMail } from '../../../models/incomingMail.ts';
import { OutgoingMail } from '../../../models/outgoingMail.ts';
import type { ExaminedWriting } from '../examine/examined.ts';
import type { ActTools } from './actTools.ts';
import { type Answer, answerMail } from './answer.ts';
import { conversationOf } from './conversationOf.ts';
import { timeZoneOfAccount } from './timeZoneOfAccount.ts';
import { writerOf } from './writer.ts';

/**
 * Tells somebody that what they write waits, for they have written too much: once for each end of a window, and not in
 * the name of the mail that waits, which gets its own answer.
 *
 * @param from the proven From address.
 * @param retryAt when the mail is looked at again.
 */
export async function tellOfDelay(
  tools: ActTools,
  mail: IncomingMail,
  examined: ExaminedWriting,
  from: string,
  retryAt: Date,
): Promise<void> {
  const once = createHash('sha256').update(`${from} ${retryAt.toISOString()}`).digest('base64url').slice(0, 32);
  const _id = `later-${once}`;
  // In whatever thread it was said: the log must not say it in another.
  if (await OutgoingMail.exists({ _id })) return;
  const { read } = examined;
  const writer = await writerOf(tools.house, from, examined);
  const { actor: to } = writer;
  const { language } = to;
  const texts = textsFor(language);
  const when = momentFromInWords(retryAt, {
    texts,
    language,
    timeZone: await timeZoneOfAccount(writer.purchasingAccount),
  });
  const answer: Answer = {
    heading: texts.mail.answer.delayedHeading,
    blocks: [{ kind: 'paragraph', text: texts.mail.answer.delayed({ when }) }],
  };
  await answerMail(tools, mail, read, conversationOf(read, from, undefined, mail._id), { to, answer }, { _id });
}
