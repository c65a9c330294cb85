import type { AnswerText } from './answerText.ts';
import type { AnswerToken } from './answerTokens.ts';
import type { AnswerItem } from './answerWords.ts';

/** Of a signature that is longer than this nobody knows what it is. */
const longestSignature = 60;

/** ";)" and ":(" say that it is not quite meant. */
const wryFace = /;-?[()DPp]|[:=]-?[(/|\\]/;
const plainSigns = /^[\s.,;:!–—―()"'’‘“”«»…*_•·-]*$/u;

/** As it stands between words, not within them. */
const dash = /[–—]|(?:^|\s)-+(?:\s|$)/;

/** What a person is known by to whom an answer refers. */
export interface Requester {
  name?: string;
  email?: string;
}

/** An answer taken to pieces: its wordings, and what stands between them. Indexes are those of `items`. */
export class Answer {
  readonly text: string;
  readonly signatureAt: number;
  readonly items: readonly AnswerItem[];
  readonly #tokens: readonly AnswerToken[];
  readonly #reasons: readonly AnswerItem[];
  readonly #isOrdinary: (word: string) => boolean;
  readonly #requester: { names: ReadonlySet<string>; email: string | undefined } | undefined;

  /**
   * @param reasons the same tokens as wordings in reasons for a no.
   * @param isOrdinary whether a folded word is an ordinary one, no name.
   * @param requester whose request is answered, as folded names; undefined when that is not told.
   */
  constructor(
    { text, signatureAt }: AnswerText,
    tokens: readonly AnswerToken[],
    items: readonly AnswerItem[],
    reasons: readonly AnswerItem[],
    isOrdinary: (word: string) => boolean,
    requester?: { names: ReadonlySet<string>; email: string | undefined },
  ) {
    this.text = text;
    this.signatureAt = signatureAt;
    this.items = items;
    this.#tokens = tokens;
    this.#reasons = reasons;
    this.#isOrdinary = isOrdinary;
    this.#requester = requester;
  }

  /** Whether anything in it is asked; a question decides nothing. */
  get isQuestion(): boolean {
    return (
      this.text.replace(/https?:\/\/\S+/g, '').includes('?') || /[\u037e\u061f\u2047-\u2049\u203d]/u.test(this.text)
    );
  }

  get isRequesterKnown(): boolean {
    return this.#requester !== undefined;
  }

  /** Whether a sign stands before an item that people do not write between words ("≠ yes", "approve/deny", "!approve"). */
  hasForeignSign(index: number): boolean {
    const item = this.items[index];
    if (!item) return false;
    return this.#tokens.slice(item.from, item.to).some(({ gap }) => isForeign(gap) || /(?:^|\s)!$/.test(gap));
  }

  get endsWithForeignSign(): boolean {
    return isForeign(this.text.slice(this.#tokens.at(-1)?.end ?? 0));
  }

  /** Whether it trails off ("ok…"). */
  get trailsOff(): boolean {
    return /(?:…|\.\.\.)\s*$/.test(this.text);
  }

  /** Whether an item is of one of these kinds. */
  isKind(index: number, ...kinds: readonly string[]): boolean {
    const item = this.items[index];
    return item !== undefined && kinds.some((kind) => item.kinds.has(kind));
  }

  /** @returns the kinds of each wording in reasons for a no that begins within an item. */
  reasonsAt(index: number): ReadonlySet<string>[] {
    const { from, to } = this.items[index] ?? { from: 0, to: 0 };
    const found: ReadonlySet<string>[] = [];
    for (let at = this.#reasonFrom(from); at < this.#reasons.length; at++) {
      const reason = this.#reasons[at] as AnswerItem;
      if (reason.from >= to) break;
      found.push(reason.kinds);
    }
    return found;
  }

  /** What is written from one item to another, both included. */
  textOf(first: number, last = first): string {
    return this.text.slice(this.startOf(first), this.endOf(last));
  }

  startOf(index: number): number {
    return this.#first(index)?.start ?? this.text.length;
  }

  endOf(index: number): number {
    const item = this.items[index];
    return item ? (this.#tokens[item.to - 1] as AnswerToken).end : 0;
  }

  /** Whether punctuation or the end of a line stands before an item. */
  isSeparated(index: number): boolean {
    const token = this.#first(index);
    return token === undefined || /[.!,;:…\n()]/.test(token.gap) || dash.test(token.gap) || isPicture(token);
  }

  /** Whether a sentence or line ends before an item. */
  isEndOfSentence(index: number): boolean {
    const token = this.#first(index);
    return token === undefined || /[.!;…\n]/.test(token.gap);
  }

  /** Whether a sentence or line ends before an item, or a dash stands there. */
  isSetApart(index: number): boolean {
    return this.isEndOfSentence(index) || dash.test(this.#first(index)?.gap ?? '');
  }

  /** Whether a bracket opens before an item. */
  isBracketed(index: number): boolean {
    return /\($/.test(this.#first(index)?.gap ?? '');
  }

  /** Whether an item is the Italian "da" behind a participle, as in "approvato da": by, not as. */
  isAgent(index: number): boolean {
    const [before, token] = [this.#tokens[(this.items[index]?.from ?? 0) - 1], this.#first(index)];
    return token?.text === 'da' && /(?:at|ess)[oaie]$/.test(before?.text ?? '') && !this.isSeparated(index);
  }

  /** "Giulia's". */
  isPossessive(index: number): boolean {
    const token = this.#first(index);
    return token !== undefined && token.text === 's' && /^['’]$/.test(token.gap);
  }

  /** A word with a capital letter that no list and no sentence knows, an initial, or a name of the requester. */
  isName(index: number): boolean {
    const item = this.items[index];
    const token = this.#first(index);
    if (!item || !token || item.to !== item.from + 1) return false;
    if (this.#requester?.names.has(token.text)) return true;
    if (isListed(item)) return false;
    return (/^\p{Lu}\p{Ll}+$/u.test(token.raw) || /^\p{Lu}$/u.test(token.raw)) && !this.#isOrdinary(token.text);
  }

  /** Two capitals on the last line, as which people sign: "MF". */
  isInitials(index: number): boolean {
    const [item, token] = [this.items[index], this.#first(index)];
    if (!item || !token || index !== this.items.length - 1 || item.kinds.size > 0) return false;
    return token.gap.includes('\n') && /^\p{Lu}{2}$/u.test(token.raw) && !this.#isOrdinary(token.text);
  }

  /** Whether its words are not said in one breath: "no, problem" is another thing than "no problem". */
  isBroken(index: number): boolean {
    const { from, to } = this.items[index] ?? { from: 0, to: 0 };
    return this.#tokens.slice(from + 1, to).some(({ gap }) => /[^\s'’]|\n/.test(gap));
  }

  /** Whether a quotation mark stands right before an item. */
  isQuoted(index: number): boolean {
    return /["“”«»„]$/.test(this.#first(index)?.gap ?? '');
  }

  /** Whether the answer begins with a quotation mark of any kind. */
  get beginsQuoted(): boolean {
    return /^\s*["'“”‘’‚‛«»‹›„‟「『`´]/.test(this.text);
  }

  isEmail(index: number): boolean {
    return this.#first(index)?.text === '#email';
  }

  /** The sentence in which an item stands, as it is written. */
  sentenceAt(index: number): string {
    let [first, last] = [index, index];
    while (first > 0 && !this.isEndOfSentence(first)) first--;
    while (last + 1 < this.items.length && !this.isEndOfSentence(last + 1)) last++;
    return this.textOf(first, last);
  }

  /** Whether the sentence in which an item stands is a question. */
  isInQuestion(index: number): boolean {
    const rest = this.text.slice(this.startOf(index)).replace(/\S+@\S+|https?:\/\/\S+/g, '');
    return /^[^.!;\n]*\?/.test(rest);
  }

  /** Whether an item is a name or the address of whom the answer is about, where that was told. */
  isTheirs(index: number): boolean {
    const item = this.items[index];
    const token = this.#first(index);
    if (!item || !token || !this.#requester || item.to !== item.from + 1) return false;
    if (token.text === '#email') return token.raw.toLowerCase() === this.#requester.email;
    return this.#requester.names.has(token.text);
  }

  /** @returns the index behind the name or address of whom the answer is about; `index` where none stands there. */
  behindTheirs(index: number): number {
    let at = index;
    while (this.isTheirs(at) && (at === index || !this.isSeparated(at))) at++;
    return at;
  }

  isPlainNumber(index: number): boolean {
    return this.#first(index)?.text === '#number';
  }

  /**
   * Reads who is meant, if anybody is named.
   *
   * @returns the index after the name or address; `index` when nobody is named; undefined when it is someone else than
   *   the requester, or there are two.
   */
  personAt(index: number, from: number): number | undefined {
    let at = index;
    if (this.#first(at)?.text === '#email' && !this.isSeparated(at)) {
      const { email } = this.#requester ?? {};
      if (email !== undefined && this.#first(at)?.raw.toLowerCase() !== email) return undefined;
      return at + 1;
    }
    while (this.isKind(at, 'title') && !this.isSeparated(at)) at++;
    const first = at;
    for (; at < this.items.length && at < first + 4 && this.isName(at); at++) {
      if (at > from && this.isSeparated(at)) break;
      if (at === from && this.isSeparated(at)) return index;
      if (this.#requester && !this.#requester.names.has(this.#first(at)?.text ?? '')) return undefined;
    }
    return at === first ? index : at;
  }

  /** Whether a line begins here that is a mail's small print, from which on there is nothing else. */
  isDisclaimer(index: number): boolean {
    if (!this.#first(index)?.gap.includes('\n')) return false;
    const next = this.nextLine(index);
    for (let at = index; at < next; at++) if (this.isKind(at, 'disclaimer')) return true;
    return false;
  }

  /** @returns the index of the first item on the next line. */
  nextLine(index: number): number {
    let at = index + 1;
    while (at < this.items.length && !this.#first(at)?.gap.includes('\n')) at++;
    return at;
  }

  /**
   * Whether everything from here on looks like a signature: names, titles, addresses, numbers; and has no word in it that
   * decides, doubts or sets a condition.
   */
  isSignature(index: number): boolean {
    let unknown = 0;
    let names = 0;
    let words = 0;
    for (let at = index; at < this.items.length; at++) {
      const item = this.items[at] as AnswerItem;
      const token = this.#first(at) as AnswerToken;
      if (token.gap.includes('\n') || at === index) {
        if (this.isKind(at, 'and') && token.raw.length < 4) return false;
        if (unknown > names) return false;
        [unknown, names] = [0, 0];
      }
      if (this.isKind(at, 'footer')) {
        at = this.nextLine(at) - 1;
        continue;
      }
      if (this.isKind(at, 'disclaimer')) return true;
      words += item.to - item.from;
      if (words > longestSignature) return false;
      if (token.text.startsWith('#') || this.isName(at)) names++;
      else if (this.isKind(at, 'signature', 'title', 'courtesy', 'vocative', 'closing', 'greeting')) continue;
      else if (isListed(item) && !this.isKind(at, 'role', 'tail', 'and', 'article', 'for')) return false;
      else if (isListed(item)) continue;
      // "Will confirm" is nobody's title.
      else if (!/^\p{Lu}/u.test(token.raw)) return false;
      else if (this.#isOrdinary(token.text)) unknown++;
      else names++;
    }
    return unknown <= names;
  }

  /** @returns the first of the reasons that begins at a token or behind it. */
  #reasonFrom(token: number): number {
    let [low, high] = [0, this.#reasons.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#reasons[middle] as AnswerItem).from < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #first(index: number): AnswerToken | undefined {
    const item = this.items[index];
    return item && this.#tokens[item.from];
  }
}

/** Whether a list says what it means; "Ko", which may be short for something, is a name too. */
function isListed({ kinds }: AnswerItem): boolean {
  return kinds.size > (kinds.has('shorthand') ? 1 : 0);
}

function isForeign(gap: string): boolean {
  return !plainSigns.test(gap) || wryFace.test(gap);
}

function isPicture({ text }: AnswerToken): boolean {
  return /\p{Extended_Pictographic}/u.test(text);
}
