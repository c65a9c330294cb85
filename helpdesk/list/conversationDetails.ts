import type { ConversationDetails } from '../api.ts';
import { conversationRow } from './conversationRow.ts';
import { personView } from './personView.ts';

/**
 * @param watchers who else looks at it.
 * @returns undefined when there is no such conversation. Let the log be read on before.
 */
export async function conversationDetails(
  id: string,
  watchers: readonly string[] = [],
): Promise<ConversationDetails | undefined> {
  const conversation = await conversationRow(id);
  if (!conversation) return undefined;
  const person = conversation.person && (await personView(conversation.person.email));
  // What they are called now: the list learns it when something is said again.
  if (conversation.person && person?.name !== undefined) conversation.person.name = person.name;
  return { conversation, ...(person && { person }), watchers: [...watchers] };
}
