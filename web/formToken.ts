import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * What a form carries to prove that it stood on a page that this browser got from us: another site can send a form
 * here, but cannot read one of our pages. Bound to the session, or before sign-in to a random cookie of the browser's.
 *
 * @param holder `session:` or `browser:` and what only that browser has.
 * @returns base64url, 43 characters.
 */
export function formToken(linkSecret: string, holder: string): string {
  return createHmac('sha256', linkSecret).update(`form:${holder}`).digest('base64url');
}

/** @returns whether `given` is the token of that holder. */
export function isFormToken(linkSecret: string, holder: string, given: string): boolean {
  const expected = Buffer.from(formToken(linkSecret, holder));
  const bytes = Buffer.from(given);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}
