import { ListedConversation } from '../../models/listedConversation.ts';
import { inState } from '../list/inState.ts';
import { stuckDocuments } from './stuckDocuments.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

/** As the list of conversations has them, by the same index. */
const stuck = inState('stuck');

/** What begins the id of a conversation here, beside those of messages. */
const prefix = 'conversation:';

/** Conversations in which an answer did not reach the person, or a turn broke; until somebody is done with them. */
export const stuckConversation: StuckSource = {
  kind: 'message',
  endsElsewhere: true,
  ...stuckDocuments(ListedConversation, { stuck: () => stuck, since: 'stuckAt', asThing, readId: conversationIn }),
};

function asThing({ _id, channel, person, stuckAt, lastMessageAt }: ListedConversation): StuckThing {
  const since = (stuckAt ?? lastMessageAt).toISOString();
  return {
    id: `${prefix}${_id}`,
    since,
    facts: { kind: 'conversation', channel, ...(person !== undefined && { to: person }) },
    conversationId: _id,
    ...(person !== undefined && { person }),
    as: since,
  };
}

function conversationIn(id: string): string | undefined {
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}
