import type { OutgoingMail } from '../../../models/outgoingMail.ts';
import { readAddress } from '../../../onboarding/readAddress.ts';
import { mailsReferredTo } from './mailsReferredTo.ts';

/** Which mail of ours is answered, and whether by whom it was sent to. */
export type Answered =
  | { outcome: 'answered'; mail: OutgoingMail }
  /** It was sent to somebody else, who may have passed it on: the person to ask is `mail.to`. */
  | { outcome: 'sentToAnother'; mail: OutgoingMail }
  /** The outbox does not know yet that it was sent; it is tried again. */
  | { outcome: 'notSentYet' }
  /** No reference, or none of ours. */
  | { outcome: 'none' };

/**
 * Looks up what a mail answers.
 *
 * @param references reply references found in it, the likeliest first.
 * @param from its From address: proven, for the answer to count as that person's.
 */
export async function answeredMail(references: readonly string[], from: string): Promise<Answered> {
  const mails = await mailsReferredTo(references);
  const sent = mails.filter(({ state }) => state === 'sent');
  const person = readAddress(from);
  const own = sent.find(({ to }) => person !== undefined && readAddress(to.email) === person);
  if (own !== undefined) return { outcome: 'answered', mail: own };
  if (sent[0] !== undefined) return { outcome: 'sentToAnother', mail: sent[0] };
  // Sent and not yet recorded as such: its sender was cut off in between and looks it up.
  return { outcome: mails.some(({ state }) => state === 'drafted') ? 'notSentYet' : 'none' };
}
