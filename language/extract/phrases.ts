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

  /** @param wording the folded words of the wording; what it means already stays. */
  add(wording: readonly string[], meaning: Meaning): void {
    if (wording.length === 0) return;
    let node = this.#root;
    for (const word of wording) {
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map() };
        node.next.set(word, next);
      }
      node = next;
    }
    // The first file that words something keeps it: "Italian" is one language however many files name it.
    node.meaning ??= meaning;
  }

  /** @param words the sentence, folded and spelled right. */
  find(words: readonly string[]): FoundPhrase[] {
    const found: FoundPhrase[] = [];
    for (let from = 0; from < words.length; from++) {
      let node: Node | undefined = this.#root;
      let longest: FoundPhrase | undefined;
      for (let to = from; to < words.length; to++) {
        node = node.next.get(words[to] as string);
        if (!node) break;
        // The spread comes last: V8 gives an object that begins with one a new hidden class, which takes microseconds.
        if (node.meaning) longest = { from, to: to + 1, ...node.meaning };
      }
      if (longest) {
        found.push(longest);
        from = longest.to - 1;
      }
    }
    return found;
  }
}
