import type { ListedConversation } from '../../models/listedConversation.ts';
import type { ConversationFilter } from '../api.ts';
import { filterTimes } from './filterTimes.ts';

/** @returns whether a conversation passes a filter: what {@link listConversations} asks the store. */
export function matches(listed: ListedConversation, filter: ConversationFilter): boolean {
  const { person, organization, state, walk, language, channel } = filter;
  const { from, to } = filterTimes(filter);
  const { lastMessageAt } = listed;
  return (
    (person === undefined || listed.person === person.toLowerCase()) &&
    (organization === undefined || listed.organizations.includes(organization)) &&
    (state === undefined || isIn(listed, state)) &&
    (walk === undefined || listed.walk === walk) &&
    (language === undefined || listed.language === language) &&
    (channel === undefined || listed.channel === channel) &&
    (from === undefined || lastMessageAt >= from) &&
    (to === undefined || lastMessageAt < to)
  );
}

function isIn(listed: ListedConversation, state: NonNullable<ConversationFilter['state']>): boolean {
  return state === 'stuck' ? listed.stuckAt !== undefined && listed.state !== 'joined' : listed.state === state;
}
