import type { SparseVector } from './linearClassifier.ts';
import type { Features } from './sentenceFeatures.ts';

/** Turns features into vectors; features that training did not see are left out. */
export interface FeatureSpace {
  dimensions: number;
  /** @returns the vector, of length one, and which share of the words training has seen. */
  vectorOf(features: Features): { vector: SparseVector; known: number };
}

/**
 * Learns which features there are and how telling each is (rare ones more than common ones).
 *
 * @param sentences the features of every training sentence.
 * @param atLeast in how many sentences a feature must occur to be used.
 */
export function learnFeatureSpace(sentences: readonly Features[], atLeast: number): FeatureSpace {
  const counts = new Map<number, number>();
  for (const { hashes } of sentences) {
    for (const hash of new Set(hashes)) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const places = new Map<number, number>();
  const rarity: number[] = [];
  for (const [hash, count] of counts) {
    if (count < atLeast) continue;
    places.set(hash, rarity.length);
    rarity.push(Math.log((1 + sentences.length) / (1 + count)) + 1);
  }
  return {
    dimensions: rarity.length,
    vectorOf({ hashes, weights, words }) {
      const sums = new Map<number, number>();
      let seen = 0;
      for (let i = 0; i < hashes.length; i++) {
        const hash = hashes[i] as number;
        const place = places.get(hash);
        if (i < words && counts.has(hash)) seen++;
        if (place === undefined) continue;
        const value = (weights[i] as number) * (rarity[place] as number);
        // A word said twice does not count twice.
        if ((sums.get(place) ?? 0) < value) sums.set(place, value);
      }
      const indexes = Int32Array.from(sums.keys());
      const values = Float32Array.from(sums.values());
      let squares = 0;
      for (const value of values) squares += value * value;
      const length = Math.sqrt(squares) || 1;
      for (let i = 0; i < values.length; i++) values[i] = (values[i] as number) / length;
      return { vector: { indexes, values }, known: words === 0 ? 0 : seen / words };
    },
  };
}
