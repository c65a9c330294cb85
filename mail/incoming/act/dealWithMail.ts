import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { IncomingMail } from '../../../models/incomingMail.ts';
import type { AskedBack, Notice } from '../../../models/notice.ts';
import { isDuplicateKey } from '../../../onboarding/isDuplicateKey.ts';
import { maskSecrets } from '../../../onboarding/maskSecrets.ts';
import { now } from '../../../onboarding/now.ts';
import { takeFromLimit } from '../../../onboarding/takeFromLimit.ts';
import type { Examined } from '../examine/examined.ts';
import type { MailRead } from '../mailRead.ts';
import { type Answered, answeredMail } from '../prove/answeredMail.ts';
import { mailsReferredTo } from '../prove/mailsReferredTo.ts';
import { writtenAsAnswer } from '../prove/writtenAsAnswer.ts';
import type { ActTools } from './actTools.ts';
import { answerMail } from './answer.ts';
import { answerInvitation } from './answerInvitation.ts';
import { askToConfirm } from './askToConfirm.ts';
import { conversationOf } from './conversationOf.ts';
import { type Dealt, type Done, NotYet } from './dealt.ts';
import { decideByMail } from './decideByMail.ts';
import { logAside } from './logAside.ts';
import { type LoggedMail, logMails } from './logMails.ts';
import type { MailInHand } from './mailInHand.ts';
import { noteBounce } from './noteBounce.ts';
import { oneFrom } from './oneFrom.ts';
import { takeRequest } from './takeRequest.ts';
import { tellOfDelay } from './tellOfDelay.ts';
import { writerOf } from './writer.ts';

/** For so long a name server may be silent before a mail counts as unproven. */
const patience = { hours: 6 };

/**
 * Deals with one mail: finds out what it is, who has written it, and does what it asks for (product.md, "Mail"). Doing
 * it again, after it was cut off anywhere, changes nothing more.
 *
 * Nothing automatic is answered, nothing unproven has an effect, and a decision counts only with the reference of the
 * mail that asked for it.
 *
 * @param examined absent when its source could not be had.
 * @throws {@link NotYet}, or what the store throws.
 */
