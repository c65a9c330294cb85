import type { OutgoingMail } from '../../../models/outgoingMail.ts';
import { logDelivery } from '../../../onboarding/logDelivery.ts';
import { logEntryId } from '../../../onboarding/logEntryId.ts';
import { markUndeliverable } from '../../../onboarding/markUndeliverable.ts';
import { threadOfOurs } from '../../mailThread.ts';
import type { MailRead } from '../mailRead.ts';
import { mailsReferredTo } from '../prove/mailsReferredTo.ts';
import type { ActTools } from './actTools.ts';
import type { Done } from './dealt.ts';

/**
 * A mail of ours came back: an invitation becomes undeliverable. Who sends a bounce cannot be proven; that it holds the
 * reference of the mail that bounced is proof enough that the mail was seen where it went.
 *
 * @returns also the mail of ours, where it is one, and why it came back, in the remote system's words.
 */
export async function noteBounce(
  { house, log }: ActTools,
  { replyReferences }: MailRead,
  bounce: NonNullable<MailRead['bounce']>,
): Promise<Done & { ours?: OutgoingMail; reason?: string }> {
  const [bounced] = await mailsReferredTo(replyReferences);
  if (!bounced) return { kind: 'bounce', outcome: 'of no mail of ours', logged: 'bounce' };
  const failed = bounce.recipients.find(
    ({ action, address }) => action === 'failed' && (address === undefined || address === bounced.to.email),
  );
  if (!failed) {
    return {
      kind: 'bounce',
      outcome: 'only delayed, or not of its recipient',
      logged: 'bounceDelayed',
      ours: bounced,
    };
  }
  const { notice } = bounced;
  const reason = [failed.status, failed.reason].filter(Boolean).join(' ');
  await logDelivery(logEntryId(threadOfOurs(bounced), bounced._id), 'bounced');
  const about = { kind: 'bounce', ours: bounced, reason } as const;
  if (notice.kind !== 'invitation') {
    log.warn({ mail: bounced._id, kind: notice.kind, status: failed.status }, 'a mail came back');
    return { ...about, outcome: `of a mail of the kind ${notice.kind}`, logged: 'bounce' };
  }
  const { invitationId, sending } = notice;
  const marked = await markUndeliverable(house, { invitationId, sending, reason });
  return marked.outcome === 'marked'
    ? { ...about, outcome: 'invitation undeliverable', logged: 'bounceOfInvitation' }
    : { ...about, outcome: `invitation: ${marked.refusal.reason}`, logged: 'bounce' };
}
