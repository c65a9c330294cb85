import type { EmailAddress } from 'mailparser';
import { plainLine } from '../../content/plainLine.ts';
import type { MailAddress } from '../mailRead.ts';
import { afterComment } from '../prove/afterComment.ts';
import { quotedString } from '../prove/quotedString.ts';
import { mailparser } from './mailparser.ts';

/** As most programs write one: nothing quoted, nothing encoded, no group. */
const simple =
  /^([A-Za-z][A-Za-z .'-]{0,80}?)?\s*<([\w.+-]{1,64}@[a-z0-9.-]{1,253})>$|^([\w.+-]{1,64}@[a-z0-9.-]{1,253})$/i;
const mailAddress = /^[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]{1,253}$/u;

/**
 * @param values of address headers as they stand there (RFC 5322, 3.4), groups included.
 * @returns everyone in them, in order, doubles included. What stands in a name, and what looks like an address only
 *   after decoding (RFC 2047 forbids it there), is none; a parser may take the one or the other for an address.
 */
export async function addressesIn(values: readonly string[]): Promise<MailAddress[]> {
  if (values.length === 0) return [];
  const { parseAddressHeader } = await mailparser();
  return values.flatMap((value) => {
    const [, name, inBrackets, alone] = simple.exec(value) ?? [];
    const only = inBrackets ?? alone;
    if (only !== undefined) return [{ name: name ?? '', address: only.toLowerCase() }];
    const header = withoutNames(value).toLowerCase();
    return parseAddressHeader(value, { flatten: true, decodePunycode: false }).value.flatMap((each: EmailAddress) => {
      const address = (each.address ?? '').toLowerCase();
      return mailAddress.test(address) && header.includes(address) ? [{ name: plainLine(each.name), address }] : [];
    });
  });
}

/** A header value without its quoted strings and comments; without the rest, where one of them does not end. */
function withoutNames(value: string): string {
  let bare = '';
  for (let at = 0; at < value.length; ) {
    const character = value[at];
    const end = character === '"' ? quotedString(value, at)?.end : character === '(' ? afterComment(value, at) : at + 1;
    if (end === undefined) break;
    bare += end === at + 1 ? character : ' ';
    at = end;
  }
  return bare;
}
