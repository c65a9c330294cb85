import { domainToASCII } from 'node:url';

// RFC 5321, 4.5.3.1: 64 octets before the @; the path of 256 includes the angle brackets.
const longestLocalPart = 64;
const longestAddress = 254;
// RFC 5322 dot-atom without what no organization gives out; quoted local parts are refused on purpose.
// Before it is lower-cased: the sign of the Kelvin (U+212A) becomes a plain “k”, and so another mailbox's address.
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The one place where an address from outside is checked.
 *
 * @returns it trimmed, lower-cased and with its domain in ASCII, or undefined when it is none.
 */
export function readAddress(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > 1_000) return undefined;
  const [local, domain, ...more] = text.trim().split('@');
  if (!local || !domain || more.length > 0 || local.length > longestLocalPart || !localPart.test(local))
    return undefined;
  const ascii = domainToASCII(domain.toLowerCase().normalize('NFC'));
  const labels = ascii.split('.');
  // A last label of digits alone would be an IPv4 address.
  if (labels.length < 2 || !labels.every((part) => label.test(part)) || /^\d+$/.test(labels.at(-1) ?? ''))
    return undefined;
  const address = `${local.toLowerCase()}@${ascii}`;
  return address.length <= longestAddress ? address : undefined;
}
