import { OutgoingMessage } from '../../models/outgoingMessage.ts';
import type { House } from '../../onboarding/house.ts';
import { now } from '../../onboarding/now.ts';
import { stuckOutgoing } from '../../onboarding/stuckOutgoing.ts';
import { beyondLeases } from '../../onboarding/stuckTimes.ts';
import { faultInWords } from './faultInWords.ts';
import { stuckDocuments } from './stuckDocuments.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

/** Teams messages that Usher sends by itself, and that do not get through. */
export const stuckMessage: StuckSource = {
  kind: 'message',
  ...stuckDocuments(OutgoingMessage, { stuck: stuckOutgoing, since: 'createdAt', asThing }),
  async tryAgain(house: House, id) {
    if (!(await OutgoingMessage.exists({ _id: id }))) return false;
    const dueAt = now();
    await OutgoingMessage.updateOne(
      { _id: id, failedAt: { $exists: true } },
      { $set: { state: 'waiting', dueAt, attempts: 0 }, $unset: { failedAt: 1, lastFault: 1 } },
    );
    await OutgoingMessage.updateOne({ _id: id, dueAt: { $gt: beyondLeases() } }, { $set: { dueAt } });
    house.recorded?.('message');
    return true;
  },
};

function asThing(message: OutgoingMessage): StuckThing {
  const { _id, to, notice, state, attempts, lastFault, createdAt, failedAt, conversationId } = message;
  const conversation = conversationId ?? ('conversation' in notice ? notice.conversation : undefined);
  return {
    id: _id,
    since: (failedAt ?? createdAt).toISOString(),
    facts: { to: to.email, kind: notice.kind, attempts, state },
    ...faultInWords(lastFault),
    ...(conversation !== undefined && { conversationId: conversation }),
    person: to.email,
    as: `${state} ${failedAt?.toISOString() ?? ''}`,
  };
}
