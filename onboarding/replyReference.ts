import { createHash, createHmac } from 'node:crypto';

/** How a reply reference looks, wherever it stands; the first group is the reference. Addresses have no case. */
export const replyReferencePattern = /\b(ref-[0-9a-f]{40})\b/i;

/**
 * What proves that a mail answers one of ours (product.md, "Mail"): 160 bits that only who holds `linkSecret` can make
 * again. It stands in the mail's Message-ID and in the address to reply to, and nothing but its hash is kept.
 *
 * @param mailId of the outgoing mail.
 * @returns lower-case, 44 characters, fit for the local part of an address behind a tag (RFC 5321, 4.5.3.1.1: 64 in all).
 */
export function replyReference(linkSecret: string, mailId: string): string {
  return `ref-${createHmac('sha256', linkSecret).update(`reply:${mailId}`).digest('hex').slice(0, 40)}`;
}

/** @returns what is stored of a reply reference: the SHA-256 of its lower-case form, base64url. */
export function replyHash(reference: string): string {
  return createHash('sha256').update(reference.toLowerCase()).digest('base64url');
}
