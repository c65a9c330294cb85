import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Types } from 'mongoose';
import { AccessRequest } from '../models/accessRequest.ts';
import { Conversation } from '../models/conversation.ts';
import { IncomingMail } from '../models/incomingMail.ts';
import { IncomingSource } from '../models/incomingSource.ts';
import { ListedConversation } from '../models/listedConversation.ts';
import { Message } from '../models/message.ts';
import { OutgoingMail } from '../models/outgoingMail.ts';
import { OutgoingMessage } from '../models/outgoingMessage.ts';
import { SearchEntry } from '../models/searchEntry.ts';
import { appendAudit } from './appendAudit.ts';
import type { Operator } from './helpdesk/operator.ts';
import type { House } from './house.ts';
import { now } from './now.ts';
import { readAddress } from './readAddress.ts';
import { takeLogLease } from './searchIndex/logLease.ts';
import { removeEntries } from './searchIndex/removeEntries.ts';

export type ErasePersonResult =
  | { outcome: 'erased'; messages: number; conversations: number }
  /** It is no address. */
  | { outcome: 'wrongInput' }
  /** The log is being read by a process that does not end; once more later. */
  | { outcome: 'busy' };

const portion = 500;
const patience = 30_000;

/**
 * Removes what somebody has said and was told: their conversations, what they wrote in others, what these are found by,
 * their mails' contents, and free text of theirs in requests and notices that are done with. Their access and the audit
 * log stay; the log gets an entry, written before anything is removed. Done again, it goes on where it was cut off.
 */
export async function erasePerson(house: House, operator: Operator, address: string): Promise<ErasePersonResult> {
  const email = readAddress(address);
  if (email === undefined) return { outcome: 'wrongInput' };
  const lease = await leaseOfLog();
  if (!lease) return { outcome: 'busy' };
  try {
    await appendAudit(house, randomUUID(), {
      at: now(),
      action: 'personErased',
      who: operator.email,
      forWhom: email,
      channel: 'helpdesk',
    });
    const own = (await Conversation.find({ person: email }, { _id: 1 }).lean()).map(({ _id }) => _id);
    let messages = 0;
    for (const conversation of own) messages += await removeMessages({ conversation }, () => lease.commit({}));
    // In a group somebody else goes on.
    const elsewhere = await Message.distinct('conversation', { person: email });
    messages += await removeMessages({ person: email }, () => lease.commit({}));
    await ListedConversation.updateMany({ _id: { $in: elsewhere } }, { $set: { lastText: '' } });
    await eraseMails(email);
    await eraseFreeText(email);
    await ListedConversation.deleteMany({ _id: { $in: own } });
    await Conversation.deleteMany({ _id: { $in: own } });
    return { outcome: 'erased', messages, conversations: own.length };
  } finally {
    await lease.release();
  }
}

async function leaseOfLog() {
  const until = now().getTime() + patience;
  for (;;) {
    const lease = await takeLogLease();
    if (lease || now().getTime() > until) return lease;
    await wait(20);
  }
}

/** The search forgets first: what it still found would be gone. */
async function removeMessages(
  which: { conversation: string } | { person: string },
  keepLease: () => Promise<void>,
): Promise<number> {
  let removed = 0;
  for (;;) {
    const ids: Types.ObjectId[] = (await Message.find(which, { _id: 1 }).limit(portion).lean()).map(({ _id }) => _id);
    if (ids.length === 0) return removed;
    await keepLease();
    await removeEntries(await SearchEntry.find({ _id: { $in: ids } }).lean());
    removed += (await Message.deleteMany({ _id: { $in: ids } })).deletedCount;
  }
}

/** What is still to be dealt with or to be sent is left: it would have no effect any more, or none that could be told. */
async function eraseMails(email: string): Promise<void> {
  const filed = { from: email, state: 'filed' } as const;
  const mails = await IncomingMail.find(filed, { _id: 1 }).lean();
  await IncomingSource.deleteMany({ _id: { $in: mails.map(({ _id }) => _id) } });
  await IncomingMail.updateMany(filed, { $unset: { subject: 1 } });
  const sent = { 'to.email': email, dueAt: { $exists: false } };
  await OutgoingMail.updateMany({ ...sent, answers: { $exists: true } }, { $set: { 'answers.subject': '' } });
  await OutgoingMail.updateMany(
    { ...sent, 'notice.kind': 'mailAnswer' },
    { $set: { 'notice.heading': '', 'notice.blocks': [], 'notice.quoted': '' } },
  );
  await OutgoingMail.updateMany({ ...sent, 'notice.kind': 'mailUnproven' }, { $set: { 'notice.subject': '' } });
}

async function eraseFreeText(email: string): Promise<void> {
  await AccessRequest.updateMany({ 'requester.email': email }, { $set: { message: '' } });
  await AccessRequest.updateMany({ 'decision.by': email }, { $set: { 'decision.reason': '' } });
  const done = { dueAt: { $exists: false } };
  for (const outbox of [OutgoingMail.collection, OutgoingMessage.collection]) {
    await outbox.updateMany(
      { ...done, 'notice.kind': 'accessRequested', 'notice.requester.email': email },
      { $set: { 'notice.message': '' } },
    );
    await outbox.updateMany(
      { ...done, 'notice.kind': 'accessRequestDecided', 'notice.decidedBy.email': email },
      { $set: { 'notice.reason': '' } },
    );
    await outbox.updateMany(
      { ...done, 'notice.kind': 'helpdesk', 'to.email': email },
      { $unset: { 'notice.text': '' } },
    );
  }
}
