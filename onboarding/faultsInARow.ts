/** A database that is away for an hour would fill the log: of faults in a row only some are told. */
export class FaultsInARow {
  #count = 0;

  /** @returns whether this one is to be told: the first, and then each time it has lasted as long again. */
  another(): boolean {
    this.#count += 1;
    return Number.isInteger(Math.log2(this.#count));
  }

  /** It went well. */
  end(): void {
    this.#count = 0;
  }
}
