import type { SparseVector } from './linearClassifier.ts';
import type { Features } from './sentenceFeatures.ts';

/** Turns features into vectors; features that training did not see are left out. */
export interface FeatureSpace {
  dimensions: number;
  /** @returns the vector, of length one; empty when training has seen nothing of this. */
  vectorOf(features: Features): SparseVector;
}

/**
 * Learns which features there are and how telling each is (rare ones more than common ones).
 *
 * @param sentences the features of every training sentence.
 * @param atLeast in how many sentences a feature must occur to be used.
 */
export function learnFeatureSpace(sentences: readonly Features[], atLeast: number): FeatureSpace {
  const table = new HashTable(sentences.reduce((sum, { hashes }) => sum + hashes.length, 0));
  const counts = new Int32Array(table.capacity);
  const lastSeenIn = new Int32Array(table.capacity).fill(-1);
  for (const [number, { hashes }] of sentences.entries()) {
    for (const hash of hashes) {
      const slot = table.add(hash);
      if (lastSeenIn[slot] === number) continue;
      lastSeenIn[slot] = number;
      counts[slot] = (counts[slot] as number) + 1;
    }
  }
  const kept = new HashTable(counts.reduce((sum, count) => sum + (count >= atLeast ? 2 : 0), 0));
  const places = new Int32Array(kept.capacity);
  const rarities: number[] = [];
  for (let slot = 0; slot < table.capacity; slot++) {
    const count = counts[slot] as number;
    if (count < atLeast) continue;
    places[kept.add(table.hashAt(slot))] = rarities.length;
    rarities.push(Math.log((1 + sentences.length) / (1 + count)) + 1);
  }
  const rarity = Float32Array.from(rarities);
  // Where in the vector under construction a feature stands; one buffer for all, because this runs for every message.
  const position = new Int32Array(rarity.length).fill(-1);

  return {
    dimensions: rarity.length,
    vectorOf({ hashes, weights }) {
      const indexes = new Int32Array(hashes.length);
      const values = new Float32Array(hashes.length);
      let size = 0;
      for (let i = 0; i < hashes.length; i++) {
        const slot = kept.find(hashes[i] as number);
        const place = slot < 0 ? -1 : (places[slot] as number);
        // A word said twice does not count twice.
        if (place < 0 || (position[place] as number) >= 0) continue;
        position[place] = size;
        indexes[size] = place;
        values[size++] = (weights[i] as number) * (rarity[place] as number);
      }
      let squares = 0;
      for (let i = 0; i < size; i++) {
        position[indexes[i] as number] = -1;
        squares += (values[i] as number) ** 2;
      }
      const length = Math.sqrt(squares) || 1;
      for (let i = 0; i < size; i++) values[i] = (values[i] as number) / length;
      return { indexes: indexes.subarray(0, size), values: values.subarray(0, size) };
    },
  };
}

/** The set of all hashes seen; a Map of numbers does the same in ten times the time. */
class HashTable {
  readonly capacity: number;
  readonly #slots: Int32Array;

  /** @param most how many hashes may be added. */
  constructor(most: number) {
    this.capacity = 2 ** Math.ceil(Math.log2(Math.max(16, most)));
    this.#slots = new Int32Array(this.capacity);
  }

  /** @returns the slot of the hash. Zero marks a free slot and is taken for one. */
  add(hash: number): number {
    const slot = this.#probe(hash || 1);
    this.#slots[slot] = hash || 1;
    return slot;
  }

  hashAt(slot: number): number {
    return this.#slots[slot] as number;
  }

  /** @returns the slot of the hash, or -1. */
  find(hash: number): number {
    const slot = this.#probe(hash || 1);
    return this.#slots[slot] === 0 ? -1 : slot;
  }

  #probe(hash: number): number {
    const mask = this.capacity - 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }
}
