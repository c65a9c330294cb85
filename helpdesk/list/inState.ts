import type { QueryFilter } from 'mongoose';
import type { ListedConversation } from '../../models/listedConversation.ts';
import type { ConversationFilter } from '../api.ts';

/** @returns what holds of conversations in a state of the list. */
export function inState(state: NonNullable<ConversationFilter['state']>): QueryFilter<ListedConversation> {
  if (state !== 'stuck') return { state };
  // One that somebody has joined is in good hands.
  return { stuckAt: { $exists: true }, state: { $ne: 'joined' } };
}
