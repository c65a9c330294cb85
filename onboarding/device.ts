import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { DateTime } from 'luxon';
import { now } from './now.ts';

/** How long a browser is known after somebody has last signed in on it, in days. */
export const deviceDays = 365;

/**
 * What a browser keeps on which somebody has proven that an account is theirs. Attempts that come with it count on a
 * limit of their own, so that nobody can lock a person out by trying passwords from elsewhere (OWASP, "Slow Down Online
 * Guessing Attacks with Device Cookies"). It lets nobody in: the password is asked for as ever.
 *
 * @param email lower-cased address of the account; what is kept says nothing of it.
 * @returns when, 128 random bits, and the proof that both are ours and for this account, with dots between.
 */
export function newDevice(linkSecret: string, email: string): string {
  const known = `${Math.floor(now().getTime() / 1000).toString(36)}.${randomBytes(16).toString('base64url')}`;
  return `${known}.${proof(linkSecret, email, known)}`;
}

/** @returns by what a browser's attempts are counted, or undefined where what it keeps is not ours for this account. */
export function knownDevice(linkSecret: string, email: string, device: string | undefined): string | undefined {
  const [, known = '', seconds = '', given = ''] =
    /^(([0-9a-z]{1,9})\.[\w-]{22})\.([\w-]{43})$/.exec(device ?? '') ?? [];
  const expected = Buffer.from(proof(linkSecret, email, known));
  const bytes = Buffer.from(given);
  if (bytes.length !== expected.length || !timingSafeEqual(bytes, expected)) return undefined;
  const since = DateTime.fromSeconds(Number.parseInt(seconds, 36));
  return since.plus({ days: deviceDays }).toJSDate() > now() ? known : undefined;
}

function proof(linkSecret: string, email: string, known: string): string {
  return createHmac('sha256', linkSecret).update(`device:${email}:${known}`).digest('base64url');
}
