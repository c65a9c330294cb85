import type { Types } from 'mongoose';
import { Conversation } from '../models/conversation.ts';
import { Message } from '../models/message.ts';
import { now } from './now.ts';

/**
 * Notes in the log what became of a message, and that the helpdesk has something new to see.
 *
 * @param _id of its entry; nothing happens where there is none.
 * @param became `dropped`: it was overtaken by something else before it went out.
 */
export async function logDelivery(
  _id: Types.ObjectId,
  became: 'sent' | 'failed' | 'bounced' | 'dropped',
): Promise<void> {
  const change =
    became === 'sent'
      ? { $unset: { delivery: 1 } }
      : became === 'dropped'
        ? { $unset: { delivery: 1 }, $set: { outcome: 'dropped' } }
        : { $set: { delivery: became } };
  const logged = await Message.findOneAndUpdate({ _id }, change, { projection: { conversation: 1 } }).lean();
  if (!logged) return;
  await Conversation.updateOne({ _id: logged.conversation }, { $set: { stateChangedAt: now() } });
}
