import { createHmac } from 'node:crypto';
import type { DurationLikeObject } from 'luxon';

/** How long a link for a new password is good. The texts say it in words. */
export const passwordResetLife: DurationLikeObject = { hours: 1 };

/**
 * The secret part of a link for a new password: 256 bits that only who holds `linkSecret` can make again, so that nothing
 * but its hash needs to be kept (see tokenHash in invitationLink.ts).
 *
 * @returns base64url, 43 characters.
 */
export function passwordResetToken(linkSecret: string, resetId: string): string {
  return createHmac('sha256', linkSecret).update(`new-password:${resetId}`).digest('base64url');
}
