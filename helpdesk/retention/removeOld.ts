import { DateTime } from 'luxon';
import { Conversation } from '../../models/conversation.ts';
import { LogReading } from '../../models/logReading.ts';
import { forgetMails } from '../../onboarding/forgetMails.ts';
import { forgetMessages } from '../../onboarding/forgetMessages.ts';
import type { House } from '../../onboarding/house.ts';
import { removeEmptyConversations } from '../../onboarding/removeEmptyConversations.ts';
import { removeMessages } from '../../onboarding/removeMessages.ts';
import { waitForLogLease } from '../../onboarding/searchIndex/waitForLogLease.ts';

/** So many conversations are looked at together; the log is not read on meanwhile. */
const portion = 50;
/** Mails that went out a while after they were written are met again. */
const overlap = { days: 40 };

/**
 * Removes what was said before a time: messages with what they are found by, and words in the records of mails. A
 * conversation that nothing is left of goes, too, unless something is still to happen in it. Audit log and figures stay.
 * Cut off, it goes on when it is called again.
 *
 * @param stop asked between portions.
 * @returns what was removed; undefined when it was stopped, or another process has the log for long.
 */
export async function removeOld(
  house: Pick<House, 'conversationChanged'>,
  before: Date,
  stop: () => boolean = () => false,
): Promise<{ messages: number; conversations: number } | undefined> {
  const removed = { messages: 0, conversations: 0 };
  for (let after = ''; ; ) {
    if (stop()) return undefined;
    const some = await Conversation.find({ _id: { $gt: after }, startedAt: { $lt: before } }, { _id: 1 })
      .sort({ _id: 1 })
      .limit(portion)
      .lean();
    const last = some.at(-1);
    if (last === undefined) break;
    after = last._id;
    const lease = await waitForLogLease();
    if (!lease) return undefined;
    try {
      const ids = some.map(({ _id }) => _id);
      removed.messages += await removeMessages({ conversation: { $in: ids }, at: { $lt: before } }, lease);
      removed.conversations += await removeEmptyConversations(house, ids, { lastMessageAt: { $lt: before } });
    } finally {
      await lease.release();
    }
  }
  await forgetWords(before);
  await LogReading.updateOne({}, { $set: { removedBefore: before } });
  return removed;
}

async function forgetWords(before: Date): Promise<void> {
  const { removedBefore } = (await LogReading.findOne({}, { removedBefore: 1 }).lean()) ?? {};
  const from = removedBefore && DateTime.fromJSDate(removedBefore).minus(overlap).toJSDate();
  const then = { ...(from && { $gte: from }), $lt: before };
  await forgetMails({ receivedAt: then }, { sentAt: then });
  await forgetMails({ receivedAt: then }, { failedAt: then });
  await forgetMessages({ createdAt: { $lt: before } });
}
