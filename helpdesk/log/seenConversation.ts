import type { Conversation } from '../../models/conversation.ts';

/** What of a conversation concerns the helpdesk: not what the walks remember. */
export type SeenConversation = Pick<
  Conversation,
  | '_id'
  | 'channel'
  | 'person'
  | 'language'
  | 'walk'
  | 'step'
  | 'waitingForPersonSince'
  | 'joined'
  | 'doneAt'
  | 'stateChangedAt'
  | 'startedAt'
  | 'lastMessageAt'
>;

/** To read just that. */
export const seenOfConversation = {
  channel: 1,
  person: 1,
  language: 1,
  walk: 1,
  step: 1,
  waitingForPersonSince: 1,
  joined: 1,
  doneAt: 1,
  stateChangedAt: 1,
  startedAt: 1,
  lastMessageAt: 1,
} as const;
