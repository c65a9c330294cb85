import type { HeaderField } from './headerFields.ts';

/** Fields that a mail has once at the most (RFC 5322, 3.6; RFC 2045, 3), From aside. */
const once = [
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'message-id',
  'in-reply-to',
  'references',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
];

/**
 * @returns whether each field that may be there once is there once. A signature covers the lowest of several (RFC 6376,
 *   5.4.2), programs show the topmost: a second Subject above a signed one is somebody else's.
 */
export function oneOnly(fields: readonly HeaderField[]): boolean {
  return once.every((name) => fields.filter((field) => field.name === name).length <= 1);
}
