import { AccessRequest } from '../models/accessRequest.ts';
import { Credential } from '../models/credential.ts';
import { Invitation } from '../models/invitation.ts';
import type { OutgoingMail } from '../models/outgoingMail.ts';
import { isPast } from '../onboarding/isPast.ts';
import { now } from '../onboarding/now.ts';

/**
 * @returns why this mail need not go out any more, in words for the operator, or undefined when it must: an invitation
 * only while it is pending and this is its newest sending (older links are dead), a link for a new password likewise, a
 * request only while nobody has answered it. Notices that Teams alone shows never become a mail.
 */
export async function overtaken(mail: OutgoingMail): Promise<string | undefined> {
  const { notice } = mail;
  switch (notice.kind) {
    case 'invitation': {
      const invitation = await Invitation.findById(notice.invitationId).lean();
      if (invitation === null) return 'the invitation does not exist any more';
      if (invitation.state !== 'pending') return `the invitation is ${invitation.state}`;
      if (invitation.sendings !== notice.sending) return 'the invitation was sent again';
      if (invitation.email !== mail.to.email.toLowerCase()) return 'the invitation goes to another address';
      return isPast(invitation) ? 'the invitation has expired' : undefined;
    }
    case 'accessRequested':
    case 'accessRequestUnanswered': {
      const request = await AccessRequest.findById(notice.requestId).lean();
      return request === null || request.state === 'open' ? undefined : `the request is ${request.state}`;
    }
    case 'passwordReset': {
      const reset = (await Credential.findById(mail.to.email.toLowerCase()).lean())?.reset;
      if (reset?.id !== notice.resetId) return 'a newer link was asked for, or the password was changed';
      if (reset.usedAt) return 'the link was used';
      return reset.expiresAt <= now() ? 'the link has expired' : undefined;
    }
    case 'batchProgress':
      return 'told in Teams only';
    default:
      return undefined;
  }
}
