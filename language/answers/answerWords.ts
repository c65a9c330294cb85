import type { WordLists } from '../readUtterances.ts';
import { type AnswerToken, answerTokens } from './answerTokens.ts';

/** A wording in an answer: tokens `from` up to, not including, `to`. Of no kind: a word that no list knows. */
export interface AnswerItem {
  kinds: ReadonlySet<string>;
  from: number;
  to: number;
  /** Values of a role's wording. */
  roles: readonly string[];
  /** The languages that have this wording. */
  languages: ReadonlySet<string>;
  /** It was read through a typing error. */
  isCorrected: boolean;
}

interface Node {
  next: Map<string, Node>;
  kinds?: Set<string>;
  roles?: readonly string[];
  languages: Set<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** Within a wording there may be blanks, a comma, quotation marks, a hyphen, the end of a wrapped line; no full stop. */
const withinWording = /^[ \t\u00a0,'’"“”«»*_-]*\n?[ \t\u00a0,'’"“”«»*_-]*$/;

/** Spelling: what a token may stand for. */
export interface Spelling {
  /** The word meant, for words that decide; itself when nothing near is known, or anything could be mixed up. */
  decisive(word: string): string;
  /** The word meant, for the names of roles. */
  role(word: string): string;
}

/** The wordings of one group of lists (`[decision …]` or `[answer …]`) in all languages, found token by token. */
export class AnswerWords {
  readonly #root: Node = { next: new Map(), languages: new Set() };
  readonly #words = new Set<string>();
  /** The words that end in a letter with an accent: "approvò" is another word than "approvo", "si" is careless for "sì". */
  readonly #accented = new Set<string>();

  /**
   * @param lists the word lists of each language's file.
   * @param group `decision` or `answer`; the wordings of roles are among those of decisions.
   * @param polite kinds of `[decision …]` that are wanted too.
   */
  constructor(lists: ReadonlyMap<string, WordLists>, group: string, polite: readonly string[] = []) {
    for (const [language, words] of lists) {
      for (const [heading, wordings] of words) {
        const [first, ...rest] = heading.split(' ');
        const kind = rest[0] as string;
        if (first === 'role' && group === 'decision') {
          for (const wording of wordings) this.#add(wording, 'role', rest, language);
        } else if (first === group || (first === 'decision' && polite.includes(kind))) {
          for (const variant of wordings.flatMap(variantsOf)) this.#add(variant, kind, [], language);
        }
      }
    }
  }

  /** Every word in these wordings. */
  get words(): ReadonlySet<string> {
    return this.#words;
  }

  #add(wording: string, kind: string, roles: readonly string[], language: string): void {
    let node = this.#root;
    for (const { text, raw } of answerTokens(wording)) {
      this.#words.add(text);
      if (endsInAccent(raw)) this.#accented.add(text);
      let next = node.next.get(text);
      if (!next) {
        next = { next: new Map(), languages: new Set() };
        node.next.set(text, next);
      }
      node = next;
    }
    if (node === this.#root) return;
    node.kinds ??= new Set();
    node.kinds.add(kind);
    node.languages.add(language);
    if (roles.length > 0) node.roles ??= roles;
  }

  /** @returns the tokens as wordings, the longest that begins at each; none is left out. */
  find(tokens: readonly AnswerToken[], spelling: Spelling): AnswerItem[] {
    const items: AnswerItem[] = [];
    for (let from = 0; from < tokens.length; ) {
      const exact = this.#longest(tokens, from, (word) => word);
      const decided = this.#longest(tokens, from, spelling.decisive);
      const role = this.#longest(tokens, from, spelling.role, true);
      let best = exact;
      if (decided.to > best.to) best = decided;
      if (role.to > best.to) best = role;
      if (best.to === from) best = { ...best, to: from + 1 };
      items.push({ ...best, from, isCorrected: best !== exact && best.kinds.size > 0 });
      from = best.to;
    }
    return items;
  }

  #longest(
    tokens: readonly AnswerToken[],
    from: number,
    spell: (word: string) => string,
    onlyRoles = false,
  ): Omit<AnswerItem, 'from' | 'isCorrected'> {
    let node: Node | undefined = this.#root;
    let longest: Omit<AnswerItem, 'from' | 'isCorrected'> = {
      kinds: nothing,
      to: from,
      roles: [],
      languages: nothing as Set<string>,
    };
    for (let to = from; to < tokens.length; to++) {
      const token = tokens[to] as AnswerToken;
      if (to > from && !withinWording.test(token.gap)) break;
      if (endsInAccent(token.raw) && !this.#accented.has(token.text)) break;
      node = node.next.get(token.text) ?? node.next.get(spell(token.text));
      if (!node) break;
      if (node.kinds && (!onlyRoles || node.kinds.has('role'))) {
        longest = { kinds: node.kinds, to: to + 1, roles: node.roles ?? [], languages: node.languages };
      }
    }
    return longest;
  }
}

function endsInAccent(word: string): boolean {
  return /[^\0-\x7f]$/.test(word) && /\p{L}\p{M}+$/u.test(word.normalize('NFD'));
}

/** Writes out the alternatives of a wording: `(i|we) (do not|don't) approve` is four. An empty alternative leaves out. */
export function variantsOf(wording: string): string[] {
  const close = wording.indexOf(')');
  if (close === -1) return [wording];
  const open = wording.lastIndexOf('(', close);
  if (open === -1) return [wording];
  const alternatives = wording.slice(open + 1, close).split('|');
  return alternatives.flatMap((one) => variantsOf(wording.slice(0, open) + one + wording.slice(close + 1)));
}
