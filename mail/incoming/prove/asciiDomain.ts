import { domainToASCII } from 'node:url';

/** @returns a domain name in lower case and in ASCII, or undefined when it is none. */
export function asciiDomain(text: string): string | undefined {
  const ascii = domainToASCII(text.toLowerCase().normalize('NFC'));
  return ascii.length <= 253 && /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})+$/.test(ascii) ? ascii : undefined;
}
