import type { Role } from '../../models/role.ts';
import type { Answer } from './answer.ts';
import { GivenRoles } from './givenRoles.ts';

/** An answer that approves and nothing else. */
export interface Approval {
  roles: Role[];
  /** Where in the answer a reason stands; from 0 to 0 when there is none. */
  reason: { start: number; end: number };
  /** Said in so many words ("approved"), not only agreed ("ok"). */
  isExplicit: boolean;
}

/** What is known of what was asked. */
interface Asked {
  /** The roles that were asked for; absent where that is not told. */
  asked?: readonly Role[];
  /** What was asked back before; where it was approved and only a `role` is missing, naming one is enough. */
  missing?: 'decision' | 'role';
}

/** The item behind a piece; `over`: only a signature or small print follows; `leftOver`: fits nowhere. */
type Step = number | 'over' | 'leftOver';

/** Kinds that say yes. */
const assents = ['approve', 'transitive', 'yes', 'command'];

/**
 * Reads an answer as an approval. The whole answer has to be one: each word must be part of a known way to approve, of
 * the roles to give, of a known harmless comment or courtesy, or of the signature. A single word that fits nowhere makes
 * it no approval, because it may be the one that takes everything back ("yes, when pigs fly").
 *
 * @returns undefined when anything is left over, or when it would be left to guess who, what or which role is meant.
 */
export function readApproval(answer: Answer, about: Asked): Approval | undefined {
  return new ApprovalReader(answer, about).read();
}

/**
 * Goes through an answer piece by piece, and keeps what was said so far. Each method for a kind of piece returns
 * undefined where no such piece begins; their order decides between the meanings of a word that has several.
 */
class ApprovalReader {
  readonly #answer: Answer;
  readonly #is: Answer['isKind'];
  readonly #asked: readonly string[] | undefined;
  readonly #missing: Asked['missing'];
  readonly #roles: GivenRoles;
  readonly #reason = { start: 0, end: 0 };
  #hasAssented = false;
  #isExplicit = false;
  /** Told to do it, which may as well be said to somebody else. */
  #isCommand = false;
  /** Agreed in a way that "for" and a name may follow. */
  #isAffirmed = false;
  /** Somebody is spoken to by name. */
  #isAddressed = false;
  #hasLooked = false;
  /** Where in the answer it was last told to give something. */
  #givenAt = 0;
  /** "Give her": a role has to follow. */
  #wantsRole = false;
  #people = 0;

  constructor(answer: Answer, { asked, missing }: Asked) {
    this.#answer = answer;
    this.#is = answer.isKind.bind(answer);
    this.#asked = asked;
    this.#missing = missing;
    this.#roles = new GivenRoles(answer);
  }

  read(): Approval | undefined {
    let at = 0;
    while (at < this.#answer.items.length) {
      const step = this.#piece(at);
      if (step === 'leftOver') return undefined;
      if (step === 'over') break;
      at = step;
    }
    const roles = this.#roles.chosen();
    if (!roles || !this.#isApproved(at) || !(this.#hasAssented || roles.length > 0)) return undefined;
    return { roles, reason: this.#reason, isExplicit: this.#isExplicit };
  }

  #piece(at: number): Step {
    return (
      this.#ending(at) ??
      this.#role(at) ??
      this.#assent(at) ??
      this.#everyRole(at) ??
      this.#closing(at) ??
      this.#address(at) ??
      this.#harmless(at) ??
      this.#person(at) ??
      this.#comment(at) ??
      this.#joint(at) ??
      this.#ownName(at) ??
      'leftOver'
    );
  }

  /** Small print, or what was recognised as a signature from its form. */
  #ending(at: number): Step | undefined {
    if (this.#isAssent && this.#answer.isDisclaimer(at)) return 'over';
    return at > 0 && this.#answer.startOf(at) >= this.#answer.signatureAt ? this.#signature(at) : undefined;
  }

  #signature(at: number): Step {
    return this.#answer.isSignature(at) ? 'over' : 'leftOver';
  }

