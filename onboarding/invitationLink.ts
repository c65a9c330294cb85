import { createHash, createHmac } from 'node:crypto';

/**
 * The secret part of the link of one sending of an invitation: 256 bits that only who holds `linkSecret` can make
 * again, so that nothing but its hash needs to be kept.
 *
 * @param sending 1 for the first sending.
 * @returns base64url, 43 characters.
 */
export function invitationToken(linkSecret: string, invitationId: string, sending: number): string {
  return createHmac('sha256', linkSecret).update(`${invitationId}:${sending}`).digest('base64url');
}

/** @returns what is stored of a token: its SHA-256, base64url. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
