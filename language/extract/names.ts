import type { Word } from '../splitWords.ts';
import type { FoundEmail } from './emails.ts';
import { isTaken, type Span } from './span.ts';

/** A person named in a sentence. First and last name are set only when it is clear which is which. */
export interface PersonName {
  /** As typed: "Anna Maria Bianchi". */
  name: string;
  firstName?: string;
  lastName?: string;
  /** The address that stands with the name. */
  email?: string;
}

export interface FoundName extends Span {
  person: PersonName;
}

/** What the words of a language file say about names. */
export interface NameCues {
  /** "colleague", "named": a name may follow although no address does. */
  introduces(word: string): boolean;
  /** "I am", "mi chiamo": the name that follows is the writer's. */
  isMyself(word: string): boolean;
  isFirstName(word: string): boolean;
  isLastName(word: string): boolean;
  /** The last word of a label for first or last names: "name", "cognome". */
  endsLabel(word: string): boolean;
  /** "giulia": the name that people are called by, which is one in small letters too. */
  isGivenName(word: string): boolean;
  /** An ordinary word, also with a capital letter at the beginning of a sentence. */
  isOrdinary(word: string): boolean;
}

const particles = new Set(
  'd da dal dalla de degli dei del della di do dos du el la le lo mac mc o san st ten ter van von den der vom zu zum'.split(
    ' ',
  ),
);

