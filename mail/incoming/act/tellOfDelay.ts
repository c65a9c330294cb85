import { createHash } from 'node:crypto';
import { momentInWords } from '../../../cards/inWords.ts';
import { textsFor } from '../../../language/texts.ts';
import type { IncomingMail } from '../../../models/incomingMail.ts';
import type { MailRead } from '../mailRead.ts';
import type { ActTools } from './actTools.ts';
import { answerMail } from './answer.ts';
import { conversationOf } from './conversationOf.ts';
import { timeZoneOfWriter } from './timeZoneOfWriter.ts';
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
  read: MailRead,
  from: string,
  retryAt: Date,
): Promise<void> {
  const { language: written, languageSure } = tools.understand(read.newText || read.subject);
  const { actor } = await writerOf(
    tools.house,
    from,
    read.from[0]?.name ?? '',
    languageSure === false ? undefined : written,
  );
  const { language } = actor;
  const texts = textsFor(language);
  const when = momentInWords(retryAt, { texts, language, timeZone: await timeZoneOfWriter(from) });
  const once = createHash('sha256').update(`${from} ${retryAt.toISOString()}`).digest('base64url').slice(0, 32);
  await answerMail(
    tools,
    mail,
    read,
    actor,
    conversationOf(read, from, undefined, mail._id),
    {
      heading: texts.mail.answer.delayedHeading,
      blocks: [{ kind: 'paragraph', text: texts.mail.answer.delayed({ when }) }],
    },
    {},
    `later-${once}`,
  );
}
