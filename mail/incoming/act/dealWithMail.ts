import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { IncomingMail } from '../../../models/incomingMail.ts';
import { isDuplicateKey } from '../../../onboarding/isDuplicateKey.ts';
import { now } from '../../../onboarding/now.ts';
import { takeFromLimit } from '../../../onboarding/takeFromLimit.ts';
import type { MailRead } from '../mailRead.ts';
import { answeredMail } from '../prove/answeredMail.ts';
import type { ActTools } from './actTools.ts';
import { answerInvitation } from './answerInvitation.ts';
import { askToConfirm } from './askToConfirm.ts';
import { conversationOf } from './conversationOf.ts';
import { type Dealt, NotYet } from './dealt.ts';
import { decideByMail } from './decideByMail.ts';
import { logMail } from './logMail.ts';
import type { MailInHand } from './mailInHand.ts';
import { noteBounce } from './noteBounce.ts';
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
 * @param mime its source; absent when there is none.
 * @throws {@link NotYet}, or what the store throws.
 */
export async function dealWithMail(tools: ActTools, mail: IncomingMail, mime: Buffer | undefined): Promise<Dealt> {
  if (mime === undefined) return { kind: 'unreadable', outcome: 'too large to be fetched' };
  const read = await tools.read(mime);
  if (read.outcome === 'unreadable') {
    return { kind: 'unreadable', outcome: read.reason, subject: read.subject, ...oneFrom(read.from) };
  }
  const about = {
    subject: read.subject,
    ...oneFrom(read.from),
    ...(read.messageId !== undefined && { messageId: read.messageId }),
  };
  if (read.bounce) return { ...about, ...(await noteBounce(tools, read, read.bounce)) };
  if (read.automatic) return { ...about, kind: 'automatic', outcome: read.automatic.reason };

  const proof = await tools.prove(mime);
  if (!proof.proven) {
    if (proof.because === 'temporary' && DateTime.fromJSDate(mail.receivedAt).plus(patience).toJSDate() > now()) {
      throw new NotYet(DateTime.fromJSDate(now()).plus({ minutes: 2 }).toJSDate(), 'a name server is silent');
    }
    return { ...about, proven: false, ...(await askToConfirm(tools, mail, read, proof.from, proof.because)) };
  }
  const { from } = proof;
  const retryAt = await takeFromLimit(tools.house, 'mailsPerSender', from, { countedFor: mail._id });
  if (retryAt) {
    await tellOfDelay(tools, mail, read, from, retryAt);
    throw new NotYet(retryAt, 'its sender has written too much');
  }
  const known = { ...about, from, proven: true };
  if (!(await claim(mail, from, read))) return { ...known, kind: 'duplicate', outcome: 'came in before' };

  const answered = await answeredMail(read.replyReferences, from);
  if (answered.outcome === 'notSentYet') {
    throw new NotYet(DateTime.fromJSDate(now()).plus({ seconds: 5 }).toJSDate(), 'the mail it answers is being sent');
  }
  const ours = answered.outcome === 'answered' ? answered.mail : undefined;
  const conversation = conversationOf(read, from, ours, mail._id);
  const understood = tools.understand(read.newText || read.subject);
  const writer = await writerOf(
    tools.house,
    from,
    read.from[0]?.name ?? '',
    understood.languageSure === false ? undefined : understood.language,
  );
  const { intent, confidence, language } = understood;
  await logMail({
    _id: mail._id,
    conversation,
    person: from,
    direction: 'in',
    text: `${read.subject}\n\n${read.newText}`,
    understood: { intent, confidence, language },
  });
  const inHand: MailInHand = { mail, read, proof, writer, conversation, understood };
  const { notice } = ours ?? {};
  const done = await (notice?.kind === 'accessRequested'
    ? decideByMail(tools, inHand, notice)
    : notice?.kind === 'invitation'
      ? answerInvitation(tools, inHand, notice)
      : takeRequest(tools, inHand, {
          answered: ours,
          ofAnother: answered.outcome === 'sentToAnother' && answered.mail.notice.kind === 'accessRequested',
        }));
  return { ...known, conversation, ...done };
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
    await IncomingMail.updateOne({ _id: mail._id }, { $set: { actedAs } });
    return true;
  } catch (fault) {
    if (isDuplicateKey(fault)) return false;
    throw fault;
  }
}

function oneFrom(from: MailRead['from']): { from?: string } {
  const [only, ...more] = from;
  return only !== undefined && more.length === 0 ? { from: only.address } : {};
}
