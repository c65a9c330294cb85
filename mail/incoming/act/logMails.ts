import { Conversation } from '../../../models/conversation.ts';
import { inOrder } from '../../../models/inOrder.ts';
import { Message } from '../../../models/message.ts';
import { insertNew } from '../../../onboarding/insertNew.ts';
import { logEntryId } from '../../../onboarding/logEntryId.ts';
import { maskSecrets } from '../../../onboarding/maskSecrets.ts';
import { now } from '../../../onboarding/now.ts';
import { onceOnly } from '../../../onboarding/onceOnly.ts';
import { present } from '../../../onboarding/present.ts';
import { bodyOfHtml } from '../../bodyOfHtml.ts';

/** Where a mail stands in the conversation log. */
export interface LogPlace {
  conversation: string;
  /** Whose it is, or claims to be; absent where nobody can tell. */
  person?: string;
  /** Whether that is known: only then the conversation is that person's, and one may answer there. */
  proven?: boolean;
}

/** One mail for the conversation log. */
export interface LoggedMail
  extends Pick<Message, 'text' | 'understood' | 'notUnderstood' | 'walk' | 'step' | 'walks' | 'outcome' | 'delivery'> {
  /** Its own id: logged again, it stands there once. */
  _id: string;
  direction: 'in' | 'out';
  subject: string;
  /** As it came. */
  html?: string;
}

/**
 * Writes mails into the log of their conversation, as their reader sees them, secrets masked; each once, all in one
 * write. Of one that came in and stands there already, what became of it is noted.
 *
 * @param mails in the order in which they are to be read.
 */
export async function logMails(
  { conversation, person, proven = true }: LogPlace,
  mails: readonly LoggedMail[],
): Promise<void> {
  const at = now();
  const entries = mails.map(({ _id, subject, text, html, ...entry }, index) => ({
    _id: logEntryId(conversation, _id),
    conversation,
    // The log is read in the order of the times.
    at: new Date(at.getTime() + index),
    mail: _id,
    person,
    subject: maskSecrets(subject),
    text: maskSecrets(text),
    html: html === undefined ? undefined : maskSecrets(bodyOfHtml(html)),
    ...entry,
  }));
  const lastMessageAt = entries.at(-1)?.at ?? at;
  await inOrder(
    async () => {
      for (const place of await insertNew<Message>(Message, entries)) {
        const { _id, direction, outcome, notUnderstood } = entries[place] as Message;
        const became = present({ outcome, notUnderstood });
        if (direction === 'in' && Object.keys(became).length > 0) await Message.updateOne({ _id }, { $set: became });
      }
    },
    // After them: whoever reads the log on looks for conversations in which something was said. Past mongoose, whose
    // casting costs more than the write.
    () =>
      onceOnly(() =>
        Conversation.collection.updateOne(
          { _id: conversation as never },
          {
            $set: { lastMessageAt },
            // What the helpdesk was done with is open again.
            ...(entries.some(({ direction }) => direction === 'in') && { $unset: { doneAt: '' } }),
            $setOnInsert: {
              channel: 'mail',
              startedAt: at,
              version: 0,
              ...(proven && person !== undefined && { person }),
            },
          },
          { upsert: true },
        ),
      ),
  );
}
