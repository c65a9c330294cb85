import { domainToASCII } from 'node:url';
import { parse } from 'tldts';
import { isPersonalDomain } from './personalAddress.ts';
import type { Refusal } from './refusal.ts';

const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
// RFC 2606: nobody can register these, so the public list does not know them; documentation and tests use them.
const reserved = new Set(['example', 'test']);

/**
 * @param text a domain as people type it; an @ before, a dot or a path behind, `https://` and `www.` are forgiven.
 * @returns its name in ASCII (IDN in punycode), lower-cased; or why it cannot be added.
 */
export function readDomainName(text: unknown): { name: string } | { refusal: Refusal } {
  const invalid = (problem: 'missing' | 'badDomain'): { refusal: Refusal } => ({
    refusal: { reason: 'invalid', fields: [{ field: 'name', problem }] },
  });
  if (typeof text !== 'string' || text.trim() === '') return invalid('missing');
  if (text.length > 1_000) return invalid('badDomain');
  const typed = text
    .trim()
    .normalize('NFC')
    .replace(/^https?:\/\//i, '')
    .replace(/^@/, '')
    .replace(/\/.*$/, '')
    .replace(/\.$/, '')
    .replace(/^www\./i, '');
  if (!/^[^\s@:/?#[\]\\%]+$/.test(typed)) return invalid('badDomain');
  const name = domainToASCII(typed).toLowerCase();
  const labels = name.split('.');
  if (name.length > 253 || !labels.every((part) => label.test(part))) return invalid('badDomain');
  const { publicSuffix, isIcann, isPrivate, isIp } = parse(name, { allowPrivateDomains: true });
  if (isIp) return invalid('badDomain');
  const known = isIcann || isPrivate || reserved.has(labels.at(-1) ?? '');
  if (known && publicSuffix === name) return { refusal: { reason: 'publicSuffix' } };
  if (!known || labels.length < 2) return invalid('badDomain');
  return isPersonalDomain(name) ? { refusal: { reason: 'personalMailProvider' } } : { name };
}
