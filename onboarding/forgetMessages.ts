import type { QueryFilter } from 'mongoose';
import { OutgoingMessage } from '../models/outgoingMessage.ts';

/** Removes what people wrote from the records of messages in Teams, as {@link forgetMails} does from those of mails. */
export async function forgetMessages(which: QueryFilter<OutgoingMessage>): Promise<void> {
  const done: QueryFilter<OutgoingMessage> = { ...which, dueAt: { $exists: false } };
  await OutgoingMessage.updateMany({ ...done, 'notice.kind': 'mailUnproven' }, { $set: { 'notice.subject': '' } });
  await OutgoingMessage.updateMany({ ...done, 'notice.kind': 'helpdesk' }, { $unset: { 'notice.text': '' } });
}
