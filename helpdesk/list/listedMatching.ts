import type { QueryFilter } from 'mongoose';
import type { ListedConversation } from '../../models/listedConversation.ts';
import type { ConversationFilter } from '../api.ts';
import { inState } from './inState.ts';

/** @returns what holds of the conversations that pass a filter, its days left aside. */
export function listedMatching({
  person,
  organization,
  state,
  ...filter
}: ConversationFilter): QueryFilter<ListedConversation> {
  const { walk, language, channel } = filter;
  return {
    ...(person !== undefined && { person: person.toLowerCase() }),
    ...(organization !== undefined && { organizations: organization }),
    ...(state !== undefined && inState(state)),
    ...(walk !== undefined && { walk }),
    ...(language !== undefined && { language }),
    ...(channel !== undefined && { channel }),
  };
}
