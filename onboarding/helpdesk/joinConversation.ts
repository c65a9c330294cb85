import { DateTime } from 'luxon';
import { Conversation } from '../../models/conversation.ts';
import { addWork } from '../addWork.ts';
import type { House } from '../house.ts';
import { now } from '../now.ts';
import { conversationRecipient } from './conversationRecipient.ts';
import { idleMinutes } from './idleMinutes.ts';
import type { Operator } from './operator.ts';

export type JoinResult =
  | { outcome: 'joined' }
  /** Somebody else speaks there. */
  | { outcome: 'joinedByOther'; by: string }
  /** Nobody knows who the person is, so that nothing can be said to them. */
  | { outcome: 'cannotReach' }
  | { outcome: 'notFound' };

/**
 * Joins a conversation: from then on Usher leaves to the operator what the person writes there, and the person is told
 * who is there (product.md, "Helpdesk console"). Joined again by the same one, nothing changes.
 *
 * @param conversation Conversation._id.
 */
export async function joinConversation(
  house: House,
  { email, name }: Operator,
  conversation: string,
): Promise<JoinResult> {
  const found = await Conversation.findById(conversation).lean();
  if (!found) return { outcome: 'notFound' };
  const to = await conversationRecipient(found);
  if (!to) return { outcome: 'cannotReach' };
  const at = now();
  const since = found.waitingForPersonSince;
  const joined = await Conversation.updateOne(
    { _id: conversation, joined: { $exists: false } },
    {
      $set: { joined: { by: { email, name }, at, lastAt: at }, stateChangedAt: at },
      $unset: { waitingForPersonSince: 1, doneAt: 1 },
      ...addWork([
        {
          kind: 'helpdeskSays',
          to,
          notice: { kind: 'helpdesk', conversation, what: 'joined', operator: { email, name } },
        },
        {
          kind: 'audit',
          facts: { at, action: 'conversationJoined', who: email, forWhom: to.email, channel: 'helpdesk', conversation },
        },
        ...(since ? [{ kind: 'noteWait', since, until: at } as const] : []),
        {
          work: { kind: 'handBackIdle', joinedAt: at },
          dueAt: DateTime.fromJSDate(at).plus({ minutes: idleMinutes }).toJSDate(),
        },
      ]),
    },
  );
  if (joined.matchedCount === 0) {
    const by = (await Conversation.findById(conversation, { joined: 1 }).lean())?.joined?.by;
    if (!by) return joinConversation(house, { email, name }, conversation);
    return by.email === email ? { outcome: 'joined' } : { outcome: 'joinedByOther', by: by.name };
  }
  await house.conversationChanged?.(conversation);
  house.wake();
  return { outcome: 'joined' };
}
