import type { ConversationRow } from '../../api.ts';
import type { Words } from '../words/WordsContext.ts';

/** @returns what the person of a conversation is called; of nobody's, whom its mail claims to be from, as such. */
export function personCalled({ person, claims }: Pick<ConversationRow, 'person' | 'claims'>, t: Words['t']): string {
  if (person) return person.name ?? person.email;
  return claims === undefined ? t.list.unknownPerson : t.list.claims({ address: claims });
}
