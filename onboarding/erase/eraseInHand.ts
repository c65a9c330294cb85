import { IncomingMail } from '../../models/incomingMail.ts';
import { IncomingSource } from '../../models/incomingSource.ts';
import type { NoticeKind } from '../../models/notice.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import { now } from '../now.ts';

const because = 'the person was erased';
/** Which hold what the person wrote, or somebody wrote to them. */
const personal: NoticeKind[] = ['mailAnswer', 'helpdesk', 'mailUnproven'];

/**
 * Ends what is in hand of somebody's words: mails that they wrote are filed unread, answers to them are not sent any more.
 * What does not hold their words, an invitation for one, goes its way.
 */
export async function eraseInHand(email: string): Promise<void> {
  const written = { from: email, state: { $in: ['recorded', 'acted'] as ('recorded' | 'acted')[] } };
  const mails = (await IncomingMail.find(written, { _id: 1 }).lean()).map(({ _id }) => _id);
  await IncomingMail.updateMany(
    { ...written, state: 'recorded' },
    { $set: { state: 'acted', kind: 'other', outcome: because, dueAt: now() }, $unset: { lastFault: 1, cutOff: 1 } },
  );
  await IncomingSource.deleteMany({ _id: { $in: mails } });
  await IncomingMail.updateMany({ _id: { $in: mails } }, { $unset: { subject: 1 } });
  const waiting = { 'to.email': email, 'notice.kind': { $in: personal }, dueAt: { $exists: true } };
  await OutgoingMail.updateMany(waiting, { $set: { state: 'dropped', lastFault: because }, $unset: { dueAt: 1 } });
  await OutgoingMessage.updateMany(waiting, { $set: { state: 'failed', lastFault: because }, $unset: { dueAt: 1 } });
}
