import { Conversation } from '../../../models/conversation.ts';
import { Message } from '../../../models/message.ts';
import { logEntryId } from '../../../onboarding/logEntryId.ts';
import { maskSecrets } from '../../../onboarding/maskSecrets.ts';
import { now } from '../../../onboarding/now.ts';
import { onceOnly } from '../../../onboarding/onceOnly.ts';

/** One mail for the conversation log. */
export interface LoggedMail {
  /** Its own id: logged again, it stands there once. */
  _id: string;
  conversation: string;
  person: string;
  direction: 'in' | 'out';
  text: string;
  understood?: { intent: string; confidence: number; language?: string };
  walk?: string;
  step?: string;
  walks?: Message['walks'];
}

/** Writes a mail into the log of its conversation, as its reader sees it, secrets masked; once. */
export async function logMail({ _id, conversation, person, text, ...entry }: LoggedMail): Promise<void> {
  const at = now();
  const id = logEntryId(conversation, _id);
  await onceOnly(() =>
    Message.updateOne(
      { _id: id },
      { $setOnInsert: { conversation, person, at, text: maskSecrets(text), ...entry } },
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
        $setOnInsert: { channel: 'mail', person, startedAt: at, version: 0 },
      },
      { upsert: true },
    ),
  );
}
