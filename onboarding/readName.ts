import { parse } from 'tldts';
import type { FieldProblem } from './refusal.ts';

const longest = 64;
// Names stand in mails that Usher sends in its own name: whoever invites must not be able to put a link, markup or a
// line of their own there.
const forbidden =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>@\\{}[\]|"]|:\/\/|\bwww\.|https?:|\.(?:com|net|org|it|info|biz|io|ru)\b/iu;

/** @returns a first or last name, trimmed and in NFC, or what is wrong with it. */
export function readName(text: unknown): { name: string } | { problem: FieldProblem } {
  if (text === undefined || text === null || text === '') return { problem: 'missing' };
  if (typeof text !== 'string') return { problem: 'badCharacters' };
  if (text.length > 1_000) return { problem: 'tooLong' };
  const name = text.trim().normalize('NFC');
  if (name === '') return { problem: 'missing' };
  if (forbidden.test(name) || namesSite(name)) return { problem: 'badCharacters' };
  const spaced = name.replace(/\s+/g, ' ');
  return [...spaced].length > longest ? { problem: 'tooLong' } : { name: spaced };
}

/** Whether a word of it is the address of a site, of which mail programs make a link: `prize.xyz/now`. */
function namesSite(name: string): boolean {
  return (
    name.includes('.') &&
    name.split(/[\s,;()]+/).some((word) => {
      const { domain, isIcann } = parse(word.replace(/^\.+|\.+$/g, ''));
      return isIcann === true && domain !== null;
    })
  );
}
