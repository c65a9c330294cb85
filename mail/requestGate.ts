/** Lets so many requests through at a time; the others wait in line. */
export class RequestGate {
  readonly #most: number;
  readonly #first: (() => void)[] = [];
  readonly #others: (() => void)[] = [];
  #underWay = 0;

  /** @param most throws unless it is at least 1. */
  constructor(most: number) {
    if (!(most >= 1)) throw new RangeError('most must be at least 1');
    this.#most = most;
  }

  /** @param first whether it goes before all that wait without this. */
  async run<T>(work: () => Promise<T>, first: boolean): Promise<T> {
    if (this.#underWay < this.#most) this.#underWay += 1;
    // Whoever ends hands its place over.
    else await new Promise<void>((resolve) => (first ? this.#first : this.#others).push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#first.shift() ?? this.#others.shift();
      if (next === undefined) this.#underWay -= 1;
      else next();
    }
  }
}
