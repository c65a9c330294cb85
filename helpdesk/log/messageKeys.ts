import { foldText } from '../../language/foldText.ts';
import type { ListedConversation } from '../../models/listedConversation.ts';
import type { Message } from '../../models/message.ts';
import { filterKey } from '../list/filterKeys.ts';
import { searchTokens } from '../search/searchTokens.ts';
import { saidText } from './saidText.ts';

/** A text of more different words is a dump, not something that somebody looks for word by word. */
const mostWords = 2_000;

/** @returns what a message is found by: its words, the whole address of its person, and where it belongs. */
export function messageKeys(message: Message, row: ListedConversation): string[] {
  const written = message.person ?? row.person;
  // A mail that is not proven can be found by the address that it claims, but is not that person's.
  const person = row.channel === 'mail' ? row.person : written;
  const walk = message.walk ?? row.walk;
  const keys = [
    filterKey('channel', row.channel),
    ...(written === undefined ? [] : [foldText(written)]),
    ...(person === undefined ? [] : [filterKey('person', person)]),
    ...row.organizations.map((id) => filterKey('organization', id)),
    ...(walk === undefined ? [] : [filterKey('walk', walk)]),
    ...(row.language === undefined ? [] : [filterKey('language', row.language)]),
  ];
  const words = new Set(keys);
  for (const { text } of searchTokens(saidText(message))) {
    if (words.size >= mostWords) break;
    words.add(text);
  }
  return [...words];
}
