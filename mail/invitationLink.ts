import type { Notice } from '../models/notice.ts';
import { invitationToken } from '../onboarding/invitationLink.ts';

/**
 * @returns the address behind *Start now*, or undefined for a mail that carries no link. A secret: it goes into the
 * mail and nowhere else.
 */
export function invitationLink(notice: Notice, secrets: { linkSecret: string; publicUrl: string }): string | undefined {
  if (notice.kind !== 'invitation') return undefined;
  const token = invitationToken(secrets.linkSecret, notice.invitationId, notice.sending);
  return `${secrets.publicUrl.replace(/\/+$/, '')}/invitation/${token}`;
}
