import { setPhrase } from '../language/setPhrase.ts';
import { languages, textsFor } from '../language/texts.ts';
import { withoutClosing } from '../language/withoutClosing.ts';
import { isRole, type Role } from '../models/role.ts';
import { longestFreeText } from '../onboarding/readFreeText.ts';
import { asPattern } from './asPattern.ts';
import { beginsAsDecision } from './beginsAsDecision.ts';
import { readAnswer } from './readAnswer.ts';
import { straightApostrophes } from './straightApostrophes.ts';
import type { Understand, Understood } from './understood.ts';
import { wordCount } from './wordCount.ts';
import { wordingsIn } from './wordingsIn.ts';

/** What somebody asks the administrators for, as far as a sentence tells it. */
export interface Wish {
  roles: Role[];
  /** Why, in their own words; empty when that is not told for sure. */
  message: string;
}

/** What somebody may ask for: to be let in, or for another role. */
type Kind = 'invitation' | 'role';

const words = languages.map((language) => textsFor(language).wishes);
const all = (list: (of: (typeof words)[number]) => readonly string[]) => wordingsIn(words.flatMap(list));
const asking = all(({ asking }) => asking);
const mayI = all(({ mayI }) => mayI);
const notAsked = all(({ notAsked }) => notAsked);
const because = all(({ because }) => because);
const corrects = all(({ corrects }) => corrects);
const questions = all(({ questions }) => questions);
const inOrder = all(({ inOrder }) => inOrder);
const wanting = new RegExp(`${all(({ wanting }) => wanting).source}\\s+$`, 'iu');
const notInOrder = words.map(({ notInOrder }) => new RegExp(notInOrder, 'u'));
const nouns: Record<Kind, RegExp> = {
  invitation: all(({ invitation }) => invitation),
  role: all(({ role }) => role),
};
const anotherRole = all(({ anotherRole }) => anotherRole);
const messageLabel = new RegExp(
  `^(?:${languages
    .flatMap((language) => [textsFor(language).fields.message, textsFor(language).fields.reason])
    .map(asPattern)
    .join('|')})\\s*[:=–-]\\s*`,
  'iu',
);
const buttons: Record<Kind, Set<string>> = {
  invitation: new Set(languages.map((language) => setPhrase(textsFor(language).findAdministrator.ask))),
  role: new Set(languages.map((language) => setPhrase(textsFor(language).checkRole.askForAnother))),
};

/** Of a role that is named by itself: more words are a sentence. */
const mostRoleWords = 6;
/** Of one that takes the place of another: "no, sorry, the other one: Account Manager". */
const mostCorrectingWords = 9;

/**
 * Takes a wish out of a sentence: “I’d need the Account Manager role because I download software”. What follows
 * “because” names what is done with a role, and is not read as one.
 *
 * @returns `isSure` when the sentence asks for just that, in the writer’s own name: then the form may be opened at
 *   once. Otherwise what it says is worth keeping for when they ask.
 */
export function wishInSentence(
  { text, data }: Pick<Understood, 'text' | 'data'>,
  kind: Kind,
  understand: Understand,
): Wish & { isSure: boolean } {
  const typed = straightApostrophes(text);
  if (namesButton(text, kind)) return { roles: [], message: '', isSure: true };
  if (data.emails.length > 0) return { roles: [...data.roles], message: '', isSure: false };
  const reasonAt = reasonStart(typed, (before) => nouns[kind].test(before) || rolesIn(before, understand).length > 0);
  const asked = typed.slice(0, reasonAt);
  const verb = asking.exec(asked) ?? mayI.exec(asked);
  const behind = verb ? rolesIn(asked.slice(verb.index), understand) : [];
  const roles = behind.length > 0 ? behind : rolesIn(asked, understand);
  const message = messageIn(typed.slice(reasonAt));
  const isQuestion = asked.includes('?') && !mayI.test(asked);
  const isSaid = kind === 'invitation' ? nouns.invitation.test(asked) && (roles.length > 0 || message !== '') : true;
  const isNamed = kind === 'invitation' || roles.length > 0 || anotherRole.test(asked);
  const isSure = verb !== null && isSaid && isNamed && !isQuestion && !notAsked.test(asked);
  return { roles: roles.length > 0 || message ? roles : [...data.roles], message, isSure };
}

/**
 * Reads what is said beside the open form that asks: a role by itself, a role and why, or the message alone.
 *
 * @param there what the form holds: beside a role that is chosen, words that only sound like one are part of the message;
 *   beside a message a question (“how long does it take?”) is put to Usher and takes the place of nothing.
 */
