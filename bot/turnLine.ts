/**
 * Lets what concerns one conversation happen one after another, in the order in which it arrived; different
 * conversations do not wait for each other.
 */
export class TurnLine {
  readonly #ends = new Map<string, Promise<unknown>>();
  readonly #lengths = new Map<string, number>();

  /** How many wait or run for `key`. */
  length(key: string): number {
    return this.#lengths.get(key) ?? 0;
  }

  /** Runs `work` when everything that was put in line for `key` before has ended, well or badly. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#ends.get(key);
    const mine = before === undefined ? work() : before.then(work, work);
    this.#ends.set(key, mine);
    this.#lengths.set(key, this.length(key) + 1);
    try {
      return await mine;
    } finally {
      const left = this.length(key) - 1;
      if (left > 0) this.#lengths.set(key, left);
      else {
        this.#lengths.delete(key);
        this.#ends.delete(key);
      }
    }
  }

  /** Resolves when nothing is in line any more. */
  async idle(): Promise<void> {
    while (this.#ends.size > 0) await Promise.allSettled(this.#ends.values());
  }
}
