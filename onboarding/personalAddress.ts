import { createRequire } from 'node:module';
import { addressDomain } from './addressDomain.ts';

const providers: string[] = createRequire(import.meta.url)('email-providers/all.json');

// The list names the reserved example domain (RFC 2606) as well; nobody reads mail there.
const notPersonal = new Set(['example.com']);

/** Providers of personal mail that the list lacks. */
const more = [
  'tuta.com',
  'tuta.io',
  'tutanota.com',
  'posteo.de',
  'duck.com',
  'aruba.it',
  'fastwebnet.it',
  'pec.it',
  'tin.it',
];

const personal = new Set([...providers, ...more].filter((domain) => !notPersonal.has(domain)));

/** @returns whether `domain` (ASCII, lower-cased) is where anybody can have a mailbox, e.g. outlook.com. */
export function isPersonalDomain(domain: string): boolean {
  return personal.has(domain);
}

/** @returns whether an address is a personal one, which is never a work account. */
export function isPersonalAddress(address: string): boolean {
  return isPersonalDomain(addressDomain(address));
}