export function wishBesideForm(
  text: string,
  kind: Kind,
  understand: Understand,
  there: { roles?: string; message?: string },
): Partial<Wish> {
  const chosen = Boolean(there.roles);
  const labelled = messageLabel.exec(text.trim());
  if (labelled) return { message: messageIn(text.trim().slice(labelled[0].length)) };
  if (chosen && startsWith(corrects, text.trim()) && wordCount(text) <= mostCorrectingWords) {
    const instead = rolesIn(text, understand);
    if (instead.length > 0) return { roles: instead };
  }
  if (asksUsher(text)) return {};
  const roles: Role[] = [];
  let rest = text.trim();
  // "Account Manager, Report Viewer, to download software".
  while (rest) {
    const segment = (/^[^,;:\n]*?(?=\s+[–-]\s|[,;:\n]|[.!](?:\s|$)|$)/u.exec(rest) ?? [rest])[0];
    const isAnswer = roles.length === 0 && readAnswer(segment) !== undefined;
    if (!isAnswer && !isRoleAlone(segment, understand)) break;
    if (!isAnswer) roles.push(...rolesIn(segment, understand).filter((role) => !roles.includes(role)));
    rest = rest.slice(segment.length).replace(/^[\s,;:.!–-]+/u, '');
  }
  const why = messageIn(rest);
  if (roles.length > 0) return { roles, ...(why && { message: why }) };
  const reasonAt = reasonStart(text, (before) => isRoleAlone(before, understand));
  if (reasonAt < text.length) {
    return { roles: rolesIn(text.slice(0, reasonAt), understand), message: messageIn(text.slice(reasonAt)) };
  }
  const understood = understand(text);
  const wish = wishInSentence(understood, kind, understand);
  if (wish.roles.length > 0 && (wish.isSure || (wish.message && !chosen))) {
    return { roles: wish.roles, ...(wish.message && { message: wish.message }) };
  }
  return {
    ...(!chosen && understood.data.roles.length > 0 && { roles: understood.data.roles }),
    ...(!(there.message && text.trim().endsWith('?')) && { message: messageIn(text) }),
  };
}

/**
 * @returns whether a text is for the open form that asks, whatever walk it sounds like: it says so itself, “Message: …”, or
 *   names a role and asks nothing else.
 */
export function isForForm({ text, data }: Pick<Understood, 'text' | 'data'>): boolean {
  if (messageLabel.test(text.trim())) return true;
  return data.roles.length > 0 && data.emails.length === 0 && !text.includes('?') && !beginsAsDecision(text);
}

/**
 * @returns whether a sentence asks for an invitation in its writer’s own name, although it tells nothing to fill the form
 *   with: “I need an invite”.
 */
export function asksForInvitation({ text, data }: Pick<Understood, 'text' | 'data'>): boolean {
  const typed = straightApostrophes(text);
  if (data.emails.length > 0 || data.names.length > 0 || notAsked.test(typed)) return false;
  return nouns.invitation.test(typed) && (mayI.test(typed) || (asking.test(typed) && !typed.includes('?')));
}

/** @returns whether a text asks Usher something, and is no message to those who decide. */
export function asksUsher(text: string): boolean {
  return startsWith(questions, straightApostrophes(text.trim()));
}

/** @returns whether a text is but the title of the button that opens the form. */
export function namesButton(text: string, kind: Kind): boolean {
  return !text.includes('?') && buttons[kind].has(setPhrase(text));
}

/** A wish as a button carries it; see {@link wishOnButton}. */
export function wishForButton({ roles, message }: Wish): Record<string, string> {
  // So much fits into a button.
  return { ...(roles.length > 0 && { roles: roles.join(',') }), ...(message && { message: message.slice(0, 400) }) };
}

/** @param button untrusted: it has been on somebody’s screen. */
export function wishOnButton({ roles = '', message = '' }: Record<string, string>): Wish {
  return { roles: roles.split(',').filter(isRole), message };
}

/** Where the reason begins; the end of the text where none is told for sure. */
function reasonStart(text: string, asksBefore: (before: string) => boolean): number {
  const at = (marks: RegExp, fits: (place: number, length: number) => boolean) => {
    for (const { index, 0: mark } of text.matchAll(new RegExp(marks, 'giu')))
      if (fits(index, mark.length)) return index;
    return text.length;
  };
  return Math.min(
    at(because, (place) => asksBefore(text.slice(0, place))),
    at(inOrder, (place, length) => {
      const before = text.slice(0, place);
      // "To Contoso" tells where, "I need to manage users" what.
      if (!/^\s+\p{Ll}/u.test(text.slice(place + length)) || wanting.test(before)) return false;
      return !notInOrder.some((not) => not.test(text.slice(place))) && asksBefore(before);
    }),
  );
}

function rolesIn(text: string, understand: Understand): Role[] {
  return text.trim() === '' ? [] : understand(text).data.roles;
}

/** "Account Manager", "as a report viewer please": not "to download software", which is what for. */
function isRoleAlone(segment: string, understand: Understand): boolean {
  const said = segment.trim();
  if (said === '' || wordCount(said) > mostRoleWords) return false;
  if (startsWith(because, said) || startsWith(inOrder, said) || notAsked.test(said)) return false;
  return rolesIn(said, understand).length > 0 && reasonStart(said, () => true) === said.length;
}

function startsWith(marks: RegExp, text: string): boolean {
  return marks.exec(text)?.index === 0;
}

/** The message to those who decide: what was written, without what is said to Usher around it. */
function messageIn(text: string): string {
  return withoutClosing(text)
    .replace(/^[\s,;:–-]+|[\s,;–-]+$/gu, '')
    .slice(0, longestFreeText);
}