  /** "[at] only as report viewer" and "not administrator" come before single words that have other meanings as well. */
  #role(at: number): Step | undefined {
    const next = this.#is(at, 'but', 'only', 'as', 'article', 'not', 'role', 'and') ? this.#roles.take(at) : undefined;
    if (next === undefined) return this.#wantsRole ? 'leftOver' : undefined;
    const isGiven = this.#isGiven(at, next);
    this.#wantsRole = false;
    return isGiven ? next : 'leftOver';
  }

  /** Whether a role between two items is there to be given. */
  #isGiven(from: number, to: number): boolean {
    const is = this.#is;
    // "From user administrator to report viewer".
    if (is(from - 1, 'role') && !this.#isSeparated(from) && !is(from, 'and', 'but', 'only', 'not')) return false;
    if (is(from, 'and') && !is(from - 1, 'role', 'onlyAfter')) return false;
    // "As account administrator, I approve" is who the writer is; "she works here, as report viewer" who she is.
    if (this.#isAssent ? this.#isOfComment(from, to) : !is(from, 'role')) return false;
    // "Approvato da amministratore utenti" tells who has approved.
    return !this.#answer.isAgent(from) && !this.#mayBeTitle(from, to) && !this.#mayBeCapacity(from, to);
  }

  /** Whether a role belongs to what was said of somebody; "she works here, please give her access as report viewer" gives it. */
  #isOfComment(from: number, to: number): boolean {
    if (this.#reason.end === 0) return false;
    return this.#givenAt <= this.#reason.end || !this.#contains(from, to, 'as', 'only');
  }

  /**
   * Whether a role, named without a word that gives it ("as", "only"), may be the writer's own title: on a line of its own
   * or in a sentence of its own, where they are named in a signature. What was asked for is given either way.
   */
  #mayBeTitle(from: number, to: number): boolean {
    // "Approved - report viewer only".
    if (this.#isFit(to) || (this.#is(to, 'onlyAfter') && !this.#answer.isSeparated(to))) return false;
    if (this.#contains(from, to, 'as', 'only', 'but', 'and', 'not') || this.#isAskedFor(to - 1)) return false;
    if (this.#isAssent) {
      return this.#answer.isSetApart(from) || (this.#answer.isBracketed(from) && this.#is(from - 1, 'role'));
    }
    // "Account administrator: approved"; "report viewer: yes" is a role that is given, as far as nobody knows better.
    return this.#answer.isEndOfSentence(to) || this.#areRolesAskedFor;
  }

  /**
   * Whether "approve as account administrator", "approved, account administrator" may tell in what capacity the writer
   * approves: where other roles were asked for, and nothing says that this one is given instead ("but", "only", "give").
   * Who was asked back and says it again means it.
   */
  #mayBeCapacity(from: number, to: number): boolean {
    if (this.#missing || this.#wantsRole || this.#contains(from, to, 'but', 'only', 'not')) return false;
    if (this.#is(to, 'onlyAfter')) return false;
    const others = this.#answer.items[to - 1]?.roles.filter((role) => !this.#asked?.includes(role));
    return this.#areRolesAskedFor && others?.some((role) => role.endsWith('Administrator')) === true;
  }

  #assent(at: number): Step | undefined {
    const is = this.#is;
    if (is(at, 'unopposed') || this.#isFit(at)) {
      if (this.#answer.isBroken(at)) return 'leftOver';
      this.#hasAssented = true;
      return at + 1;
    }
    if (is(at, ...assents)) {
      // Yes, "sure".
      if (this.#isAssent && this.#answer.items.length > 1 && this.#answer.isQuoted(at)) return 'leftOver';
      this.#hasAssented = true;
      this.#isExplicit ||= is(at, 'approve', 'transitive') && !is(at, 'command');
      if (is(at, 'command')) this.#givenAt = this.#answer.endOf(at);
      this.#isCommand ||= is(at, 'command');
      this.#isAffirmed ||= is(at, 'affirm');
      if (!is(at, 'transitive')) return at + 1;
      const next = this.#answer.personAt(at + 1, at + 1);
      if (next === undefined) return 'leftOver';
      if (next > at + 1) this.#people++;
      return next;
    }
    if (this.#isAllowed(at)) {
      this.#hasAssented = this.#isCommand = true;
      this.#people++;
      return this.#answer.behindTheirs(at) + 1;
    }
    if (!is(at, 'give')) return undefined;
    this.#hasAssented = this.#isCommand = this.#wantsRole = true;
    this.#givenAt = this.#answer.endOf(at);
    return this.#accessFor(at + 1) ?? at + 1;
  }

  /** "Giulia can have it", where it is Giulia who asks. */
  #isAllowed(at: number): boolean {
    const next = this.#answer.behindTheirs(at);
    return next > at && this.#isSeparated(at) && this.#is(next, 'allowed') && !this.#answer.isSeparated(next);
  }

  /** "[give] Giulia access". */
  #accessFor(at: number): Step | undefined {
    const next = this.#answer.personAt(at, at);
    if (next === undefined) return 'leftOver';
    if (next === at || !this.#is(next, 'access') || this.#answer.isSeparated(next)) return undefined;
    this.#people++;
    this.#wantsRole = false;
    return next + 1;
  }

  /** "Report viewer [is fine]": an administrator who is fine with it is somebody else. */
  #isFit(at: number): boolean {
    const [is, named] = [this.#is, at - 1];
    if (!is(at, 'fits') || !is(named, 'role') || this.#answer.isSeparated(at)) return false;
    if (at + 1 < this.#answer.items.length && !this.#answer.isSeparated(at + 1)) return false;
    const isAnyones = this.#answer.items[named]?.roles.every((role) => !role.endsWith('Administrator'));
    return isAnyones === true || this.#isAskedFor(named);
  }

  #everyRole(at: number): Step | undefined {
    if (!this.#is(at, 'allRoles', 'both', 'bothRoles')) return undefined;
    this.#roles.giveAll();
    if (this.#is(at, 'allRoles')) return at + 1;
    // "Both" alone may mean two people.
    const areTwo = this.#asked ? this.#asked.length === 2 : !this.#is(at, 'both');
    return areTwo ? at + 1 : 'leftOver';
  }

  #closing(at: number): Step | undefined {
    return this.#isAssent && this.#is(at, 'closing') && this.#isSeparated(at) ? this.#signature(at) : undefined;
  }

  /** Whom the answer speaks to: Usher, or somebody else. */
  #address(at: number): Step | undefined {
    const is = this.#is;
    // "Usher approved" tells of Usher.
    if (is(at, 'vocative')) return this.#isAssent || this.#isSeparated(at + 1) ? at + 1 : 'leftOver';
    if (this.#isAssent) return undefined;
    if (is(at, 'greetingOthers')) {
      this.#isAddressed = true;
      return at + 1;
    }
    if (!is(at, 'greeting', 'title')) return undefined;
    let first = at + 1;
    while (is(first, 'title')) first++;
    let next = first;
    while (next < first + 3 && this.#answer.isName(next) && (next === first || !this.#isSeparated(next))) next++;
    if (next > first) this.#isAddressed = true;
    return next;
  }

  /** Words that change nothing. */
  #harmless(at: number): Step | undefined {
    const is = this.#is;
    if (is(at, 'them') && is(at - 1, 'transitive', 'command', 'give')) return at + 1;
    if (is(at, 'onlyAfter') && this.#roles.isNamed) return at + 1;
    if (is(at, 'object', 'courtesy', 'mild')) return at + 1;
    if (is(at, 'looked')) {
      this.#hasLooked = true;
      return at + 1;
    }
    return this.#answer.isPossessive(at) && this.#answer.isName(at - 1) ? at + 1 : undefined;
  }

  /** "For Giulia", "for her". */
  #person(at: number): Step | undefined {
    const is = this.#is;
    const isSaidFirst = this.#isAssent && (this.#isExplicit || this.#isAffirmed);
    if (is(at, 'forThem')) {
      // "Fine for her" may tell what she thinks, "for her it is fine" does.
      if (is(at + 1, ...assents) && !this.#isSeparated(at + 1)) return 'leftOver';
      // "For this colleague Giulia".
      const behind = this.#isSeparated(at + 1) ? at + 1 : this.#answer.behindTheirs(at + 1);
      return isSaidFirst || (this.#isAssent && behind > at + 1) ? behind : 'leftOver';
    }
    if (!is(at, 'for')) return undefined;
    // "No problem for Lena".
    if (is(at - 1, 'unopposed')) return 'leftOver';
    // "Report viewer is enough for Lena".
    if (is(at - 1, 'onlyAfter') && !is(at - 1, ...assents)) return 'leftOver';
    const next = this.#answer.personAt(at + 1, at + 1);
    if (next === undefined) return 'leftOver';
    if (next === at + 1) return is(next, 'object') ? next : 'leftOver';
    this.#people++;
    // "Fine for Lena" may tell what Lena thinks; "yes for Lena" does not.
    return isSaidFirst || (this.#isAssent && this.#answer.isRequesterKnown) ? next : 'leftOver';
  }

  /** A comment that only tells who somebody is: a known beginning, then nothing but harmless words. */
  #comment(from: number): Step | undefined {
    const is = this.#is;
    if (is(from, 'because')) return this.#isComment(from + 1) ? from + 1 : 'leftOver';
    if (!this.#isComment(from)) return undefined;
    // "Sure she works here".
    if (!this.#isSeparated(from) && !is(from - 1, 'because', 'therefore', 'then')) return 'leftOver';
    let at = this.#answer.behindTheirs(from) + 1;
    for (; at < this.#answer.items.length && !this.#answer.isEndOfSentence(at); at++) {
      if (is(at, 'closing', 'footer')) break;
      const isName = this.#answer.isName(at);
      // "It takes Lena as well".
      if (isName && !this.#answer.isName(at - 1) && !is(at - 1, 'tail', 'for')) return 'leftOver';
      if (isName || is(at, 'tail', 'comment', 'article', 'for', 'and', 'object')) continue;
      if (this.#answer.isPlainNumber(at)) continue;
      // "…, so ok", "…, va bene": the comment ends and something else begins.
      if ((this.#isSeparated(at) && !is(at, 'role')) || is(at, 'therefore')) break;
      // "She has to see the reports" repeats the request, or asks for something else.
      if (!is(at, 'role') || !this.#isAskedFor(at)) return 'leftOver';
    }
    if (this.#reason.end === 0) this.#reason.start = this.#answer.startOf(from);
    this.#reason.end = this.#answer.endOf(at - 1);
    return at;
  }

  /** "She works here"; of whoever asks also "Giulia works here". */
  #isComment(at: number): boolean {
    const next = this.#answer.behindTheirs(at);
    return next === at ? this.#is(at, 'comment') : this.#isSaidOf(next);
  }

  /** Whether a comment goes on here that began with a name. */
  #isSaidOf(at: number): boolean {
    return this.#is(at, 'comment', 'commentOf') && !this.#answer.isSeparated(at);
  }

  /** What joins two pieces, or stands below them without a meaning. */
  #joint(at: number): Step | undefined {
    const is = this.#is;
    if (is(at, 'therefore')) return at + 1;
    const joins = is(at + 1, 'object', 'courtesy', ...assents, 'comment') && !this.#isSeparated(at + 1);
    if (is(at, 'and') && joins) return at + 1;
    return is(at, 'footer') ? this.#answer.nextLine(at) : undefined;
  }

  /** A name at the end is the writer's, if what follows is a signature. */
  #ownName(at: number): Step | undefined {
    if (this.#isAssent && this.#answer.isInitials(at)) return 'over';
    if (!this.#isAssent || !this.#isSeparated(at) || !this.#answer.isName(at)) return undefined;
    if (!this.#answer.isEndOfSentence(at)) this.#isAddressed = true;
    return this.#signature(at);
  }

  /** Whether what was said is an approval, its roles aside, and Usher is who is told so. */
  #isApproved(end: number): boolean {
    const { items, beginsQuoted, endsWithForeignSign } = this.#answer;
    if (!this.#isAssent || this.#wantsRole || this.#people > 1) return false;
    // "Yes, I have read it" says no more than that.
    if (this.#hasLooked && !this.#isExplicit) return false;
    if (items.some((_, index) => index < end && this.#answer.hasForeignSign(index))) return false;
    if (end >= items.length && endsWithForeignSign) return false;
    // "Hi Lena, yes" may be said to Lena, "Approve, Lena" may ask her to.
    if (this.#isAddressed && (this.#isCommand || !this.#isExplicit)) return false;
    // “Approve” is how Usher's own mails put the word to answer with; “please approve Giulia” is what somebody else said.
    const asks = this.#people > 0 || this.#contains(0, items.length, 'courtesy', 'them', 'give', 'object');
    return !(beginsQuoted && asks);
  }

  /** It was approved, here or before. */
  get #isAssent(): boolean {
    return this.#hasAssented || this.#missing === 'role';
  }

  get #areRolesAskedFor(): boolean {
    return this.#asked !== undefined && this.#asked.length > 0;
  }

  /** Whether all roles that an item names were asked for. */
  #isAskedFor(index: number): boolean {
    const asked = this.#asked;
    return asked !== undefined && (this.#answer.items[index]?.roles ?? []).every((role) => asked.includes(role));
  }

  /** Whether a new piece of a sentence begins here. */
  #isSeparated(index: number): boolean {
    return index === 0 || this.#answer.isSeparated(index);
  }

  #contains(from: number, to: number, ...kinds: string[]): boolean {
    return this.#answer.items.slice(from, to).some((_, index) => this.#is(from + index, ...kinds));
  }
}
