import { createHash } from 'node:crypto';
import { Types } from 'mongoose';

/**
 * @param conversation Conversation._id.
 * @param what the id of the mail or of the work that is logged.
 * @returns the id of its entry in the conversation log: logged again, it stands there once.
 */
export function logEntryId(conversation: string, what: string): Types.ObjectId {
  return new Types.ObjectId(createHash('sha256').update(`${conversation}:${what}`).digest('hex').slice(0, 24));
}
