import { Conversation } from '../../../models/conversation.ts';
import { Message } from '../../../models/message.ts';
import { logEntryId } from '../../../onboarding/logEntryId.ts';
import { maskSecrets } from '../../../onboarding/maskSecrets.ts';
import { now } from '../../../onboarding/now.ts';
import { onceOnly } from '../../../onboarding/onceOnly.ts';
import { bodyOfHtml } from '../../bodyOfHtml.ts';

/** One mail for the conversation log. */
export interface LoggedMail
  extends Pick<Message, 'text' | 'understood' | 'walk' | 'step' | 'walks' | 'outcome' | 'delivery'> {
  /** Its own id: logged again, it stands there once. */
  _id: string;
  conversation: string;
  /** Whose it is, or claims to be; absent where nobody can tell. */
  person?: string;
  /** Whether that is known: only then the conversation is that person's, and one may answer there. */
  proven?: boolean;
  direction: 'in' | 'out';
  subject: string;
  /** As it came. */
  html?: string;
}

/** Writes a mail into the log of its conversation, as its reader sees it, secrets masked; once. */
export async function logMail({
  _id,
  conversation,
  person,
  proven = true,
  subject,
  text,
  html,
  ...entry
}: LoggedMail): Promise<void> {
  const at = now();
  const id = logEntryId(conversation, _id);
  await onceOnly(() =>
    Message.updateOne(
      { _id: id },
      {
        $setOnInsert: {
          conversation,
          at,
          mail: _id,
          ...(person !== undefined && { person }),
          subject: maskSecrets(subject),
          text: maskSecrets(text),
          ...(html !== undefined && { html: maskSecrets(bodyOfHtml(html)) }),
          ...entry,
        },
      },
      { upsert: true },
    ),
  );
  await onceOnly(() =>
    Conversation.updateOne(
      { _id: conversation },
      {
        $set: { lastMessageAt: at },
        // What the helpdesk was done with is open again.
        ...(entry.direction === 'in' && { $unset: { doneAt: 1 } }),
        $setOnInsert: { channel: 'mail', startedAt: at, version: 0, ...(proven && person !== undefined && { person }) },
      },
      { upsert: true },
    ),
  );
}
