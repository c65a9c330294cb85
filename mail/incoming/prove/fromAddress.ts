import { readAddress } from '../../../onboarding/readAddress.ts';
import { afterComment } from './afterComment.ts';
import type { HeaderField } from './headerFields.ts';
import { quotedString } from './quotedString.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The one address that a mail is from. Strict on purpose: what another program could take for a second address, a group,
 * a route, an address in the name that is not quoted, is no From at all.
 *
 * @returns it as readAddress makes it, or undefined when there is not exactly one.
 */
export function fromAddress(fields: readonly HeaderField[]): string | undefined {
  const [from, ...more] = fields.filter(({ name }) => name === 'from');
  if (from === undefined || more.length > 0) return undefined;
  let text: string;
  try {
    text = utf8.decode(Buffer.from(from.value, 'latin1'));
  } catch {
    return undefined;
  }
  return /(?!\t)\p{Cc}/u.test(text) ? undefined : readMailbox(text);
}

/** `address` or `name <address>` (RFC 5322, 3.4, mailbox), comments between them. */
function readMailbox(text: string): string | undefined {
  // The text with its quoted strings and comments taken out; what counts is left.
  let bare = '';
  for (let at = 0; at < text.length; ) {
    const character = text[at];
    if (character === '"') {
      const quoted = quotedString(text, at);
      // In the brackets it would be a quoted local part, which nobody gives out.
      if (quoted === undefined || bare.includes('<')) return undefined;
      bare += 'q ';
      at = quoted.end;
    } else if (character === '(') {
      const end = afterComment(text, at);
      if (end === undefined) return undefined;
      bare += ' ';
      at = end;
    } else {
      bare += character;
      at += 1;
    }
  }
  const [, inBrackets, alone] = /^[^<>@,;:\\)]*<([^<>\s]+)>\s*$|^\s*([^<>\s]+)\s*$/u.exec(bare) ?? [];
  const address = inBrackets ?? alone ?? '';
  // IDNA drops characters that are not seen; others do not.
  return /\p{Cf}/u.test(address) ? undefined : readAddress(address);
}
