import type { SparseVector } from './linearClassifier.ts';
import type { Features } from './sentenceFeatures.ts';

/** The features that training has seen, and how telling each is; plain data. */
export interface FeatureTable {
  hashes: Int32Array;
  rarity: Float32Array;
}

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
export function learnFeatureSpace(sentences: readonly Features[], atLeast: number): FeatureTable {
  const seen = new HashTable();
  let counts = new Int32Array(4096);
  let lastSeenIn = new Int32Array(4096);
  for (const [number, { hashes }] of sentences.entries()) {
    for (const hash of hashes) {
      const entry = seen.add(hash);
      if (entry === counts.length) {
        counts = enlarged(counts);
        lastSeenIn = enlarged(lastSeenIn);
      }
      if (lastSeenIn[entry] === number + 1) continue;
      lastSeenIn[entry] = number + 1;
      counts[entry] = (counts[entry] as number) + 1;
    }
  }
  const kept: number[] = [];
  const rarities: number[] = [];
  for (let entry = 0; entry < seen.size; entry++) {
    const count = counts[entry] as number;
    if (count < atLeast) continue;
    kept.push(seen.hashOf(entry));
    rarities.push(Math.log((1 + sentences.length) / (1 + count)) + 1);
  }
  return { hashes: Int32Array.from(kept), rarity: Float32Array.from(rarities) };
}

/** @returns the space that such a table describes. */
export function featureSpace({ hashes, rarity }: FeatureTable): FeatureSpace {
  const known = new HashTable();
  for (const hash of hashes) known.add(hash);
  // Where in the vector under construction a feature stands; one buffer for all, because this runs for every message.
  const position = new Int32Array(rarity.length).fill(-1);

  return {
    dimensions: rarity.length,
    vectorOf({ hashes, weights }) {
      const indexes = new Int32Array(hashes.length);
      const values = new Float32Array(hashes.length);
      let size = 0;
      for (let i = 0; i < hashes.length; i++) {
        const place = known.find(hashes[i] as number);
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

/** Numbers hashes in the order in which they first come; a Map does the same in ten times the time. */
class HashTable {
  size = 0;
  /** In a slot: the number of the hash, plus one. */
  #slots = new Int32Array(16384);
  #hashes = new Int32Array(8192);

  /** @returns the number of the hash, a new one if need be. */
  add(hash: number): number {
    const slot = this.#probe(hash);
    const known = this.#slots[slot] as number;
    if (known > 0) return known - 1;
    this.#hashes[this.size++] = hash;
    this.#slots[slot] = this.size;
    if (this.size === this.#hashes.length) this.#grow();
    return this.size - 1;
  }

  /** @returns the number of the hash, or -1. */
  find(hash: number): number {
    return (this.#slots[this.#probe(hash)] as number) - 1;
  }

  hashOf(entry: number): number {
    return this.#hashes[entry] as number;
  }

  #probe(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const entry = this.#slots[slot] as number;
      if (entry === 0 || this.#hashes[entry - 1] === hash) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    this.#hashes = enlarged(this.#hashes);
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let entry = 0; entry < this.size; entry++) this.#slots[this.#probe(this.#hashes[entry] as number)] = entry + 1;
  }
}

function enlarged(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
