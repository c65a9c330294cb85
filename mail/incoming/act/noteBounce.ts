import { markUndeliverable } from '../../../onboarding/markUndeliverable.ts';
import type { MailRead } from '../mailRead.ts';
import { mailsReferredTo } from '../prove/mailsReferredTo.ts';
import type { ActTools } from './actTools.ts';
import type { Dealt } from './dealt.ts';

/**
 * A mail of ours came back: an invitation becomes undeliverable. Who sends a bounce cannot be proven; that it holds the
 * reference of the mail that bounced is proof enough that the mail was seen where it went.
 */
export async function noteBounce(
  { house, log }: ActTools,
  { replyReferences }: MailRead,
  bounce: NonNullable<MailRead['bounce']>,
): Promise<Pick<Dealt, 'kind' | 'outcome'>> {
  const [bounced] = await mailsReferredTo(replyReferences);
  if (!bounced) return { kind: 'bounce', outcome: 'of no mail of ours' };
  const failed = bounce.recipients.find(
    ({ action, address }) => action === 'failed' && (address === undefined || address === bounced.to.email),
  );
  if (!failed) return { kind: 'bounce', outcome: 'only delayed, or not of its recipient' };
  const { notice } = bounced;
  const reason = [failed.status, failed.reason].filter(Boolean).join(' ');
  if (notice.kind !== 'invitation') {
    log.warn({ mail: bounced._id, kind: notice.kind, status: failed.status }, 'a mail came back');
    return { kind: 'bounce', outcome: `of a mail of the kind ${notice.kind}` };
  }
  const { invitationId, sending } = notice;
  const marked = await markUndeliverable(house, { invitationId, sending, reason });
  return {
    kind: 'bounce',
    outcome: marked.outcome === 'marked' ? 'invitation undeliverable' : `invitation: ${marked.refusal.reason}`,
  };
}
