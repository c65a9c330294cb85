import type { MailRead } from './mailRead.ts';

/** A reply or a forwarded mail has the subject of another, as programs of many languages write it. */
const taken = /^\s*(?:re|r|aw|sv|antw|rif|fw|fwd|i|wg|tr|rv)\s*(?:\[\d+\])?\s*:/i;

/** @returns what a mail says in its writer's own words: its text, or its subject where there is none. */
export function wordsOf({ newText, subject }: Pick<MailRead, 'newText' | 'subject'>): string {
  return newText || (taken.test(subject) ? '' : subject);
}
