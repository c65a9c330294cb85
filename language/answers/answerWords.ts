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

/** A place in a wording, or its end. */
interface Place {
  /** Places of earlier wordings have smaller ones. */
  id: number;
  next: Map<string, Place[]>;
  ends?: { kind: string; roles: readonly string[]; language: string };
}

/** Where the same words lead to, in all wordings. */
interface Node {
  places: readonly Place[];
  /** What was looked for before; undefined where nothing goes on so. */
  next: Map<string, Node | undefined>;
  kinds?: Set<string>;
  roles?: readonly string[];
  languages: Set<string>;
}

const nothing: ReadonlySet<string> = new Set();

/** Within a wording there may be blanks, a comma, quotation marks, a hyphen, the end of a wrapped line; no full stop. */
const withinWording = /^[ \t\u00a0,'’"“”«»*_-]*\n?[ \t\u00a0,'’"“”«»*_-]*$/;

/** Said in one breath: “no, budget” is not “no budget”. */
export const inOneBreath = /^(?:[ \t\u00a0]*\n?[ \t\u00a0]*|['’-])$/;

/** Spelling: what a token may stand for. */
export interface Spelling {
  /** The word meant, for words that decide; itself when nothing near is known, or anything could be mixed up. */
  decisive(word: string): string;
  /** The word meant, for the names of roles. */
  role(word: string): string;
}

/**
 * The wordings of one group of lists (`[decision …]` or `[answer …]`) in all languages, found token by token. They have
 * hundreds of thousands of variants, which are never written out: each wording is a net of places, and what a sequence of
 * words leads to is found when it is first said (the subset construction of automata, done when it is needed).
 */
export class AnswerWords {
  #places = 0;
  readonly #start = this.#newPlace();
  readonly #root = nodeOf([this.#start]);
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
          for (const wording of wordings) this.#add(wording, kind, [], language);
        }
      }
    }
  }

  /** Every word in these wordings. */
  get words(): ReadonlySet<string> {
    return this.#words;
  }

  #newPlace(): Place {
    return { id: this.#places++, next: new Map() };
  }

  #add(wording: string, kind: string, roles: readonly string[], language: string): void {
    let here = [this.#start];
    for (const variants of partsOf(wording)) {
      const behind = this.#newPlace();
      let mayBeLeftOut = false;
      for (const variant of variants) {
        const words = this.#wordsOf(variant);
        const [first, ...rest] = words;
        if (first === undefined) {
          mayBeLeftOut = true;
          continue;
        }
        let to = behind;
        for (const word of rest.toReversed()) {
          const between = this.#newPlace();
          between.next.set(word, [to]);
          to = between;
        }
        for (const place of here) {
          const known = place.next.get(first);
          if (known) known.push(to);
          else place.next.set(first, [to]);
        }
      }
      here = mayBeLeftOut ? [...here, behind] : [behind];
    }
    for (const place of here) if (place !== this.#start) place.ends = { kind, roles, language };
  }

  #wordsOf(variant: string): string[] {
    return answerTokens(variant).map(({ text, raw }) => {
      this.#words.add(text);
      if (endsInAccent(raw)) this.#accented.add(text);
      return text;
    });
  }

  #follow(node: Node, word: string): Node | undefined {
    const known = node.next.get(word);
    if (known !== undefined || !this.#words.has(word) || node.next.has(word)) return known;
    const places = new Set(node.places.flatMap(({ next }) => next.get(word) ?? []));
    const found = places.size > 0 ? nodeOf([...places]) : undefined;
    node.next.set(word, found);
    return found;
  }

  /**
   * @param within what may stand between the words of a wording.
   * @returns the tokens as wordings, the longest that begins at each; none is left out.
   */
  find(
    tokens: readonly AnswerToken[],
    { spelling, within = withinWording }: { spelling?: Spelling; within?: RegExp } = {},
  ): AnswerItem[] {
    const items: AnswerItem[] = [];
    const decisive = spelling && respelled(tokens, spelling.decisive);
    const roles = spelling && respelled(tokens, spelling.role);
    for (let from = 0; from < tokens.length; ) {
      const exact = this.#longest(tokens, from, within);
      const decided = decisive && this.#longest(tokens, from, within, decisive);
      const role = roles && this.#longest(tokens, from, within, roles, true);
      let best = exact;
      if (decided && decided.to > (best?.to ?? from)) best = decided;
      if (role && role.to > (best?.to ?? from)) best = role;
      const to = best?.to ?? from + 1;
      items.push({
        kinds: best?.end.kinds ?? nothing,
        from,
        to,
        roles: best?.end.roles ?? [],
        languages: best?.end.languages ?? nothing,
        isCorrected: best !== exact,
      });
      from = to;
    }
    return items;
  }

  /** @returns where the longest wording ends that begins at `from`; undefined where none begins. */
  #longest(
    tokens: readonly AnswerToken[],
    from: number,
    within: RegExp,
    meant?: readonly string[],
    onlyRoles = false,
  ): { end: Node; to: number } | undefined {
    let node: Node | undefined = this.#root;
    let end: Node | undefined;
    let behind = from;
    for (let to = from; to < tokens.length; to++) {
      const token = tokens[to] as AnswerToken;
      if (to > from && !within.test(token.gap)) break;
      if (endsInAccent(token.raw) && !this.#accented.has(token.text)) break;
      const respelled: string | undefined = meant?.[to];
      node = this.#follow(node, token.text) ?? (respelled === undefined ? undefined : this.#follow(node, respelled));
      if (!node) break;
      if (node.kinds && (!onlyRoles || node.kinds.has('role'))) [end, behind] = [node, to + 1];
    }
    return end && { end, to: behind };
  }
}

/** @returns the words that are meant; undefined where all are written as they are meant, and there is nothing else to look for. */
function respelled(tokens: readonly AnswerToken[], spell: (word: string) => string): string[] | undefined {
  const meant = tokens.map(({ text }) => spell(text));
  return meant.some((word, at) => word !== tokens[at]?.text) ? meant : undefined;
}

function nodeOf(places: Place[]): Node {
  const node: Node = { places, next: new Map(), languages: new Set() };
  for (const { ends } of places.sort((one, other) => one.id - other.id)) {
    if (!ends) continue;
    node.kinds ??= new Set();
    node.kinds.add(ends.kind);
    node.languages.add(ends.language);
    if (ends.roles.length > 0) node.roles ??= ends.roles;
  }
  return node;
}

function endsInAccent(word: string): boolean {
  return /[^\0-\x7f]$/.test(word) && /\p{L}\p{M}+$/u.test(word.normalize('NFD'));
}

/** @returns the parts of a wording between blanks, each in its variants: `(i|we) (do not|don't) approve` has three parts. */
export function partsOf(wording: string): string[][] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < wording.length; at++) {
    if (wording[at] === '(') depth++;
    else if (wording[at] === ')') depth--;
    else if (wording[at] === ' ' && depth === 0) {
      parts.push(wording.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, wording.slice(from)].map(variantsOf);
}

/** Writes out the alternatives of a part: `approv(o|iamo)` is two. An empty alternative leaves out. */
function variantsOf(part: string): string[] {
  const close = part.indexOf(')');
  if (close === -1) return [part];
  const open = part.lastIndexOf('(', close);
  if (open === -1) return [part];
  const alternatives = part.slice(open + 1, close).split('|');
  return alternatives.flatMap((one) => variantsOf(part.slice(0, open) + one + part.slice(close + 1)));
}
