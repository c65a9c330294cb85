import { Conversation } from '../models/conversation.ts';
import { Message } from '../models/message.ts';
import type { OutgoingMail } from '../models/outgoingMail.ts';
import { logEntryId } from '../onboarding/logEntryId.ts';
import { maskSecrets } from '../onboarding/maskSecrets.ts';
import { now } from '../onboarding/now.ts';
import { onceOnly } from '../onboarding/onceOnly.ts';
import { bodyOfHtml } from './bodyOfHtml.ts';
import { threadOfOurs } from './mailThread.ts';
import type { RenderedMail } from './render.ts';

/**
 * Writes a mail of ours into the log of its conversation as its reader will see it, secrets masked: as waiting, until it
 * is known to be sent. Answers and the helpdesk's words stand there since they were given, and get what they look like.
 * Done again, it changes nothing.
 */
export async function logOutgoing(mail: OutgoingMail, { subject, html, said }: RenderedMail): Promise<void> {
  const conversation = threadOfOurs(mail);
  const { email: person, language } = mail.to;
  const at = now();
  const looks = { mail: mail._id, subject: maskSecrets(subject), html: maskSecrets(bodyOfHtml(html)) };
  await onceOnly(() =>
    Message.updateOne(
      { _id: logEntryId(conversation, mail._id) },
      {
        $set: looks,
        $setOnInsert: { conversation, person, at, direction: 'out', text: maskSecrets(said), delivery: 'waiting' },
      },
      { upsert: true },
    ),
  );
  await onceOnly(() =>
    Conversation.updateOne(
      { _id: conversation },
      {
        $max: { lastMessageAt: at },
        $setOnInsert: { channel: 'mail', person, language, startedAt: at, version: 0 },
      },
      { upsert: true },
    ),
  );
}
