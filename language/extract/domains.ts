import { parse } from 'tldts';
import { isTaken, type Span } from './span.ts';

export interface FoundDomain extends Span {
  /** Lower-cased host name, without scheme, `www.`, port, path and final dot. */
  domain: string;
}

// Endings that are public suffixes and file endings too; alone, "archive.zip" is a file.
const fileEndings = new Set(['zip', 'mov', 'md', 'sh', 'ps', 'py', 'rs', 'ai', 'java', 'cab', 'so', 'pub', 'bz', 'gz']);

// No word behind a full stop, although “com'è” begins with one of them.
const onlyEndings = new Set(['com', 'net', 'org', 'eu']);

/**
 * Finds domain names and the hosts of web addresses. The part of a mail address after the @ is not one, a file name is
 * not one, nor are two words with a full stop and no blank between them.
 *
 * @param spans what is spoken for already.
 * @param isKnownWord whether something is an ordinary word ("please.no" is not a host).
 * @param isCue whether the folded word before announces a domain ("domain archive.zip" is one after all).
 */
export function findDomains(
  text: string,
  spans: readonly Span[],
  isKnownWord: (word: string) => boolean,
  isCue: (word: string) => boolean,
): FoundDomain[] {
  if (!/[.。]/.test(text)) return [];
  const found: FoundDomain[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}.。_-]{4,}/gu)) {
    const typed = match[0];
    if (typed.length > 255 || isTaken(spans, match.index, match.index + typed.length)) continue;
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    // What follows the host in a web address, and files named in its path, are not hosts.
    if (/[\p{L}\p{N}][/\\@?=&%#:]$/u.test(before)) continue;
    const trimmed = typed.replace(/。/g, '.').replace(/^[._-]+|[._-]+$/gu, '');
    const host = trimmed.toLowerCase().replace(/^www\d?\.(?=[^.]+\.)/, '');
    if (!host.includes('.') || host.includes('_') || host.includes('..')) continue;
    const announced = /(?:https?:\/\/|[@*]\.?)$/i.test(before) || /^www\d?\./i.test(trimmed) || isCue(lastWord(before));
    if (!announced && looksLikeProse(host, isKnownWord)) continue;
    const parsed = parse(host);
    if (!parsed.isIcann || parsed.domain === null || parsed.isIp) continue;
    if (found.some(({ domain }) => domain === host)) continue;
    const scheme = /(?:https?:\/\/|@)$/i.exec(before)?.[0].length ?? 0;
    const path = /^[/:?#]\S*/.exec(text.slice(match.index + typed.length))?.[0].length ?? 0;
    found.push({ kind: 'domain', start: match.index - scheme, end: match.index + typed.length + path, domain: host });
  }
  return found;
}

function looksLikeProse(host: string, isKnownWord: (word: string) => boolean): boolean {
  const labels = host.split('.');
  const ending = labels.at(-1) as string;
  if (fileEndings.has(ending)) return true;
  return !onlyEndings.has(ending) && labels.every((label) => isKnownWord(label));
}

function lastWord(before: string): string {
  return /([\p{L}\p{M}]+)[^\p{L}\p{N}]*$/u.exec(before)?.[1] ?? '';
}
