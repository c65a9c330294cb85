import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { IncomingMail } from '../../../models/incomingMail.ts';
import type { AskedBack, Notice } from '../../../models/notice.ts';
import { isDuplicateKey } from '../../../onboarding/isDuplicateKey.ts';
import { takeFromLimit } from '../../../onboarding/takeFromLimit.ts';
import type { ExaminedWriting } from '../examine/examined.ts';
import type { MailRead } from '../mailRead.ts';
import { type Answered, answeredMail } from '../prove/answeredMail.ts';
import { writtenAsAnswer } from '../prove/writtenAsAnswer.ts';
import type { ActTools } from './actTools.ts';
import { answerMail } from './answer.ts';
import { answerInvitation } from './answerInvitation.ts';
import { conversationOf } from './conversationOf.ts';
import { type Dealt, type Done, NotYet } from './dealt.ts';
import { dealWithUnproven } from './dealWithUnproven.ts';
import { decideByMail } from './decideByMail.ts';
import { type LoggedMail, logMails } from './logMails.ts';
import type { MailInHand } from './mailInHand.ts';
import { takeRequest } from './takeRequest.ts';
import { tellOfDelay } from './tellOfDelay.ts';
import { writerOf } from './writer.ts';

/**
 * Deals with a mail that is proven to be from whom it says: does what it asks for, once, and answers it. A decision
 * counts only with the reference of the mail that asked for it.
 *
 * @throws {@link NotYet}, or what the store throws.
 */
export async function dealWithProven(
  tools: ActTools,
  mail: IncomingMail,
  examined: ExaminedWriting,
  proof: MailInHand['proof'],
): Promise<Dealt> {
  const { read, understood } = examined;
  const { from } = proof;
  // At once: neither needs the other, and what comes in once stays claimed while it waits for the limit.
  const [retryAt, isFirst] = await Promise.all([
    takeFromLimit(tools.house, 'mailsPerSender', from, { countedFor: mail._id }),
    claim(mail, from, read),
  ]);
  const known = { from, proven: true };
  if (!isFirst) return { ...known, kind: 'duplicate', outcome: 'came in before' };
  if (retryAt) {
    await tellOfDelay(tools, mail, examined, from, retryAt);
    throw new NotYet(retryAt, 'its sender has written too much');
  }

  const answered = await answeredMail(read.replyReferences, from);
  if (answered.outcome === 'notSentYet') {
    throw new NotYet(DateTime.now().plus({ seconds: 5 }).toJSDate(), 'the mail it answers is being sent');
  }
  const ours = answered.outcome === 'answered' ? answered.mail : undefined;
  if (ours && !writtenAsAnswer(read, ours)) {
    return { from, ...(await dealWithUnproven(tools, mail, read, from, 'not written as an answer')) };
  }
  const conversation = conversationOf(read, from, ours, mail._id);
  const writer = await writerOf(tools.house, from, examined);
  const done = await actAndLog(tools, { mail, read, proof, writer, conversation, understood }, answered);
  return { ...known, conversation, ...done };
}

/** Does what a mail asks for, and writes it into the log with what became of it and what is answered. */
async function actAndLog(tools: ActTools, inHand: MailInHand, answered: Answered): Promise<Dealt> {
  const { mail, read, writer, conversation, understood } = inHand;
  const { intent, confidence, language } = understood;
  const came: LoggedMail = {
    _id: mail._id,
    direction: 'in',
    subject: read.subject,
    text: read.newText,
    ...(read.html !== undefined && { html: read.html }),
    understood: { intent, confidence, language },
  };
  const place = { conversation, person: writer.actor.email };
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
    return done;
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
