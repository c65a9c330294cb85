import { createHmac } from 'node:crypto';

/** @returns what proves that a sign-in link of local mode was made here, base64url. */
export function signInLinkMac(linkSecret: string, told: string): string {
  return createHmac('sha256', linkSecret).update(`helpdesk link:${told}`).digest('base64url');
}
