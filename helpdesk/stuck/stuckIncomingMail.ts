import { DateTime } from 'luxon';
import { IncomingMail } from '../../models/incomingMail.ts';
import { now } from '../../onboarding/now.ts';
import { beyondLeases, longDue, longFaulty } from '../../onboarding/stuckTimes.ts';
import { faultInWords } from './faultInWords.ts';
import { stuckDocuments } from './stuckDocuments.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

/** For so long a mail that cannot be read is worth a look into the mailbox. */
const unreadableShown = { days: 30 };

/** Mails that came in and are not dealt with: they cannot be fetched, acted on or filed, or nobody can read them. */
export const stuckIncomingMail: StuckSource = {
  kind: 'incomingMail',
  ...stuckDocuments(IncomingMail, { stuck, since: 'receivedAt', asThing }),
  async tryAgain(_house, id) {
    if (!(await IncomingMail.exists({ _id: id }))) return false;
    const at = now();
    const later = { $gt: beyondLeases() };
    await IncomingMail.updateOne({ _id: id, dueAt: later }, { $set: { dueAt: at } });
    await IncomingMail.updateOne({ _id: id, fetchAt: later }, { $set: { fetchAt: at } });
    return true;
  },
};

function stuck() {
  const faulty = { lastFault: { $exists: true }, receivedAt: { $lt: longFaulty() } };
  return {
    $or: [
      { dueAt: { $exists: true }, ...faulty },
      { fetchAt: { $exists: true }, ...faulty },
      { dueAt: { $lt: longDue() } },
      { fetchAt: { $lt: longDue() } },
      {
        kind: 'unreadable' as const,
        receivedAt: { $gt: DateTime.now().minus(unreadableShown).toJSDate() },
      },
    ],
  };
}

function asThing(mail: IncomingMail): StuckThing {
  const { _id, state, attempts, receivedAt, kind, outcome, from, proven, lastFault, conversation } = mail;
  const unreadable = kind === 'unreadable';
  return {
    id: _id,
    since: receivedAt.toISOString(),
    facts: {
      // Nobody knows yet whether it is really from there.
      ...(from !== undefined && { from }),
      state: unreadable ? 'unreadable' : state,
      attempts,
      ...(unreadable && outcome !== undefined && { reason: outcome }),
    },
    ...faultInWords(lastFault),
    ...(conversation !== undefined && { conversationId: conversation }),
    ...(proven && from !== undefined && { person: from }),
    as: `${state} ${kind ?? ''} ${(lastFault ?? '').split(' ').slice(-1).join()}`,
  };
}
