import { DateTime } from 'luxon';
import type { Model } from 'mongoose';
import { AccessRequest } from '../../models/accessRequest.ts';
import { Conversation } from '../../models/conversation.ts';
import { Domain } from '../../models/domain.ts';
import { Invitation } from '../../models/invitation.ts';
import { InvitationBatch } from '../../models/invitationBatch.ts';
import { Membership } from '../../models/membership.ts';
import type { PendingWork, WithPendingWork } from '../../models/pendingWork.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { ResendRequest } from '../../models/resendRequest.ts';
import type { House } from '../../onboarding/house.ts';
import { now } from '../../onboarding/now.ts';
import { readId } from '../../onboarding/readId.ts';
import { longDue } from '../../onboarding/stuckTimes.ts';
import { workPauseSeconds } from '../../onboarding/workPauseSeconds.ts';
import { faultInWords } from './faultInWords.ts';
import type { StuckSource, StuckThing } from './stuckSource.ts';

/** After so many tries work has failed for about ten minutes; see onboarding/workPauseSeconds.ts. */
const manyAttempts = 7;

/** A document with work, and where the person stands in it. */
type Worked = WithPendingWork & { _id: unknown } & Record<string, unknown>;

interface Place {
  model: Model<Worked>;
  person(document: Worked): string | undefined;
  /** Few documents have work at a time, and what failed is found among those. */
  few?: true;
}

const place = (model: unknown, person: (document: never) => string | undefined, few?: true): Place => ({
  model: model as Model<Worked>,
  person: person as Place['person'],
  ...(few && { few }),
});

/** By the names of their models: an id says in which of them it stands. */
const places = new Map<string, Place>([
  ['AccessRequest', place(AccessRequest, ({ requester }: AccessRequest) => requester.email)],
  ['Invitation', place(Invitation, ({ email }: Invitation) => email)],
  ['Membership', place(Membership, ({ email }: Membership) => email)],
  ['PurchasingAccount', place(PurchasingAccount, ({ administrator }: PurchasingAccount) => administrator.email)],
  ['Domain', place(Domain, ({ addedBy }: Domain) => addedBy)],
  ['ResendRequest', place(ResendRequest, ({ askedBy }: ResendRequest) => askedBy)],
  ['InvitationBatch', place(InvitationBatch, ({ startedBy }: InvitationBatch) => startedBy.email)],
  ['Conversation', place(Conversation, ({ person }: Conversation) => person, true)],
]);

const failing = { lastFault: { $exists: true }, attempts: { $gte: manyAttempts } };

/** What has to follow from a change and does not happen: it fails again and again, or nobody takes it in hand. */
export const stuckWork: StuckSource = {
  kind: 'work',
  async list(most) {
    const found = await Promise.all([...places].map(([name, one]) => inPlace(name, one, most)));
    return found
      .flat()
      .sort((a, b) => (a.since < b.since ? 1 : -1))
      .slice(0, most);
  },
  async find(id) {
    const named = readWorkId(id);
    if (!named) return undefined;
    const { name, place, documentId, workId } = named;
    const document = await place.model.findOne({ _id: documentId, 'pendingWork._id': workId }).lean<Worked>();
    return document ? things(name, place, document).find((thing) => thing.id === id) : undefined;
  },
  async tryAgain(house: House, id) {
    const named = readWorkId(id);
    if (!named) return false;
    const { place, documentId, workId } = named;
    const at = now();
    // Only what has failed is due later than it should: a reminder that is not due yet is none of anybody's business.
    await place.model.updateOne(
      { _id: documentId, pendingWork: { $elemMatch: { _id: workId, ...failing, dueAt: { $gt: at } } } },
      { $set: { 'pendingWork.$.dueAt': at }, $min: { workDueAt: at } },
    );
    house.wake();
    // Done meanwhile is as good.
    return (await place.model.exists({ _id: documentId } as never)) !== null;
  },
};

async function inPlace(name: string, place: Place, most: number): Promise<StuckThing[]> {
  const { model, few } = place;
  const failed = few ? { workDueAt: { $exists: true } } : { 'pendingWork.lastFault': { $exists: true } };
  const [failedOnes, overdue] = await Promise.all([
    model
      .find({ ...failed, pendingWork: { $elemMatch: failing } } as never)
      .limit(most)
      .lean<Worked[]>(),
    model
      .find({ workDueAt: { $lt: longDue() } } as never)
      .limit(most)
      .lean<Worked[]>(),
  ]);
  const documents = new Map([...overdue, ...failedOnes].map((document) => [String(document._id), document]));
  return [...documents.values()].flatMap((document) => things(name, place, document));
}

function things(name: string, { person }: Place, document: Worked): StuckThing[] {
  const due = longDue();
  const who = person(document);
  return document.pendingWork
    .filter((item) => item.dueAt < due || (item.lastFault !== undefined && item.attempts >= manyAttempts))
    .map((item) => ({
      id: `${name}:${String(document._id)}:${item._id}`,
      since: since(item).toISOString(),
      facts: { work: item.work.kind, attempts: item.attempts },
      ...faultInWords(item.lastFault),
      ...(name === 'Conversation' && { conversationId: String(document._id) }),
      ...(who !== undefined && { person: who }),
      // A reference, which is another each time, and the kind of fault.
      as: (item.lastFault ?? 'overdue').split(' ').slice(-1).join(),
    }));
}

/** When it failed first, or was due. */
function since({ dueAt, attempts }: PendingWork): Date {
  let seconds = 0;
  for (let attempt = 0; attempt < Math.min(attempts, 1_000); attempt++) seconds += workPauseSeconds(attempt);
  return DateTime.fromJSDate(dueAt).minus({ seconds }).toJSDate();
}

/** @returns where a piece of work stands, or undefined when the id names none. */
function readWorkId(id: string): { name: string; place: Place; documentId: unknown; workId: string } | undefined {
  const [, name = '', document = '', workId = ''] = /^(\w+):(.+):([^:]+)$/s.exec(id) ?? [];
  const place = places.get(name);
  // Conversations are named by their channel; all others have ids of the store.
  const documentId = name === 'Conversation' ? document : readId(document);
  return place && documentId !== undefined ? { name, place, documentId, workId } : undefined;
}
