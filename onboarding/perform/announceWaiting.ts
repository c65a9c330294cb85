import { Conversation } from '../../models/conversation.ts';
import { conversationRecipient } from '../helpdesk/conversationRecipient.ts';
import type { House } from '../house.ts';
import type { Handed } from './handed.ts';
import { recordMessage } from './recordMessage.ts';

/** Tells the helpdesk's channel in Teams who waits, where there is one and as long as they do. */
export async function announceWaiting(
  house: House,
  { item, work, document }: Handed<'announceWaiting', Conversation>,
): Promise<void> {
  const language = house.announceWaitingIn;
  if (language === undefined) return;
  const conversation = await Conversation.findById(document._id).lean();
  if (!conversation?.waitingForPersonSince) return;
  const { _id, channel } = conversation;
  const person = await conversationRecipient(conversation);
  await recordMessage(
    house,
    item._id,
    // A channel has no address; the sender knows it.
    { email: '', firstName: '', lastName: '', language },
    {
      kind: 'personWanted',
      conversation: _id,
      channel,
      since: work.since,
      ...(person && { person: { email: person.email, name: `${person.firstName} ${person.lastName}`.trim() } }),
    },
  );
}
