import type { IncomingMail } from '../../../models/incomingMail.ts';
import { Message } from '../../../models/message.ts';
import { logEntryId } from '../../../onboarding/logEntryId.ts';

/** Notes in the log that nothing was made of a mail. @param words as `Message.notUnderstood` has them, if any. */
export async function noteNotUnderstood(
  { _id }: Pick<IncomingMail, '_id'>,
  conversation: string,
  words: string | undefined,
): Promise<void> {
  if (words === undefined) return;
  await Message.updateOne({ _id: logEntryId(conversation, _id) }, { $set: { notUnderstood: words } });
}
