import type { Span } from './span.ts';

export interface FoundEmail extends Span {
  /** Lower-cased, without brackets, quotes and final punctuation. */
  address: string;
}

// Both sides are cut to what an address may hold (RFC 5321: 64 before the @, 255 after) so that a long line of letters
// is read once and not once per letter.
const localPart = /[\p{L}\p{N}!#$%&*+/=?^_{|}~.'-]{1,64}$/u;
const host = /^[\p{L}\p{N}\p{M}.-]{1,255}/u;

/** Finds the mail addresses in a text: bare, in `<…>`, after `mailto:`, quoted, with punctuation after them. */
export function findEmails(text: string): FoundEmail[] {
  const found: FoundEmail[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const before = localPart.exec(text.slice(Math.max(0, at - 64), at))?.[0];
    const after = host.exec(text.slice(at + 1, at + 256))?.[0];
    if (before === undefined || after === undefined) continue;
    // "'maria@…'" and "…/maria@…" bring along what belongs to the sentence.
    const local = before.replace(/^.*[/=?|{}](?=.)/u, '').replace(/^[.'*_!&%#-]+/u, '');
    const domain = after.replace(/[.-]+$/u, '');
    if (!isLocalPart(local) || !isHost(domain)) continue;
    const start = at - local.length;
    if (found.some((earlier) => earlier.end > start)) continue;
    found.push({ kind: 'email', start, end: at + 1 + domain.length, address: `${local}@${domain}`.toLowerCase() });
  }
  return found;
}

function isLocalPart(local: string): boolean {
  return local !== '' && !local.includes('..') && !local.endsWith('.');
}

function isHost(domain: string): boolean {
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  return (
    labels.length > 1 &&
    labels.every((label) => label !== '' && label.length <= 63 && !label.startsWith('-') && !label.endsWith('-')) &&
    /^(?:\p{L}{2,}|xn--[a-z0-9-]+)$/iu.test(last)
  );
}
