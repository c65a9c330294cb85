import { Conversation } from '../../models/conversation.ts';
import type { Work } from '../../models/pendingWork.ts';
import { addWork } from '../addWork.ts';
import type { House } from '../house.ts';
import { now } from '../now.ts';
import { conversationRecipient } from './conversationRecipient.ts';
import type { Operator } from './operator.ts';

export type LeaveResult =
  | { outcome: 'left' }
  | { outcome: 'joinedByOther'; by: string }
  /** Only handing back: nobody has joined it. */
  | { outcome: 'notJoined' }
  | { outcome: 'notFound' };

/**
 * Hands a conversation back to Usher, or is done with it: then it leaves the list of what is open until the person
 * writes again. The person is told where somebody was there. Doing it again changes nothing.
 *
 * @param conversation Conversation._id.
 */
export async function leaveConversation(
  house: House,
  operator: Operator,
  conversation: string,
  how: 'handedBack' | 'done',
): Promise<LeaveResult> {
  const found = await Conversation.findById(conversation).lean();
  if (!found) return { outcome: 'notFound' };
  const { joined, waitingForPersonSince: since, doneAt } = found;
  if (joined && joined.by.email !== operator.email) return { outcome: 'joinedByOther', by: joined.by.name };
  if (how === 'handedBack' && !joined) return { outcome: 'notJoined' };
  if (how === 'done' && doneAt && !joined && !since) return { outcome: 'left' };
  const at = now();
  const to = await conversationRecipient(found);
  const { email, name } = operator;
  const works: Work[] = [
    ...(joined && to
      ? [
          {
            kind: 'helpdeskSays',
            to,
            notice: { kind: 'helpdesk', conversation, what: how, operator: { email, name } },
          } as const,
        ]
      : []),
    ...(since ? [{ kind: 'noteWait', since, until: at } as const] : []),
  ];
  const left = await Conversation.updateOne(
    { _id: conversation, ...(joined ? { 'joined.at': joined.at } : { joined: { $exists: false } }) },
    {
      $set: { stateChangedAt: at, ...(how === 'done' && { doneAt: at }) },
      $unset: { joined: 1, ...(how === 'done' && { waitingForPersonSince: 1 }) },
      ...(works.length > 0 && addWork(works)),
    },
  );
  // Somebody was quicker: what stands there now decides.
  if (left.matchedCount === 0) return leaveConversation(house, operator, conversation, how);
  await house.conversationChanged?.(conversation);
  house.wake();
  return { outcome: 'left' };
}
