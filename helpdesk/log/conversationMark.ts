import type { SeenConversation } from './seenConversation.ts';

/** Changes whenever something changes that the helpdesk sees of a conversation. */
export function conversationMark(one: SeenConversation): string {
  const { lastMessageAt, stateChangedAt, waitingForPersonSince, joined, doneAt, person, language, walk, step } = one;
  return JSON.stringify([
    lastMessageAt,
    stateChangedAt,
    waitingForPersonSince,
    joined?.by?.email,
    doneAt,
    person,
    language,
    walk,
    step,
  ]);
}
