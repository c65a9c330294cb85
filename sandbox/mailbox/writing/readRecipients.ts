import addressparser from 'nodemailer/lib/addressparser';
import { readAddress } from '../../../onboarding/readAddress.ts';
import type { Correspondent } from '../sandboxMail.ts';

/**
 * @param text as typed into *To*: addresses with or without names, between commas or semicolons.
 * @returns the recipients, or the first word that is no address.
 */
export function readRecipients(text: string): { recipients: Correspondent[] } | { wrong: string } {
  const recipients: Correspondent[] = [];
  for (const each of addressparser(text, { flatten: false })) {
    if ('group' in each) return { wrong: each.name };
    const { name, address } = each;
    const read = readAddress(address);
    // Two addresses with a space between them are read as one with a name.
    if (read === undefined || name.includes('@')) return { wrong: address || name };
    recipients.push({ name, address: read });
  }
  return { recipients };
}
