import { createRequire } from 'node:module';
import { isSequence } from './isSequence.ts';

/** In characters. */
const shortestPassword = 12;
export const longestPassword = 256;

export type PasswordProblem = 'missing' | 'tooShort' | 'tooLong' | 'common' | 'personal';

/** What guessers know of a person. */
export interface PasswordOwner {
  email: string;
  firstName: string;
  lastName: string;
  organization: string;
}

let common: ReadonlySet<string> | undefined;

/**
 * The rules for a new password (NIST SP 800-63B-4, 3.1.1.2): its length, and that it is not among those which are guessed
 * first. No rules of composition; blanks and any characters count.
 *
 * @returns what is wrong with it, or undefined when nothing is.
 */
export function passwordProblem(password: string, owner: PasswordOwner): PasswordProblem | undefined {
  if (password === '') return 'missing';
  const plain = password.normalize('NFC');
  const { length } = [...plain];
  if (length < shortestPassword) return 'tooShort';
  if (length > longestPassword) return 'tooLong';
  const folded = plain.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (isMadeOf(folded, wordsOf(owner))) return 'personal';
  return isCommon(folded) ? 'common' : undefined;
}

function isCommon(password: string): boolean {
  const trimmed = password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return (
    new Set(password).size < 5 ||
    isSequence(password) ||
    // Something short over and over.
    repeated(password).length < Math.min(8, password.length) ||
    // A common one, perhaps twice, perhaps with something around or between: `Password2026!!`, `letmein letmein`.
    [password, readLeet(trimmed), lettersOf(password)].some((part) => isListed(part) || isListed(repeated(part)))
  );
}

function lettersOf(password: string): string {
  return password.replace(/[^\p{L}]/gu, '');
}

/** The list of the commonest, read when first needed: half a megabyte. */
function isListed(password: string): boolean {
  common ??= new Set(createRequire(import.meta.url)('@zxcvbn-ts/language-common/src/passwords.json') as string[]);
  return password.length >= 4 && common.has(password);
}

/** @returns the shortest piece of which the whole is a repetition; the last one may be cut off. */
function repeated(password: string): string {
  for (let size = 1; size <= password.length / 2; size++) {
    const piece = password.slice(0, size);
    if (piece.repeat(Math.ceil(password.length / size)).startsWith(password)) return piece;
  }
  return password;
}

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

function readLeet(password: string): string {
  return password.replace(/[013457@$!]/g, (letter) => leet[letter] ?? letter);
}

/** Names, the address and its parts, the organization: in words of three letters and more. */
function wordsOf({ email, firstName, lastName, organization }: PasswordOwner): string[] {
  const words = [
    email,
    firstName,
    lastName,
    organization,
    ...`${email} ${firstName} ${lastName} ${organization}`.split(/[^\p{L}]+/u),
  ]
    .map((word) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase())
    .filter((word) => word.length >= 3);
  return [...new Set(words)].sort((a, b) => b.length - a.length);
}

/** Whether little is left when those words, digits and signs are taken away. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  let rest = password;
  for (const word of words) rest = rest.replaceAll(word, '');
  if (rest === password) return false;
  return rest.replace(/[^\p{L}]/gu, '').length < 4;
}
