import type { Notice } from '../models/notice.ts';
import { invitationToken } from '../onboarding/invitationLink.ts';
import { passwordResetToken } from '../onboarding/passwordResetLink.ts';

/**
 * @returns the address behind a mail's button, or undefined for a mail that has none. That of an invitation and that for
 *   a new password are secrets: they go into the mail and nowhere else. The others lead to a page that wants a sign-in.
 */
export function noticeLink(notice: Notice, secrets: { linkSecret: string; publicUrl: string }): string | undefined {
  const site = secrets.publicUrl.replace(/\/+$/, '');
  switch (notice.kind) {
    case 'invitation':
      return `${site}/invitation/${invitationToken(secrets.linkSecret, notice.invitationId, notice.sending)}`;
    case 'passwordReset':
      return `${site}/new-password/${passwordResetToken(secrets.linkSecret, notice.resetId)}`;
    case 'passwordChanged':
      return `${site}/forgot-password`;
    case 'accessRequested':
      return `${site}/access/requests/${notice.requestId}`;
    case 'mailUnproven':
      return notice.requestId === undefined ? undefined : `${site}/access/requests/${notice.requestId}`;
    case 'invitationNews':
      // Partners do their part in Teams.
      return notice.forPartner || notice.news.outcome === 'accepted'
        ? undefined
        : `${site}/access/invitations/${notice.invitationId}`;
    default:
      return undefined;
  }
}
