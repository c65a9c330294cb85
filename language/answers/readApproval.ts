import { isRole, type Role } from '../../models/role.ts';
import type { Answer } from './answer.ts';

/** An answer that approves and nothing else. */
export interface Approval {
  roles: Role[];
  /** Where in the answer a reason stands; from 0 to 0 when there is none. */
  reason: { start: number; end: number };
  /** Said in so many words ("approved"), not only agreed ("ok"). */
  isExplicit: boolean;
}

/** Kinds that say yes. */
const assents = ['approve', 'transitive', 'yes', 'command'];

/**
 * Reads an answer as an approval. The whole answer has to be one: each word must be part of a known way to approve, of
 * the roles to give, of a known harmless comment or courtesy, or of the signature. A single word that fits nowhere makes
 * it no approval, because it may be the one that takes everything back ("yes, when pigs fly").
 *
 * @param about `asked`: the roles that were asked for; `missing`: what was asked back before; where it was approved and
 *   only a `role` is missing, naming one is enough.
 * @returns undefined when anything is left over, or when it would be left to guess who, what or which role is meant.
 */
export function readApproval(
  answer: Answer,
  { asked, missing }: { asked?: readonly Role[]; missing?: 'decision' | 'role' },
): Approval | undefined {
  const { items } = answer;
  let at = 0;
  let isAssent = missing === 'role';
  let hasAssented = false;
  let isExplicit = false;
  let isCommand = false;
  let isAddressed = false;
  let people = 0;
  let isAffirmed = false;
  let isAllRoles = false;
  let hasLooked = false;
  let wantsRole = false;
  const given = new Set<string>();
  const withheld = new Set<string>();
  let isWithholding = false;
  const reason = { start: 0, end: 0 };

  const is = answer.isKind.bind(answer);
  const contains = (from: number, to: number, ...kinds: string[]) =>
    items.slice(from, to).some((_, index) => is(from + index, ...kinds));
  const askedFor: readonly string[] | undefined = asked;
  const askedSome = askedFor !== undefined && askedFor.length > 0;
  /** Whether all roles that an item names were asked for. */
  const isAskedFor = (index: number) =>
    askedFor !== undefined && (items[index]?.roles ?? []).every((role) => askedFor.includes(role));
  /** Whether a new piece of a sentence begins here. */
  const isSeparated = (index: number) => index >= items.length || index === 0 || answer.isSeparated(index);

  /** A role with what stands around it: "but only as a report viewer", "and not as administrator". */
  const roleGroup = (from: number): number | undefined => {
    let i = from;
    let isNegated = false;
    let isOnly = false;
    let hasBut = false;
    let hasAnd = false;
    let hasAs = false;
    while (i < items.length && !is(i, 'role')) {
      if (i > from && answer.isEndOfSentence(i)) return undefined;
      // "Report viewer no, account viewer": the no belongs to what stands before it.
      if (i > from && is(i - 1, 'not') && isSeparated(i)) return undefined;
      if (is(i, 'not')) {
        if (isNegated) return undefined;
        isNegated = true;
      } else if (is(i, 'only')) isOnly = true;
      else if (is(i, 'but')) hasBut = true;
      else if (is(i, 'and')) hasAnd = true;
      else if (is(i, 'as')) hasAs = true;
      else if (!is(i, 'article')) return undefined;
      i++;
    }
    // Some wordings say too little of how much they give: "full access".
    if (i >= items.length || is(i, 'doubt') || (i > from && is(i - 1, 'not') && isSeparated(i))) return undefined;
    // "All roles but user administrator" takes out what "but as user administrator" puts in.
    if (hasBut && !isOnly && !isNegated && !hasAs) return undefined;
    // "not only as …": neither here nor there.
    if (isNegated && isOnly) return undefined;
    // "not as a, b": whether b is to be given is anybody's guess.
    if (isWithholding && !isNegated && !isOnly && !hasBut) return undefined;
    if (isWithholding && hasAnd) return undefined;
    isWithholding = isNegated;
    for (const role of (items[i] as (typeof items)[number]).roles) (isNegated ? withheld : given).add(role);
    return i + 1;
  };

  /**
   * Whether a role, named without a word that gives it ("as", "only"), may be the writer's own title: on a line of its own
   * or in a sentence of its own, where they are named in a signature. What was asked for is given either way.
   */
  const mayBeTitle = (from: number, to: number): boolean => {
    if (contains(from, to, 'as', 'only', 'but', 'and', 'not') || isAskedFor(to - 1)) return false;
    if (isAssent) return answer.isSetApart(from) || (answer.isBracketed(from) && is(from - 1, 'role'));
    // "Account administrator: approved"; "report viewer: yes" is a role that is given, as far as nobody knows better.
    return answer.isEndOfSentence(to) || askedSome;
  };

  /**
   * Whether "approve as account administrator", "approved, account administrator" may tell in what capacity the writer
   * approves: where other roles were asked for, and nothing says that this one is given instead ("but", "only", "give").
   * Who was asked back and says it again means it.
   */
  const mayBeCapacity = (from: number, to: number): boolean => {
    if (missing || wantsRole || contains(from, to, 'but', 'only', 'not') || is(to, 'onlyAfter')) return false;
    const others = items[to - 1]?.roles.filter((role) => !askedFor?.includes(role));
    return askedSome && others?.some((role) => role.endsWith('Administrator')) === true;
  };

  /** A comment that only tells who somebody is: a known beginning, then nothing but harmless words. */
  const comment = (from: number): number | undefined => {
    let i = from + 1;
    for (; i < items.length && !answer.isEndOfSentence(i); i++) {
      if (is(i, 'closing', 'footer')) break;
      // "It takes Lena as well".
      if (answer.isName(i) && !answer.isName(i - 1) && !is(i - 1, 'tail', 'for')) return undefined;
      if (is(i, 'tail', 'comment', 'article', 'for', 'and', 'object') || answer.isName(i) || answer.isPlainNumber(i))
        continue;
      // "…, so ok", "…, va bene": the comment ends and something else begins.
      if (isSeparated(i) && !is(i, 'role')) break;
      if (is(i, 'therefore')) break;
      // "She has to see the reports" repeats the request, or asks for something else.
      if (is(i, 'role') && isAskedFor(i)) continue;
      return undefined;
    }
    const [start, end] = [answer.startOf(from), answer.endOf(i - 1)];
    if (reason.end === 0) reason.start = start;
    reason.end = end;
    return i;
  };

  while (at < items.length) {
    if (isAssent && answer.isDisclaimer(at)) break;
    if (at > 0 && answer.startOf(at) >= answer.signatureAt) {
      if (!answer.isSignature(at)) return undefined;
      break;
    }
    // "[at] only as report viewer" and "not administrator" before single words that have other meanings as well.
    if (is(at, 'but', 'only', 'as', 'article', 'not', 'role', 'and')) {
      const next = roleGroup(at);
      if (next !== undefined) {
        // "As account administrator, I approve" is who the writer is; "she works here, as report viewer" who she is.
        const isGiven = isAssent ? reason.end === 0 : is(at, 'role');
        // "From user administrator to report viewer".
        if (is(at - 1, 'role') && !isSeparated(at) && !is(at, 'and', 'but', 'only', 'not')) return undefined;
        if (!isGiven || (is(at, 'and') && !is(at - 1, 'role', 'onlyAfter'))) return undefined;
        // "Approvato da amministratore utenti" tells who has approved.
        if (answer.isAgent(at)) return undefined;
        if (mayBeTitle(at, next) || mayBeCapacity(at, next)) return undefined;
        at = next;
        wantsRole = false;
        continue;
      }
    }
    if (wantsRole) return undefined;
    if (is(at, ...assents)) {
      // Yes, "sure".
      if (items.length > 1 && isAssent && answer.isQuoted(at)) return undefined;
      isAssent = true;
      hasAssented = true;
      if (is(at, 'approve', 'transitive') && !is(at, 'command')) isExplicit = true;
      if (is(at, 'command')) isCommand = true;
      if (is(at, 'affirm')) isAffirmed = true;
      const isTransitive = is(at, 'transitive');
      at++;
      if (isTransitive) {
        const next = answer.personAt(at, at);
        if (next === undefined) return undefined;
        if (next > at) people++;
        at = next;
      }
      continue;
    }
    if (is(at, 'give')) {
      isAssent = true;
      hasAssented = true;
      isCommand = true;
      wantsRole = true;
      at++;
      continue;
    }
    if (is(at, 'allRoles')) {
      isAllRoles = true;
      at++;
      continue;
    }
    if (is(at, 'both', 'bothRoles')) {
      isAllRoles = true;
      // "Both" alone may mean two people.
      if (asked ? asked.length !== 2 : is(at, 'both')) return undefined;
      at++;
      continue;
    }
    if (is(at, 'closing') && isAssent && isSeparated(at)) {
      if (!answer.isSignature(at)) return undefined;
      break;
    }
    if (is(at, 'vocative')) {
      at++;
      // "Usher approved" tells of Usher.
      if (!isAssent && !isSeparated(at)) return undefined;
      continue;
    }
    if (is(at, 'greetingOthers') && !isAssent) {
      isAddressed = true;
      at++;
      continue;
    }
    if (is(at, 'them') && is(at - 1, 'transitive', 'command', 'give')) {
      at++;
      continue;
    }
    if (is(at, 'greeting', 'title') && !isAssent) {
      at++;
      while (is(at, 'title')) at++;
      const from = at;
      while (at < items.length && at < from + 3 && answer.isName(at) && (at === from || !isSeparated(at))) at++;
      if (at > from) isAddressed = true;
      continue;
    }
    if (is(at, 'onlyAfter') && given.size > 0) {
      at++;
      continue;
    }
    if (is(at, 'object', 'courtesy', 'mild')) {
      at++;
      continue;
    }
    if (is(at, 'looked')) {
      hasLooked = true;
      at++;
      continue;
    }
    if (answer.isPossessive(at) && answer.isName(at - 1)) {
      at++;
      continue;
    }
    if (is(at, 'forThem')) {
      // "Fine for her" may tell what she thinks, "for her it is fine" does.
      if (!(isAssent && (isExplicit || isAffirmed))) return undefined;
      at++;
      if (is(at, ...assents) && !isSeparated(at)) return undefined;
      continue;
    }
    // "Report viewer is enough for Lena".
    if (is(at, 'for', 'forThem') && is(at - 1, 'onlyAfter') && !is(at - 1, ...assents)) return undefined;
    if (is(at, 'for')) {
      const next = answer.personAt(at + 1, at + 1);
      if (next === undefined) return undefined;
      // "Fine for Lena" may tell what Lena thinks; "yes for Lena" does not.
      if (next > at + 1) {
        if (!isAssent || !(isExplicit || isAffirmed || answer.isRequesterKnown)) return undefined;
        people++;
      } else if (!is(next, 'object')) return undefined;
      at = next;
      continue;
    }
    if (is(at, 'because')) {
      if (!is(at + 1, 'comment')) return undefined;
      at++;
      continue;
    }
    if (is(at, 'comment')) {
      // "Sure she works here".
      if (!isSeparated(at) && !is(at - 1, 'because', 'therefore', 'then')) return undefined;
      const next = comment(at);
      if (next === undefined) return undefined;
      at = next;
      continue;
    }
    if (is(at, 'therefore')) {
      at++;
      continue;
    }
    if (is(at, 'and') && !isSeparated(at + 1) && is(at + 1, 'object', 'courtesy', ...assents, 'comment')) {
      at++;
      continue;
    }
    if (is(at, 'footer')) {
      at = answer.nextLine(at);
      continue;
    }
    if (isAssent && isSeparated(at) && answer.isName(at)) {
      // A name at the end is the writer's, if what follows is a signature.
      if (!answer.isSignature(at)) return undefined;
      if (!answer.isEndOfSentence(at)) isAddressed = true;
      break;
    }
    return undefined;
  }

  if (!isAssent || wantsRole || people > 1) return undefined;
  // "Yes, I have read it" says no more than that.
  if (hasLooked && !isExplicit) return undefined;
  for (let i = 0; i < Math.min(at, items.length); i++) if (answer.hasForeignSign(i)) return undefined;
  if (at >= items.length && answer.endsWithForeignSign) return undefined;
  // "Hi Lena, yes" may be said to Lena, "Approve, Lena" may ask her to.
  if (isAddressed && (isCommand || !isExplicit)) return undefined;
  // “Approve” is how Usher's own mails put the word to answer with; “please approve Giulia” is what somebody else said.
  const asks = people > 0 || items.some((_, index) => is(index, 'courtesy', 'them', 'give', 'object'));
  if (answer.beginsQuoted && asks) return undefined;
  if (isAllRoles && given.size > 0) return undefined;
  const roles = [...given].filter(isRole);
  // A designation is no role; who names one may mean what they may not give.
  if (roles.length < given.size) return undefined;
  if ([...withheld].some((role) => given.has(role))) return undefined;
  if (withheld.size > 0 && roles.length === 0) return undefined;
  if (!hasAssented && roles.length === 0) return undefined;
  return { roles, reason, isExplicit };
}
