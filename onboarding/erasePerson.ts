import { randomUUID } from 'node:crypto';
import { AccessRequest } from '../models/accessRequest.ts';
import { Conversation } from '../models/conversation.ts';
import { Invitation } from '../models/invitation.ts';
import { ListedConversation } from '../models/listedConversation.ts';
import { Message } from '../models/message.ts';
import { OutgoingMail } from '../models/outgoingMail.ts';
import { OutgoingMessage } from '../models/outgoingMessage.ts';
import { appendAudit } from './appendAudit.ts';
import { eraseInHand } from './erase/eraseInHand.ts';
import { eraseQuotes } from './erase/eraseQuotes.ts';
import { quotesOf } from './erase/quotesOf.ts';
import { forgetMails } from './forgetMails.ts';
import { forgetMessages } from './forgetMessages.ts';
import type { Operator } from './helpdesk/operator.ts';
import type { House } from './house.ts';
import { now } from './now.ts';
import { readAddress } from './readAddress.ts';
import { removeEmptyConversations } from './removeEmptyConversations.ts';
import { removeMessages } from './removeMessages.ts';
import { waitForLogLease } from './searchIndex/waitForLogLease.ts';

export type ErasePersonResult =
  | { outcome: 'erased'; messages: number; conversations: number }
  /** It is no address. */
  | { outcome: 'wrongInput' }
  /** The log is being read by a process that does not end; once more later. */
  | { outcome: 'busy' };

/**
 * Removes what somebody has said and was told: their conversations, what they wrote in others, what these are found by,
 * their mails, in hand or done with, free text of theirs in requests and notices, and what of it was quoted to others.
 * Their access and the audit log stay; the log gets an entry, written before anything is removed. Done again, it goes on
 * where it was cut off.
 */
export async function erasePerson(house: House, operator: Operator, address: string): Promise<ErasePersonResult> {
  const email = readAddress(address);
  if (email === undefined) return { outcome: 'wrongInput' };
  const lease = await waitForLogLease();
  if (!lease) return { outcome: 'busy' };
  try {
    await appendAudit(house, randomUUID(), {
      at: now(),
      action: 'personErased',
      who: operator.email,
      forWhom: email,
      channel: 'helpdesk',
    });
    await eraseInHand(email);
    await eraseQuotes(await quotesOf(email), lease);
    const own = (await Conversation.find({ person: email }, { _id: 1 }).lean()).map(({ _id }) => _id);
    let messages = 0;
    for (const conversation of own) messages += await removeMessages({ conversation }, lease);
    // In a group somebody else goes on.
    const elsewhere = await Message.distinct('conversation', { person: email });
    messages += await removeMessages({ person: email }, lease);
    await ListedConversation.updateMany({ _id: { $in: elsewhere } }, { $set: { lastText: '' } });
    await ListedConversation.updateMany({ claims: email }, { $unset: { claims: 1 } });
    const emptied = await removeEmptyConversations(
      house,
      elsewhere.filter((id) => !own.includes(id)),
    );
    await forgetMails({ from: email }, { 'to.email': email });
    await forgetMessages({ 'to.email': email });
    await eraseFreeText(email);
    await ListedConversation.deleteMany({ _id: { $in: own } });
    await Conversation.deleteMany({ _id: { $in: own } });
    for (const conversation of own) await house.conversationChanged?.(conversation);
    await lease.commit({ erasures: (lease.reading.erasures ?? 0) + 1 });
    return { outcome: 'erased', messages, conversations: own.length + emptied };
  } finally {
    await lease.release();
  }
}

async function eraseFreeText(email: string): Promise<void> {
  await AccessRequest.updateMany({ 'requester.email': email }, { $set: { message: '' } });
  await AccessRequest.updateMany({ 'decision.by': email }, { $set: { 'decision.reason': '' } });
  await Invitation.updateMany({ email, undeliverable: { $exists: true } }, { $set: { 'undeliverable.reason': '' } });
  await OutgoingMail.collection.updateMany(
    { 'notice.asksBack.request.requester.email': email },
    { $set: { 'notice.asksBack.request.message': '' } },
  );
  for (const outbox of [OutgoingMail.collection, OutgoingMessage.collection]) {
    await outbox.updateMany(
      { 'notice.kind': 'accessRequested', 'notice.requester.email': email },
      { $set: { 'notice.message': '' } },
    );
    await outbox.updateMany(
      { 'notice.kind': 'accessRequestDecided', 'notice.decidedBy.email': email },
      { $set: { 'notice.reason': '' } },
    );
    await outbox.updateMany(
      {
        'notice.kind': 'invitationNews',
        'notice.person.email': email,
        'notice.news.reason': { $exists: true },
      },
      { $set: { 'notice.news.reason': '' } },
    );
  }
}
