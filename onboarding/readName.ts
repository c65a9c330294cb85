import type { FieldProblem } from './refusal.ts';

const longest = 64;
// Names stand in mails that Usher sends in its own name: whoever invites must not be able to put a link, markup or a
// line of their own there.
const forbidden =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}<>@\\{}|"]|:\/\/|\bwww\.|https?:|\.(?:com|net|org|it|info|biz|io|ru)\b/iu;

/** @returns a first or last name, trimmed and in NFC, or what is wrong with it. */
export function readName(text: unknown): { name: string } | { problem: FieldProblem } {
  if (text === undefined || text === null || text === '') return { problem: 'missing' };
  if (typeof text !== 'string') return { problem: 'badCharacters' };
  const name = text.trim().normalize('NFC');
  if (name === '') return { problem: 'missing' };
  if (forbidden.test(name)) return { problem: 'badCharacters' };
  const spaced = name.replace(/\s+/g, ' ');
  return [...spaced].length > longest ? { problem: 'tooLong' } : { name: spaced };
}
