import type { InvitationView } from '../onboarding/views.ts';
import { dayInWords, type Reader } from './inWords.ts';

/**
 * @returns what is to be said of somebody's own invitation: that it waits, sent when, opened or bounced, and where to
 *   look for it; or that it has expired. Empty for one that is over.
 */
export function invitationInWords(invitation: InvitationView, reader: Reader): string[] {
  const words = reader.texts.findAdministrator;
  const { state, email, sentAt, expiresAt, openedAt, undeliverable } = invitation;
  if (state === 'expired') return [words.invitationExpired({ expired: dayInWords(expiresAt, reader) })];
  if (state !== 'pending') return [];
  const dates = { sent: dayInWords(sentAt, reader), expires: dayInWords(expiresAt, reader) };
  return [
    words.invitationWaiting({ email }),
    undeliverable
      ? words.invitationBounced(dates)
      : openedAt
        ? words.invitationOpened(dates)
        : words.invitationNotOpened(dates),
  ];
}
