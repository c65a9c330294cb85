import type { QueryFilter } from 'mongoose';
import { IncomingMail } from '../models/incomingMail.ts';
import { IncomingSource } from '../models/incomingSource.ts';
import { OutgoingMail } from '../models/outgoingMail.ts';

/**
 * Removes what people wrote from the records of mails; who wrote to whom, when, and what became of it stays. What is still
 * to be dealt with or to be sent is left: it would have no effect any more, or none that could be told.
 */
export async function forgetMails(
  incoming: QueryFilter<IncomingMail>,
  outgoing: QueryFilter<OutgoingMail>,
): Promise<void> {
  const filed: QueryFilter<IncomingMail> = { ...incoming, state: 'filed', subject: { $exists: true } };
  const mails = await IncomingMail.find(filed, { _id: 1 }).lean();
  await IncomingSource.deleteMany({ _id: { $in: mails.map(({ _id }) => _id) } });
  await IncomingMail.updateMany(filed, { $unset: { subject: 1 } });
  const done: QueryFilter<OutgoingMail> = { ...outgoing, dueAt: { $exists: false } };
  await OutgoingMail.updateMany({ ...done, answers: { $exists: true } }, { $set: { 'answers.subject': '' } });
  await OutgoingMail.updateMany(
    { ...done, 'notice.kind': 'mailAnswer' },
    { $set: { 'notice.heading': '', 'notice.blocks': [], 'notice.quoted': '' }, $unset: { 'notice.asksBack': '' } },
  );
  await OutgoingMail.updateMany({ ...done, 'notice.kind': 'mailUnproven' }, { $set: { 'notice.subject': '' } });
  await OutgoingMail.updateMany({ ...done, 'notice.kind': 'helpdesk' }, { $unset: { 'notice.text': '' } });
}
