import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The `clientState` by which notifications are known as Graph's: only who holds `linkSecret` can make it, and Graph was
 * told it when it was subscribed to. 256 bits, 43 characters (Graph takes 128).
 *
 * @param mailbox the address of the mailbox.
 */
export function notificationSecret(linkSecret: string, mailbox: string): string {
  return createHmac('sha256', linkSecret).update(`notifications:${mailbox}`).digest('base64url');
}

/** @returns what is stored of it, to see that it has changed. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** @returns whether they are the same, in a time that does not tell where they differ. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
