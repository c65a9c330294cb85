/** What the classifiers look at in a sentence: hashes of its words, word pairs, pieces of words …, and how much each counts. */
export interface Features {
  hashes: Int32Array;
  weights: Float32Array;
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

const seeds = { word: 0x811c9dc5, pair: 0x1b873593, piece: 0x27d4eb2f, concept: 0x165667b1 };

/** Longer words are cut for the pieces: nobody's word, a line of dashes without blanks. */
const longestWord = 30;
/** More concepts than this make no pairs; their number grows with the square. */
const mostConcepts = 12;
const mostTokens = 400;

/**
 * Lists the features of a sentence. Pieces of words (with the word's edges marked) carry over from one form of a word to
 * another, from one language to the other, and over typing errors.
 *
 * @param tokens folded words; those that begin with `#` stand for data and are not cut into pieces.
 * @param concepts what the words mean, as far as that is listed; which of them occur together counts too.
 * @param shape whatever else is to be said of the sentence as a whole.
 */
export function sentenceFeatures(
  tokens: readonly string[],
  options: FeatureOptions,
  concepts: readonly string[] = [],
  shape: readonly string[] = [],
): Features {
  // One buffer for all sentences, copied from at the end: growing lists made half of the training time.
  size = 0;
  const count = Math.min(tokens.length, mostTokens);
  if (options.word > 0 || options.pair > 0) {
    let previous = 1;
    for (let i = 0; i < count; i++) {
      const token = tokens[i] as string;
      const hash = hashOf(token, 0, token.length, seeds.word);
      put(hash, options.word);
      if (options.pair > 0) put(pairOf(previous, hash), options.pair);
      previous = hash;
    }
    if (options.pair > 0) put(pairOf(previous, 2), options.pair);
  }
  const meant: number[] = [];
  for (const concept of concepts) {
    const hash = hashOf(concept, 0, concept.length, seeds.concept);
    if (meant.includes(hash)) continue;
    if (meant.length < mostConcepts)
      for (const other of meant) put(pairOf(Math.min(other, hash), Math.max(other, hash)), options.concept);
    meant.push(hash);
    put(hash, options.concept);
  }
  for (const trait of shape) put(hashOf(trait, 0, trait.length, seeds.concept), options.concept);
  for (let i = 0; i < count; i++) {
    const token = tokens[i] as string;
    // Of the shortest words the pieces say nothing that the word itself does not.
    if (token.length < options.shortest || token.startsWith('#')) continue;
    const marked = ` ${token.length > longestWord ? token.slice(0, longestWord) : token} `;
    for (let length = options.shortest; length <= options.longest; length++) {
      for (let at = 0; at + length <= marked.length; at++)
        put(hashOf(marked, at, at + length, seeds.piece), options.piece);
    }
  }
  return { hashes: hashes.slice(0, size), weights: weights.slice(0, size) };
}

let hashes = new Int32Array(4096);
let weights = new Float32Array(4096);
let size = 0;

function put(hash: number, weight: number): void {
  if (size === hashes.length) {
    const [more, heavier] = [new Int32Array(size * 2), new Float32Array(size * 2)];
    more.set(hashes);
    heavier.set(weights);
    [hashes, weights] = [more, heavier];
  }
  hashes[size] = hash;
  weights[size++] = weight;
}

/** FNV-1a over the characters from `start` to `end`. */
function hashOf(text: string, start: number, end: number, seed: number): number {
  let value = seed;
  for (let i = start; i < end; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value | 0;
}

function pairOf(first: number, second: number): number {
  let value = Math.imul(seeds.pair ^ first, 0x85ebca6b);
  value = Math.imul((value ^ (value >>> 15)) + second, 0xc2b2ae35);
  return (value ^ (value >>> 13)) | 0;
}
