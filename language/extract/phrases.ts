import type { Word } from '../splitWords.ts';

/** What a known wording stands for: the role, language, country … and which of them. */
export interface Meaning {
  kind: string;
  values: string[];
}

/** A wording found in a sentence: words `from` up to, not including, `to`. */
export interface FoundPhrase extends Meaning {
  from: number;
  to: number;
}

interface Node {
  next: Map<string, Node>;
  meaning?: Meaning;
}

/** Known wordings, found in a sentence word by word. Where several begin at the same word the longest counts. */
export class Phrases {
  readonly #root: Node = { next: new Map() };
  readonly #words = new Set<string>();
  /** Every word with one letter taken out, to the words it can have come from. */
  readonly #shortened = new Map<string, Set<string>>();

  /**
   * @param wording the folded words of the wording.
   * @param forgiving whether a typing error in one of its longer words is forgiven.
   */
  add(wording: readonly string[], meaning: Meaning, forgiving = false): void {
    if (wording.length === 0) return;
    let node = this.#root;
    for (const word of wording) {
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map() };
        node.next.set(word, next);
      }
      node = next;
      if (forgiving) this.#forgive(word);
    }
    // The first file that words something keeps it: "Italian" is one language however many files name it.
    node.meaning ??= meaning;
  }

  /**
   * @param words the sentence, folded.
   * @param isKnown whether a word is spelled as it should be; only other words are taken for typing errors.
   */
  find(words: readonly Word[], isKnown: (word: string) => boolean): FoundPhrase[] {
    const spelled = words.map(({ text }) => this.#spell(text, isKnown));
    const found: FoundPhrase[] = [];
    for (let from = 0; from < spelled.length; from++) {
      let node: Node | undefined = this.#root;
      let longest: FoundPhrase | undefined;
      for (let to = from; to < spelled.length; to++) {
        node = node.next.get(spelled[to] as string);
        if (!node) break;
        if (node.meaning) longest = { ...node.meaning, from, to: to + 1 };
      }
      if (longest) {
        found.push(longest);
        from = longest.to - 1;
      }
    }
    return found;
  }

  #forgive(word: string): void {
    if (word.length < 5 || this.#words.has(word)) return;
    this.#words.add(word);
    for (const shorter of [word, ...withoutOneLetter(word)]) {
      const origins = this.#shortened.get(shorter) ?? new Set();
      this.#shortened.set(shorter, origins.add(word));
    }
  }

  #spell(word: string, isKnown: (word: string) => boolean): string {
    if (word.length < 5 || word.length > 24 || this.#words.has(word) || isKnown(word)) return word;
    for (const shorter of [word, ...withoutOneLetter(word)]) {
      for (const origin of this.#shortened.get(shorter) ?? []) {
        if (origin[0] === word[0] && Math.abs(origin.length - word.length) <= 1) return origin;
      }
    }
    return word;
  }
}

/** A letter too many, too few, another one or two swapped: all meet in a word with one letter taken out. */
function withoutOneLetter(word: string): string[] {
  const shorter: string[] = [];
  for (let i = 0; i < word.length; i++) shorter.push(word.slice(0, i) + word.slice(i + 1));
  return shorter;
}
