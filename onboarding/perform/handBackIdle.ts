import { DateTime } from 'luxon';
import { Conversation } from '../../models/conversation.ts';
import { addWork } from '../addWork.ts';
import { conversationRecipient } from '../helpdesk/conversationRecipient.ts';
import { idleMinutes } from '../helpdesk/idleMinutes.ts';
import type { House } from '../house.ts';
import { now } from '../now.ts';
import type { Handed } from './handed.ts';

/** Hands a joined conversation back in which the operator has done nothing for long, with a note. */
export async function handBackIdle(
  house: House,
  { work, document }: Handed<'handBackIdle', Conversation>,
): Promise<Date | undefined> {
  const conversation = await Conversation.findById(document._id).lean();
  const { joined } = conversation ?? {};
  if (!conversation || !joined || joined.at.getTime() !== new Date(work.joinedAt).getTime()) return undefined;
  const at = now();
  const due = DateTime.fromJSDate(joined.lastAt).plus({ minutes: idleMinutes }).toJSDate();
  if (due > at) return due;
  const to = await conversationRecipient(conversation);
  const { by } = joined;
  const handed = await Conversation.updateOne(
    { _id: conversation._id, 'joined.at': joined.at, 'joined.lastAt': joined.lastAt },
    {
      $set: { stateChangedAt: at },
      $unset: { joined: 1 },
      ...(to &&
        addWork([
          {
            kind: 'helpdeskSays',
            to,
            notice: { kind: 'helpdesk', conversation: conversation._id, what: 'handedBack', operator: by, idle: true },
          },
        ])),
    },
  );
  // The operator has just done something.
  if (handed.matchedCount === 0) return DateTime.fromJSDate(at).plus({ minutes: idleMinutes }).toJSDate();
  await house.conversationChanged?.(conversation._id);
  return undefined;
}
