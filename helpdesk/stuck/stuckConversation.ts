import { ListedConversation } from '../../models/listedConversation.ts';
import { inState } from '../list/inState.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

/** As the list of conversations has them, by the same index. */
const stuck = inState('stuck');

/** What begins the id of a conversation here, beside those of messages. */
const prefix = 'conversation:';

/** Conversations in which an answer did not reach the person, or a turn broke; until somebody is done with them. */
export const stuckConversation: StuckSource = {
  kind: 'message',
  endsElsewhere: true,
  async list(most) {
    const conversations = await ListedConversation.find(stuck).sort({ stuckAt: -1 }).limit(most).lean();
    return conversations.map(asThing);
  },
  async find(id) {
    if (!id.startsWith(prefix)) return undefined;
    const conversation = await ListedConversation.findOne({ _id: id.slice(prefix.length), ...stuck }).lean();
    return conversation ? asThing(conversation) : undefined;
  },
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
