import { DateTime } from 'luxon';
import type { IncomingMail } from '../../../models/incomingMail.ts';
import { maskSecrets } from '../../../onboarding/maskSecrets.ts';
import { now } from '../../../onboarding/now.ts';
import type { Examined } from '../examine/examined.ts';
import { mailsReferredTo } from '../prove/mailsReferredTo.ts';
import type { ActTools } from './actTools.ts';
import { type Dealt, NotYet } from './dealt.ts';
import { dealWithProven } from './dealWithProven.ts';
import { dealWithUnproven } from './dealWithUnproven.ts';
import { logAside } from './logAside.ts';
import { noteBounce } from './noteBounce.ts';
import { oneFrom } from './oneFrom.ts';

/** For so long a name server may be silent before a mail counts as unproven. */
const patience = { hours: 6 };

/**
 * Deals with one mail, whatever it is (product.md, "Mail"): nothing automatic is answered, nothing unproven has an effect.
 * Doing it again, after it was cut off anywhere, changes nothing more.
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

  const { proof } = examined;
  if (proof.proven) return { ...about, ...(await dealWithProven(tools, mail, examined, proof)) };
  if (proof.because === 'temporary' && DateTime.fromJSDate(mail.receivedAt).plus(patience).toJSDate() > now()) {
    throw new NotYet(DateTime.now().plus({ minutes: 2 }).toJSDate(), 'a name server is silent');
  }
  return { ...about, ...(await dealWithUnproven(tools, mail, read, proof.from, proof.because)) };
}
