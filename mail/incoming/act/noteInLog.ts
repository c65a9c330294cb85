import type { Outcome } from '../../../language/outcome.ts';
import type { IncomingMail } from '../../../models/incomingMail.ts';
import { Message } from '../../../models/message.ts';
import { logEntryId } from '../../../onboarding/logEntryId.ts';

/**
 * Notes in the log what came of a mail that stands there.
 *
 * @param facts `notUnderstood`: nothing was made of it; its words as `Message.notUnderstood` has them, if any.
 */
export async function noteInLog(
  { _id }: Pick<IncomingMail, '_id'>,
  conversation: string,
  facts: { outcome: Outcome } | { notUnderstood: string | undefined },
): Promise<void> {
  if ('notUnderstood' in facts && facts.notUnderstood === undefined) return;
  await Message.updateOne({ _id: logEntryId(conversation, _id) }, { $set: facts });
}
