import { asciiDomain } from './asciiDomain.ts';
import type { HeaderField } from './headerFields.ts';
import { readTags } from './readTags.ts';

/** What a DKIM-Signature field says (RFC 6376, 3.5), as far as we ask. */
export interface DkimSignature {
  field: HeaderField;
  /** Lower-cased, e.g. `rsa-sha256`. */
  algorithm: string;
  /** Who signed (d=), lower-cased. */
  domain: string;
  /** The domain of who is said to have (i=). */
  identity: string;
  selector: string;
  /** Names of the signed fields, lower-cased. */
  signed: string[];
  signature: string;
  bodyHash: string;
  signedAt?: Date;
  expiresAt?: Date;
  /** Whether it covers the beginning of the body only (l=). */
  partOfBody: boolean;
}

const base64 = /^[A-Za-z0-9+/]+={0,2}$/;
const seconds = /^\d{1,12}$/;

/** @returns undefined when it is not wholly as the RFC has it, or says what we would read otherwise than the library. */
export function dkimSignature(field: HeaderField): DkimSignature | undefined {
  const tags = readTags(field.value);
  if (tags === undefined || tags.get('v') !== '1') return undefined;
  const tag = (name: string) => tags.get(name)?.replace(/\s+/g, '') ?? '';
  const domain = asciiDomain(tag('d'));
  const identity = tags.has('i') ? asciiDomain(tag('i').slice(tag('i').lastIndexOf('@') + 1)) : domain;
  if (domain === undefined || domain !== tag('d').toLowerCase() || identity === undefined) return undefined;
  if (asciiDomain(`${tag('s')}.${domain}`) !== `${tag('s').toLowerCase()}.${domain}`) return undefined;
  if (!base64.test(tag('b')) || !base64.test(tag('bh')) || tag('h') === '') return undefined;
  for (const name of ['t', 'x']) if (tags.has(name) && !seconds.test(tag(name))) return undefined;
  return {
    field,
    algorithm: tag('a').toLowerCase(),
    domain,
    identity,
    selector: tag('s'),
    signed: tag('h').toLowerCase().split(':'),
    signature: tag('b'),
    bodyHash: tag('bh'),
    ...(tags.has('t') && { signedAt: new Date(Number(tag('t')) * 1000) }),
    ...(tags.has('x') && { expiresAt: new Date(Number(tag('x')) * 1000) }),
    partOfBody: tags.has('l'),
  };
}
