import type { EmailAddress } from 'mailparser';
import { plainLine } from '../../content/plainLine.ts';
import type { MailAddress } from '../mailRead.ts';

const mailAddress = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]{1,253}$/u;

/**
 * @param values of address headers as they stand there (RFC 5322, 3.4), groups included.
 * @returns everyone in them, in order, doubles included. Whatever looks like an address only after decoding (RFC 2047
 *   forbids it there) is none.
 */
export async function addressesIn(values: readonly string[]): Promise<MailAddress[]> {
  if (values.length === 0) return [];
  const { parseAddressHeader } = await import('mailparser');
  return values.flatMap((value) => {
    const header = value.toLowerCase();
    return parseAddressHeader(value, { flatten: true, decodePunycode: false }).value.flatMap((each: EmailAddress) => {
      const address = (each.address ?? '').toLowerCase();
      return mailAddress.test(address) && header.includes(address) ? [{ name: plainLine(each.name), address }] : [];
    });
  });
}
