import type { Model } from 'mongoose';
import { InboxReading } from '../../models/inboxReading.ts';
import type { MailDuty } from '../../models/mailDuty.ts';
import { MailSubscription } from '../../models/mailSubscription.ts';
import { now } from '../../onboarding/now.ts';
import { longDue } from '../../onboarding/stuckTimes.ts';
import { faultInWords } from './faultInWords.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

/** So often in a row is no passing fault. */
const manyFaults = 3;

/** There is one document of each for a mailbox: no index is worth it. */
const duties = new Map<string, Model<MailDuty>>([
  ['notifications', MailSubscription as unknown as Model<MailDuty>],
  ['reading', InboxReading as unknown as Model<MailDuty>],
]);

/** The mailbox itself: Graph tells no more of new mail, or the inbox cannot be read. */
export const stuckMailbox: StuckSource = {
  kind: 'subscription',
  async list(most) {
    const found = await Promise.all(
      [...duties].map(async ([what, model]) =>
        (await model.find(stuck()).limit(most).lean()).map((duty) => asThing(what, duty)),
      ),
    );
    return found.flat();
  },
  async find(id) {
    const named = readDutyId(id);
    const duty = named && (await named.model.findOne({ _id: named.mailbox, ...stuck() }).lean());
    return duty ? asThing(named.what, duty) : undefined;
  },
  async tryAgain(_house, id) {
    const named = readDutyId(id);
    if (!named) return false;
    // As mail/incoming/fetch/duty.ts asks: whoever is at it sees that it was asked for meanwhile.
    const asked = await named.model.updateOne({ _id: named.mailbox }, { $inc: { asked: 1 }, $min: { dueAt: now() } });
    return asked.matchedCount > 0;
  },
};

function stuck() {
  return { $or: [{ faults: { $gte: manyFaults } }, { expiresAt: { $lt: now() } }, { dueAt: { $lt: longDue() } }] };
}

function asThing(what: string, duty: MailDuty & { expiresAt?: Date; readAt?: Date }): StuckThing {
  const { _id, faults, lastFault, dueAt, expiresAt, readAt } = duty;
  const expired = expiresAt !== undefined && expiresAt < now();
  return {
    id: `${what}:${_id}`,
    since: ((expired ? expiresAt : readAt) ?? dueAt).toISOString(),
    facts: { mailbox: _id, kind: what, attempts: faults, ...(expiresAt && { expiresAt: expiresAt.toISOString() }) },
    ...faultInWords(lastFault),
    as: `${expired ? 'expired' : 'failing'} ${(lastFault ?? '').split(' ').slice(-1).join()}`,
  };
}

function readDutyId(id: string): { what: string; model: Model<MailDuty>; mailbox: string } | undefined {
  const [, what = '', mailbox = ''] = /^(\w+):(.+)$/s.exec(id) ?? [];
  const model = duties.get(what);
  return model && { what, model, mailbox };
}
