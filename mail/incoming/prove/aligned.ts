import { getDomain } from 'tldts';

/** @returns the organizational domain (RFC 7489, 3.2); of a public suffix, itself. */
export function organizationalDomain(domain: string): string {
  return getDomain(domain, { allowPrivateDomains: true }) ?? domain;
}

/**
 * @param domain what was proven, in ASCII.
 * @param from the domain of From, in ASCII.
 * @returns whether it speaks for it (RFC 7489, 3.1). Relaxed: the same organization's, and one within the other. That is
 *   narrower than the RFC, which lets a.example.com speak for b.example.com: the list of public suffixes lacks names
 *   under which everybody gets one, onmicrosoft.com for one.
 */
export function aligned(domain: string, from: string, mode: 'relaxed' | 'strict'): boolean {
  if (domain === from) return true;
  if (mode === 'strict' || organizationalDomain(domain) !== organizationalDomain(from)) return false;
  return domain.endsWith(`.${from}`) || from.endsWith(`.${domain}`);
}
