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

const names = ['bytes', 'parts', 'nesting', 'headers', 'addresses'] as const;

/**
 * Limits guard: a 0 or NaN must not switch one off, so each is checked and nothing is made up for a wrong one.
 *
 * @returns the same limits.
 * @throws RangeError with what is wrong.
 */
export function checkedReadingLimits(limits: ReadingLimits): ReadingLimits {
  const wrong = names.filter((name) => !Number.isSafeInteger(limits[name]) || limits[name] <= 0);
  if (wrong.length > 0) {
    throw new RangeError(`Wrong limits for reading mail, each must be a whole number above 0: ${wrong.join(', ')}`);
  }
  return limits;
}
