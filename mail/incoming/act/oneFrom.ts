import type { MailRead } from '../mailRead.ts';

/** @returns whom a mail says it is from, if that is one. It proves nothing. */
export function oneFrom(from: MailRead['from']): { from?: string } {
  const [only, ...more] = from;
  return only !== undefined && more.length === 0 ? { from: only.address } : {};
}
