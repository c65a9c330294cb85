import { Conversation } from '../../models/conversation.ts';
import { IncomingMail } from '../../models/incomingMail.ts';
import { Message } from '../../models/message.ts';
import type { AnsweredMail } from '../../models/outgoingMail.ts';
import type { House } from '../house.ts';
import { logEntryId } from '../logEntryId.ts';
import { maskSecrets } from '../maskSecrets.ts';
import { now } from '../now.ts';
import type { Handed } from './handed.ts';
import { recordMail } from './recordMail.ts';
import { recordMessage } from './recordMessage.ts';

/**
 * Says in a conversation what somebody of the helpdesk does or writes there: where the conversation is, in Teams or in
 * its thread of mails. The helpdesk sees its own words at once, as waiting; whoever sends them says what became of them.
 */
export async function helpdeskSays(
  house: House,
  { item, work, document }: Handed<'helpdeskSays', Conversation>,
): Promise<void> {
  const { to, notice } = work;
  const { channel, _id: conversation } = document;
  if (notice.what === 'words' || notice.idle) {
    const at = now();
    const entry = notice.idle
      ? ({ direction: 'note', text: '', outcome: 'handedBackIdle' } as const)
      : ({ direction: 'out', text: maskSecrets(notice.text ?? ''), delivery: 'waiting' } as const);
    await Message.updateOne(
      { _id: logEntryId(conversation, notice.idle ? `idle-${item._id}` : item._id) },
      { $setOnInsert: { conversation, at, person: to.email, operator: notice.operator, ...entry } },
      { upsert: true },
    );
    await Conversation.updateOne({ _id: conversation }, { $set: { lastMessageAt: at } });
  }
  if (channel === 'teams') return recordMessage(house, item._id, to, notice);
  const answers = await newestMail(conversation);
  await recordMail(house, item._id, to, notice, answers && { answers });
}

/** The last mail that the person wrote in this thread. */
async function newestMail(conversation: string): Promise<AnsweredMail | undefined> {
  const mail = await IncomingMail.findOne(
    { conversation, proven: true, messageId: { $exists: true } },
    { messageId: 1, subject: 1 },
  )
    .sort({ receivedAt: -1 })
    .lean();
  return mail?.messageId === undefined
    ? undefined
    : { messageId: mail.messageId, references: [], subject: mail.subject ?? '' };
}
