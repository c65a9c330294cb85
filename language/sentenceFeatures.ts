/** What the classifiers look at in a sentence: hashes of its words, word pairs and pieces of words, and how much each counts. */
export interface Features {
  hashes: number[];
  weights: number[];
}

/** How much each kind of feature counts, and which lengths of pieces are taken. */
export interface FeatureOptions {
  word: number;
  pair: number;
  piece: number;
  concept: number;
  shortest: number;
  longest: number;
}

const kinds = { concept: 0x9747b28c, word: 0x811c9dc5, pair: 0x1b873593, piece: 0x27d4eb2f };

/**
 * Lists the features of a sentence. Pieces of words (with the word's edges marked) carry over from one form of a word to
 * another, from one language to the other, and over typing errors.
 *
 * @param concepts what the words mean, as far as that is listed.
 * @param tokens folded words; those that begin with `#` stand for data and are not cut into pieces.
 */
export function sentenceFeatures(
  tokens: readonly string[],
  options: FeatureOptions,
  concepts: readonly string[] = [],
): Features {
  const hashes: number[] = [];
  const weights: number[] = [];
  for (const token of tokens) {
    hashes.push(hash(token, 0, token.length, kinds.word));
    weights.push(options.word);
  }
  for (let i = 0; i <= tokens.length; i++) {
    const pair = `${tokens[i - 1] ?? '^'} ${tokens[i] ?? '$'}`;
    hashes.push(hash(pair, 0, pair.length, kinds.pair));
    weights.push(options.pair);
  }
  for (const concept of concepts) {
    hashes.push(hash(concept, 0, concept.length, kinds.concept));
    weights.push(options.concept);
  }
  for (const token of tokens) {
    if (token.startsWith('#')) continue;
    const marked = ` ${token.length > 30 ? token.slice(0, 30) : token} `;
    for (let size = options.shortest; size <= options.longest; size++) {
      for (let at = 0; at + size <= marked.length; at++) {
        hashes.push(hash(marked, at, at + size, kinds.piece));
        weights.push(options.piece);
      }
    }
  }
  return { hashes, weights };
}

/** FNV-1a over the characters from `start` to `end`. */
function hash(text: string, start: number, end: number, seed: number): number {
  let value = seed;
  for (let i = start; i < end; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
