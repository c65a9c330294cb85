import { z } from 'zod';

/** How much of a mail is taken apart; a mail beyond one of these is kept unread. */
export interface ReadingLimits {
  /** The whole mail as it was sent, in bytes. */
  bytes: number;
  /** MIME parts, the mail itself included. */
  parts: number;
  /** Multiparts within multiparts. */
  nesting: number;
  /** Header fields of all parts together. */
  headers: number;
  /** Addresses in From, To, Cc, Reply-To and their like together. */
  addresses: number;
}

const checked = z.strictObject({
  bytes: z.int().positive(),
  parts: z.int().positive(),
  nesting: z.int().positive(),
  headers: z.int().positive(),
  addresses: z.int().positive(),
});

/**
 * Limits guard: a 0 or NaN must not switch one off, so each is checked and nothing is made up for a wrong one.
 *
 * @returns the same limits.
 * @throws RangeError with what is wrong.
 */
export function checkedReadingLimits(limits: ReadingLimits): ReadingLimits {
  const result = checked.safeParse(limits);
  if (result.success) return result.data;
  const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new RangeError(`Wrong limits for reading mail: ${problems.join('; ')}`);
}
