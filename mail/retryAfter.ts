import { DateTime } from 'luxon';

const longest = 24 * 60 * 60 * 1000;

/**
 * @param header the value of Retry-After: seconds or an HTTP date (RFC 9110, 10.2.3).
 * @returns how long to wait from now in milliseconds, at most a day; undefined when absent or unreadable.
 */
export function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const value = header.trim();
  if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Number(value) * 1000, longest);
  const date = DateTime.fromHTTP(value);
  return date.isValid ? Math.min(Math.max(date.toMillis() - DateTime.now().toMillis(), 0), longest) : undefined;
}
