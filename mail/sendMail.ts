import { DateTime } from 'luxon';
import { OutgoingMail } from '../models/outgoingMail.ts';
import { logDelivery } from '../onboarding/logDelivery.ts';
import { logEntryId } from '../onboarding/logEntryId.ts';
import { replyReference } from '../onboarding/replyReference.ts';
import { requestLimit } from './graphClient.ts';
import { GraphFault } from './graphFault.ts';
import type { FoundMessage, GraphMailbox } from './graphMailbox.ts';
import { graphMessage } from './graphMessage.ts';
import { logOutgoing } from './logOutgoing.ts';
import { threadOfOurs } from './mailThread.ts';
import { noticeLink } from './noticeLink.ts';
import { overtaken } from './overtaken.ts';

/** How long one process has a mail to itself, in milliseconds. */
export const leaseTime = 5 * requestLimit;

/** Another process has taken the mail over, or it is done with: nothing more may be done about it here. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

export interface SendMailTools {
  mailbox: GraphMailbox;
  /** The address of that mailbox. */
  address: string;
  linkSecret: string;
  publicUrl: string;
  /** A draft is about to be handed to Graph for sending. */
  beforeSending(): void;
}

export type SendMailResult = { outcome: 'sent'; retryAfter?: number } | { outcome: 'dropped'; reason: string };

/**
 * Carries one leased mail through: a marked draft, its id recorded, the draft sent, that recorded.
 *
 * Why it goes out once, wherever this is killed and however long it is held up:
 * - Only a draft whose id stands in the record is ever sent, and one id stands there. It is recorded under the lease
 *   (`dueAt` as it was when the mail was leased; each lease is later than the one before, so that no two are equal). A
 *   worker that was overtaken between making a draft and recording it leaves a draft that nobody will send.
 * - A mail that was in hand before, by whatever worker, is looked up before anything is done about it: by the recorded
 *   id, which is immutable and so finds the message in Sent Items too, else by its mark in Drafts and Sent Items.
 * - A request is made only while the lease outlasts it ({@link requestLimit}); otherwise the lease is renewed first,
 *   and whoever cannot renew it stops. Sending one draft twice needs a process that stands still for minutes exactly
 *   between those two instructions; Exchange refuses to submit a message that is no draft any more.
 *
 * @param mail as leased: `attempts` counts this time too, `dueAt` is when the lease ends.
 * @throws GraphFault, {@link LeaseLost}, or what the store throws.
 */
export async function sendMail(mail: OutgoingMail, tools: SendMailTools): Promise<SendMailResult> {
  const { mailbox } = tools;
  const entry = logEntryId(threadOfOurs(mail), mail._id);
  let lease = mail.dueAt as Date;

  async function keepLease(): Promise<void> {
    const now = DateTime.now();
    if (lease.getTime() - now.toMillis() > 2 * requestLimit) return;
    const until = now.plus(leaseTime).toJSDate();
    const renewed = await OutgoingMail.updateOne({ _id: mail._id, dueAt: lease }, { $set: { dueAt: until } });
    if (renewed.matchedCount === 0) throw new LeaseLost();
    lease = until;
  }

  async function recordDraft(id: string): Promise<void> {
    const recorded = await OutgoingMail.updateOne(
      { _id: mail._id, dueAt: lease },
      { $set: { graphId: id, state: 'drafted' } },
    );
    if (recorded.matchedCount === 0) throw new LeaseLost();
  }

  // That it was sent is true whoever holds the lease.
  async function recordSent(): Promise<void> {
    // Noted in the log first: once it is recorded, nobody looks at it any more.
    await logDelivery(entry, 'sent');
    await OutgoingMail.updateOne(
      { _id: mail._id, state: { $in: ['waiting', 'drafted'] } },
      { $set: { state: 'sent', sentAt: DateTime.now().toJSDate() }, $unset: { dueAt: 1, lastFault: 1 } },
    );
  }

  async function lookUp(): Promise<FoundMessage | undefined> {
    if (mail.graphId !== undefined) {
      await keepLease();
      const recorded = await mailbox.read(mail.graphId);
      if (recorded !== undefined) return recorded;
    }
    await keepLease();
    return mailbox.find(mail._id);
  }

  const known = mail.attempts > 1 || mail.graphId !== undefined ? await lookUp() : undefined;
  if (known !== undefined && !known.isDraft) {
    await recordSent();
    return { outcome: 'sent' };
  }

  const reason = await overtaken(mail);
  if (reason !== undefined) {
    await keepLease();
    if (known !== undefined) await mailbox.deleteDraft(known.id);
    await logDelivery(entry, 'dropped');
    await OutgoingMail.updateOne(
      { _id: mail._id, dueAt: lease },
      { $set: { state: 'dropped', lastFault: reason }, $unset: { dueAt: 1 } },
    );
    return { outcome: 'dropped', reason };
  }

  let draft = known?.id;
  if (draft === undefined) {
    // MJML takes a third of a second to load, and a process that sends nothing need not wait for it.
    const { renderMail } = await import('./render.ts');
    const link = noticeLink(mail.notice, tools);
    const rendered = await renderMail(mail.notice, mail.to, {
      mailbox: tools.address,
      ...(link && { link }),
      ...(mail.answers && { answers: mail.answers }),
    });
    await logOutgoing(mail, rendered);
    await keepLease();
    draft = await mailbox.createDraft(
      graphMessage(mail, rendered, tools.address, (id) => replyReference(tools.linkSecret, id)),
    );
  }
  if (draft !== mail.graphId) await recordDraft(draft);

  await keepLease();
  tools.beforeSending();
  try {
    const { retryAfter } = await mailbox.send(draft);
    await recordSent();
    return retryAfter === undefined ? { outcome: 'sent' } : { outcome: 'sent', retryAfter };
  } catch (fault) {
    // Graph says no when the draft was sent meanwhile, too; whether it was is seen at once, and not taken for a refusal.
    if (!(fault instanceof GraphFault) || (fault.kind !== 'refused' && fault.kind !== 'notFound')) throw fault;
    await keepLease();
    if ((await mailbox.read(draft))?.isDraft !== false) throw fault;
    await recordSent();
    return { outcome: 'sent' };
  }
}
