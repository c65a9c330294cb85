import type { Notice } from '../../models/notice.ts';
import { type AnsweredMail, OutgoingMail } from '../../models/outgoingMail.ts';
import type { Recipient } from '../../models/pendingWork.ts';
import type { House } from '../house.ts';
import { insertNew } from '../insertNew.ts';
import { now } from '../now.ts';
import { replyHash, replyReference } from '../replyReference.ts';

/**
 * Puts a mail into the outbox under the work's id; done again, it finds it there, whatever became of it.
 *
 * @param thread the mail of somebody that it answers, or the mail of ours in whose thread it stands, if any.
 */
export async function recordMail(
  house: Pick<House, 'linkSecret' | 'recorded'>,
  _id: string,
  to: Recipient,
  notice: Notice,
  thread: { answers?: AnsweredMail; follows?: string | undefined } = {},
): Promise<void> {
  const at = now();
  await insertNew(OutgoingMail, [
    {
      _id,
      to,
      notice,
      replyHash: replyHash(replyReference(house.linkSecret, _id)),
      ...(thread.answers && { answers: thread.answers }),
      ...(thread.follows !== undefined && { follows: thread.follows }),
      state: 'waiting',
      attempts: 0,
      dueAt: at,
      createdAt: at,
    },
  ]);
  house.recorded?.('mail');
}
