import { OutgoingMail } from '../../models/outgoingMail.ts';
import type { House } from '../../onboarding/house.ts';
import { now } from '../../onboarding/now.ts';
import { stuckOutgoing } from '../../onboarding/stuckOutgoing.ts';
import { beyondLeases } from '../../onboarding/stuckTimes.ts';
import { faultInWords } from './faultInWords.ts';
import { stuckDocuments } from './stuckDocuments.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

/** Mails that do not go out. */
export const stuckMail: StuckSource = {
  kind: 'mail',
  ...stuckDocuments(OutgoingMail, { stuck: stuckOutgoing, since: 'createdAt', asThing }),
  async tryAgain(house: House, id) {
    const mail = await OutgoingMail.findById(id, { graphId: 1 }).lean();
    if (!mail) return false;
    const dueAt = now();
    await OutgoingMail.updateOne(
      { _id: id, failedAt: { $exists: true } },
      {
        // What was drafted is looked up in the mailbox before anything is done about it; see mail/sendMail.ts.
        $set: { state: mail.graphId === undefined ? 'waiting' : 'drafted', dueAt },
        $unset: { failedAt: 1, lastFault: 1 },
      },
    );
    await OutgoingMail.updateOne({ _id: id, dueAt: { $gt: beyondLeases() } }, { $set: { dueAt } });
    house.recorded?.('mail');
    return true;
  },
};

function asThing({ _id, to, notice, state, attempts, lastFault, createdAt, failedAt }: OutgoingMail): StuckThing {
  return {
    id: _id,
    since: (failedAt ?? createdAt).toISOString(),
    facts: { to: to.email, kind: notice.kind, attempts, state },
    ...faultInWords(lastFault),
    ...('conversation' in notice && { conversationId: notice.conversation }),
    person: to.email,
    // Which fault it is begins its sentence; its words may differ each time.
    as: `${state} ${failedAt?.toISOString() ?? ''} ${/^\w+/.exec(lastFault ?? '')?.[0] ?? ''}`,
  };
}
