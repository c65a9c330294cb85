import { ListedConversation } from '../../models/listedConversation.ts';
import type { ConversationRow } from '../api.ts';
import { conversationRows } from './conversationRows.ts';

/** @returns a conversation as the list shows it; undefined when there is none. Let the log be read on before. */
export async function conversationRow(id: string): Promise<ConversationRow | undefined> {
  const one = await ListedConversation.findById(String(id)).lean();
  return one ? (await conversationRows([one]))[0] : undefined;
}