export async function dealWithMail(
  tools: ActTools,
  mail: IncomingMail,
  examined: Examined | undefined,
): Promise<Dealt> {
  if (examined === undefined) {
    const conversation = await logAside(mail, undefined, { logged: 'unreadable' });
    return { kind: 'unreadable', outcome: 'too large to be fetched', conversation };
  }
  if (examined.by === 'unknown') {
    const { read } = examined;
    const conversation = await logAside(mail, read, { logged: 'unreadable' });
    return {
      kind: 'unreadable',
      outcome: read.reason,
      subject: maskSecrets(read.subject),
      ...oneFrom(read.from),
      conversation,
    };
  }
  const { read } = examined;
  const about = {
    subject: maskSecrets(read.subject),
    ...oneFrom(read.from),
    ...(read.messageId !== undefined && { messageId: read.messageId }),
  };
  if (read.bounce) {
    const { ours, reason, logged, ...done } = await noteBounce(tools, read, read.bounce);
    return { ...about, ...done, conversation: await logAside(mail, read, { logged, ours, text: reason }) };
  }
  if (examined.by === 'machine') {
    const [ours] = await mailsReferredTo(read.replyReferences);
    const conversation = await logAside(mail, read, { logged: 'automatic', ours });
    return { ...about, kind: 'automatic', outcome: examined.reason, conversation };
  }

  const { proof, understood } = examined;
  if (!proof.proven) {
    if (proof.because === 'temporary' && DateTime.fromJSDate(mail.receivedAt).plus(patience).toJSDate() > now()) {
      throw new NotYet(DateTime.fromJSDate(now()).plus({ minutes: 2 }).toJSDate(), 'a name server is silent');
    }
    const { logged, ...done } = await askToConfirm(tools, mail, read, proof.from, proof.because);
    return { ...about, ...done, proven: false, conversation: await logAside(mail, read, { logged }) };
  }
  const { from } = proof;
  // At once: neither needs the other, and what comes in once stays claimed while it waits for the limit.
  const [retryAt, isFirst] = await Promise.all([
    takeFromLimit(tools.house, 'mailsPerSender', from, { countedFor: mail._id }),
    claim(mail, from, read),
  ]);
  const known = { ...about, from, proven: true };
  if (!isFirst) return { ...known, kind: 'duplicate', outcome: 'came in before' };
  if (retryAt) {
    await tellOfDelay(tools, mail, examined, from, retryAt);
    throw new NotYet(retryAt, 'its sender has written too much');
  }

  const answered = await answeredMail(read.replyReferences, from);
  if (answered.outcome === 'notSentYet') {
    throw new NotYet(DateTime.fromJSDate(now()).plus({ seconds: 5 }).toJSDate(), 'the mail it answers is being sent');
  }
  const ours = answered.outcome === 'answered' ? answered.mail : undefined;
  if (ours && !writtenAsAnswer(read, ours)) {
    const { logged, ...done } = await askToConfirm(tools, mail, read, from, 'not written as an answer');
    return { ...known, ...done, proven: false, conversation: await logAside(mail, read, { logged }) };
  }
  const conversation = conversationOf(read, from, ours, mail._id);
  const writer = await writerOf(tools.house, from, examined);
  const { intent, confidence, language } = understood;
  const came: LoggedMail = {
    _id: mail._id,
    direction: 'in',
    subject: read.subject,
    text: read.newText,
    ...(read.html !== undefined && { html: read.html }),
    understood: { intent, confidence, language },
  };
  const place = { conversation, person: from };
  const inHand: MailInHand = { mail, read, proof, writer, conversation, understood };
  try {
    const { logged, readAs, notUnderstood, reply, ...done } = await act(tools, inHand, answered);
    const dealt: LoggedMail = {
      ...came,
      outcome: logged,
      ...(readAs && { understood: readAs }),
      ...(notUnderstood !== undefined && { notUnderstood }),
    };
    if (reply) await answerMail(tools, mail, read, conversation, reply, { came: dealt });
    else await logMails(place, [dealt]);
    return { ...known, conversation, ...done };
  } catch (fault) {
    // It is dealt with again, and nobody knows when that will do: the helpdesk sees it at once.
    await logMails(place, [came]).catch(() => undefined);
    throw fault;
  }
}

function act(tools: ActTools, inHand: MailInHand, answered: Answered): Promise<Done> {
  const ours = answered.outcome === 'answered' ? answered.mail : undefined;
  const asked = ours && askedBy(ours.notice);
  if (asked) return decideByMail(tools, inHand, asked.request, asked.missing);
  if (ours?.notice.kind === 'invitation') return answerInvitation(tools, inHand, ours.notice);
  const ofAnother = answered.outcome === 'sentToAnother' && askedBy(answered.mail.notice) !== undefined;
  return takeRequest(tools, inHand, { answered: ours, ofAnother });
}

/** @returns the request that a mail of ours asks to decide, for the first time or again. */
function askedBy(notice: Notice): (Pick<AskedBack, 'request'> & Partial<AskedBack>) | undefined {
  if (notice.kind === 'accessRequested') return { request: notice };
  return notice.kind === 'mailAnswer' ? notice.asksBack : undefined;
}

/**
 * Whatever is delivered twice is acted on once. Claimed only in a proven sender's name: a forged mail must not be able
 * to keep out the genuine one whose Message-ID it bears.
 *
 * @returns false when it came in before.
 */
async function claim(mail: IncomingMail, from: string, { messageId }: MailRead): Promise<boolean> {
  if (messageId === undefined) return true;
  const actedAs = createHash('sha256').update(`${from} ${messageId}`).digest('base64url');
  try {
    await IncomingMail.collection.updateOne({ _id: mail._id as never }, { $set: { actedAs } });
    return true;
  } catch (fault) {
    if (isDuplicateKey(fault)) return false;
    throw fault;
  }
}