/** "Maria Rossi <mailto:", "Maria Rossi – "; and what may follow on an address. */
const betweenNameAndAddress = {
  before: /^[\s,:;<>([{"'–=-]*(?:mailto:)?$/iu,
  behind: /^[\s,:;<>()[\]{}"'–=-]*$/u,
};
const betweenWordsOfName = /^[\s'’.-]{1,2}$/u;

/**
 * Finds the names of people: beside their address, after a word that introduces them, labelled "first name … last name
 * …", or where a given name and another word that is no ordinary one stand within a sentence. Nothing is guessed: a
 * capitalised word alone is not a name.
 */
export function findNames(
  text: string,
  words: readonly Word[],
  emails: readonly FoundEmail[],
  spans: readonly Span[],
  cues: NameCues,
): FoundName[] {
  // Names are written with capital letters, or beside an address, or with labels: most sentences have none of these.
  const isLabelled = words.some(({ text: word }) => cues.endsLabel(word));
  const isGiven = words.some(({ text: word }) => cues.isGivenName(word));
  if (emails.length === 0 && !isLabelled && !isGiven && !/\p{Lu}/u.test(text.slice(1))) return [];
  const labelled = isLabelled && findLabelled(text, words, emails, cues);
  if (labelled) return [labelled];
  const found: FoundName[] = [];
  const taken = [...spans];
  for (const email of emails) {
    const beside =
      nameBeside('before', text, words, email, taken, cues) ?? nameBeside('behind', text, words, email, taken, cues);
    if (!beside) continue;
    found.push(beside);
    taken.push(beside);
  }
  for (let i = 0; i < words.length - 1; i++) {
    const word = words[i] as Word;
    const introduced = cues.introduces(word.text)
      ? nameFrom(text, words, i + 1, taken, cues)
      : // Beside an address, whose name it is would be a guess.
        emails.length === 0 && cues.isGivenName(word.text) && isWithinSentence(text, words, i, cues)
        ? nameAt(text, words, i, taken, cues)
        : undefined;
    if (!introduced || found.some((one) => isTaken([one], introduced.start, introduced.end))) continue;
    found.push(introduced);
    taken.push(introduced);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The words of a name that ends right before the address, or begins right behind it; at most four. */
function nameBeside(
  side: 'before' | 'behind',
  text: string,
  words: readonly Word[],
  email: FoundEmail,
  taken: readonly Span[],
  cues: NameCues,
): FoundName | undefined {
  const isBefore = side === 'before';
  // Read from the address outwards.
  const outwards = isBefore
    ? words.filter(({ end }) => end <= email.start).reverse()
    : words.filter(({ start }) => start >= email.end);
  const inName: Word[] = [];
  let edge = isBefore ? email.start : email.end;
  for (const word of outwards) {
    const gap = isBefore ? text.slice(word.end, edge) : text.slice(edge, word.start);
    const between = inName.length === 0 ? betweenNameAndAddress[side] : betweenWordsOfName;
    if (inName.length === 4 || !between.test(gap)) break;
    if (isTaken(taken, word.start, word.end) || !canBeInName(text, word, email, cues)) break;
    inName.push(word);
    edge = isBefore ? word.start : word.end;
  }
  return named(text, isBefore ? inName.reverse() : inName, email, words, cues);
}

/** A name that begins at word `from`, or a word or two later ("the colleague Ms …"). */
function nameFrom(
  text: string,
  words: readonly Word[],
  from: number,
  taken: readonly Span[],
  cues: NameCues,
): FoundName | undefined {
  let start = from;
  while (start < from + 3 && start < words.length && cues.isOrdinary((words[start] as Word).text)) start++;
  return nameAt(text, words, start, taken, cues);
}

/** A name of two to four words: capitalised, or in small letters given names and one word more. */
function nameAt(
  text: string,
  words: readonly Word[],
  start: number,
  taken: readonly Span[],
  cues: NameCues,
): FoundName | undefined {
  const inName: Word[] = [];
  for (let i = start; i < words.length && inName.length < 4; i++) {
    const word = words[i] as Word;
    const previous = inName.at(-1);
    if (previous && !betweenWordsOfName.test(text.slice(previous.end, word.start))) break;
    const follows = previous !== undefined && (particles.has(word.text) || isUnfinished(text, previous, cues));
    if (!isCapitalised(text, word) && !cues.isGivenName(word.text) && !follows) break;
    // "della Valle": the particle is an ordinary word too.
    const isParticle = follows && particles.has(word.text);
    if (isTaken(taken, word.start, word.end) || (cues.isOrdinary(word.text) && !isParticle)) break;
    inName.push(word);
  }
  return inName.length < 2 ? undefined : named(text, inName, undefined, words, cues);
}

/** Whether a last name in small letters may follow: on a given name, or a particle, that is written so itself. */
function isUnfinished(text: string, word: Word, cues: NameCues): boolean {
  return !isCapitalised(text, word) && (cues.isGivenName(word.text) || particles.has(word.text));
}

/** What a line or a part of a sentence begins with may be a signature, or the one who is spoken to. */
function isWithinSentence(text: string, words: readonly Word[], at: number, cues: NameCues): boolean {
  const before = words[at - 1];
  if (before === undefined || cues.isGivenName(before.text)) return false;
  return /^[ '’]+$/.test(text.slice(before.end, (words[at] as Word).start));
}

function canBeInName(text: string, word: Word, email: FoundEmail, cues: NameCues): boolean {
  if (!/^\p{L}/u.test(word.text)) return false;
  // What stands in the address too is a name even in small letters: "maria rossi maria.rossi@contoso.com".
  if (word.text.length > 2 && partsOf(email).includes(word.text)) return true;
  if (isCapitalised(text, word)) return !cues.isOrdinary(word.text);
  return particles.has(word.text) && !cues.isOrdinary(word.text);
}

function named(
  text: string,
  inName: Word[],
  email: FoundEmail | undefined,
  words: readonly Word[],
  cues: NameCues,
): FoundName | undefined {
  while (inName.length > 0 && !isCapitalised(text, inName[0] as Word) && particles.has((inName[0] as Word).text))
    inName.shift();
  while (
    inName.length > 0 &&
    !isCapitalised(text, inName.at(-1) as Word) &&
    particles.has((inName.at(-1) as Word).text)
  )
    inName.pop();
  const first = inName[0];
  const last = inName.at(-1);
  if (!first || !last || inName.length < 2) return undefined;
  const before = words.filter(({ end }) => end <= first.start).slice(-2);
  if (before.some((word) => cues.isMyself(word.text))) return undefined;
  const parts = inName.map((word) => ({ text: word.text, typed: text.slice(word.start, word.end) }));
  const person: PersonName = { name: text.slice(first.start, last.end) };
  const split = splitName(inName, email);
  if (split !== undefined) {
    person.firstName = capitalise(text.slice(first.start, (inName[split - 1] as Word).end));
    person.lastName = capitalise(text.slice((inName[split] as Word).start, last.end));
    if (
      email &&
      isReversed(
        parts.map((part) => part.text),
        split,
        email,
      )
    ) {
      [person.firstName, person.lastName] = [person.lastName, person.firstName];
    }
    person.name = `${person.firstName} ${person.lastName}`;
  }
  if (email) person.email = email.address;
  return { kind: 'name', start: first.start, end: last.end, person };
}

/** @returns at which word the last name begins; undefined when that is not clear. */
function splitName(inName: readonly Word[], email: FoundEmail | undefined): number | undefined {
  if (inName.length === 2) return 1;
  const particle = inName.findIndex((word, index) => index > 0 && particles.has(word.text));
  if (particle > 0) return particle;
  const parts = email ? partsOf(email) : [];
  // "Anna Maria Bianchi", anna.bianchi@…: the last word of the name is the last part of the address.
  if (parts.length > 1 && parts.at(-1) === inName.at(-1)?.text) return inName.length - 1;
  return undefined;
}

/** "Rossi Maria, maria.rossi@…" is the order of a payroll list; the address tells. */
function isReversed(parts: readonly string[], split: number, email: FoundEmail): boolean {
  const local = partsOf(email);
  return split === 1 && parts.length === 2 && local.length === 2 && local[0] === parts[1] && local[1] === parts[0];
}

function partsOf(email: FoundEmail): string[] {
  return email.address
    .slice(0, email.address.indexOf('@'))
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}

function isCapitalised(text: string, word: Word): boolean {
  return /^\p{Lu}/u.test(text.slice(word.start, word.end));
}

function capitalise(name: string): string {
  if (name !== name.toLowerCase()) return name;
  return name.replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** "First name: Maria, last name: Rossi", in either order. */
function findLabelled(
  text: string,
  words: readonly Word[],
  emails: readonly FoundEmail[],
  cues: NameCues,
): FoundName | undefined {
  const first = labelled(text, words, cues.isFirstName, cues);
  const last = labelled(text, words, cues.isLastName, cues);
  if (!first || !last) return undefined;
  const [firstName, lastName] = [capitalise(first.typed), capitalise(last.typed)];
  const person: PersonName = { name: `${firstName} ${lastName}`, firstName, lastName };
  if (emails.length === 1 && emails[0]) person.email = emails[0].address;
  return { kind: 'name', start: Math.min(first.start, last.start), end: Math.max(first.end, last.end), person };
}

function labelled(
  text: string,
  words: readonly Word[],
  isLabel: (word: string) => boolean,
  cues: NameCues,
): { typed: string; start: number; end: number } | undefined {
  for (let i = 0; i < words.length; i++) {
    const two = `${words[i]?.text} ${words[i + 1]?.text}`;
    const width = isLabel(two) ? 2 : isLabel(words[i]?.text ?? '') ? 1 : 0;
    const value = width > 0 ? words[i + width] : undefined;
    const label = words[i + width - 1];
    if (!value || !label || !/^[\s:=-]{1,3}$/u.test(text.slice(label.end, value.start))) continue;
    if (!/^\p{L}{2,}/u.test(value.text) || cues.isOrdinary(value.text)) continue;
    return { typed: text.slice(value.start, value.end), start: value.start, end: value.end };
  }
  return undefined;
}
