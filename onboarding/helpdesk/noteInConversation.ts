import { Conversation } from '../../models/conversation.ts';
import { Message } from '../../models/message.ts';
import { isDuplicateKey } from '../isDuplicateKey.ts';
import { logEntryId } from '../logEntryId.ts';
import { maskSecrets } from '../maskSecrets.ts';
import { now } from '../now.ts';
import type { Operator } from './operator.ts';
import { readWords, type Words } from './readWords.ts';

export type NoteResult = { outcome: 'noted' } | { outcome: 'wrongInput'; fields: string[] } | { outcome: 'notFound' };

/** Writes a note beside a conversation, for the helpdesk only; the same id counts once. */
export async function noteInConversation(operator: Operator, conversation: string, words: Words): Promise<NoteResult> {
  const read = readWords(words);
  if ('fields' in read) return { outcome: 'wrongInput', fields: read.fields };
  const found = await Conversation.findById(conversation, { person: 1, joined: 1 }).lean();
  if (!found) return { outcome: 'notFound' };
  const at = now();
  try {
    await Message.create({
      _id: logEntryId(conversation, `note-${read.id}`),
      conversation,
      at,
      direction: 'note',
      operator: { email: operator.email, name: operator.name },
      ...(found.person !== undefined && { person: found.person }),
      text: maskSecrets(read.text),
    });
  } catch (fault) {
    if (!isDuplicateKey(fault)) throw fault;
  }
  await Conversation.updateOne({ _id: conversation }, { $set: { stateChangedAt: at } });
  if (found.joined?.by.email === operator.email) {
    await Conversation.updateOne(
      { _id: conversation, 'joined.by.email': operator.email },
      { $set: { 'joined.lastAt': at } },
    );
  }
  return { outcome: 'noted' };
}
