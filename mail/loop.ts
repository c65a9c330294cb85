import { FaultsInARow } from '../onboarding/faultsInARow.ts';

/** How often is looked for what other processes have recorded, in milliseconds. */
export const lookEvery = 2000;

/** Looks for something to do, again and again: when woken, when it may be due, and every two seconds. */
export class Loop {
  readonly #look: (loop: Loop) => Promise<number>;
  readonly #unreadable: (fault: Error) => void;
  readonly #inHand = new Set<Promise<void>>();
  readonly #drained: (() => void)[] = [];
  readonly #running: Promise<void>;
  #woken = true;
  #wakeUp: (() => void) | undefined;
  #stopped = false;

  /**
   * @param look does what can be done, or takes it in hand with {@link hold}; returns in how many milliseconds to look
   * again at the latest.
   * @param unreadable is told when `look` has thrown: the first time, and then each time it has lasted as long again.
   */
  constructor(look: (loop: Loop) => Promise<number>, unreadable: (fault: Error) => void) {
    this.#look = look;
    this.#unreadable = unreadable;
    this.#running = this.#run();
  }

  /** How many pieces of work are in hand. */
  get inHand(): number {
    return this.#inHand.size;
  }

  /** Nothing new may be taken in hand. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Keeps a piece of work that goes on beside; it must not reject. When it is done with, the loop looks again. */
  hold(work: Promise<void>): void {
    const held = work.finally(() => {
      this.#inHand.delete(held);
      this.wake();
    });
    this.#inHand.add(held);
  }

  /** There may be something to do now. */
  wake(): void {
    this.#woken = true;
    this.#wakeUp?.();
  }

  /** Takes nothing new and resolves when what is in hand is done with. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#running;
  }

  /** For tests: resolves when nothing can be done any more at the present time. */
  drain(): Promise<void> {
    if (this.#stopped) return this.#running;
    return new Promise((resolve) => {
      this.#drained.push(resolve);
      this.wake();
    });
  }

  /** Not by an abortable delay: a busy loop is woken with each piece of work, and an error for each is dear. */
  async #sleep(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wakeUp = undefined;
  }

  async #run(): Promise<void> {
    // Not before whoever makes the loop has it.
    await Promise.resolve();
    const faults = new FaultsInARow();
    while (!this.#stopped) {
      this.#woken = false;
      let wait: number;
      try {
        wait = await this.#look(this);
        faults.end();
      } catch (fault) {
        if (faults.another()) this.#unreadable(fault as Error);
        wait = lookEvery;
      }
      if (this.#woken || this.#stopped) continue;
      if (this.#inHand.size === 0) for (const resolve of this.#drained.splice(0)) resolve();
      await this.#sleep(Math.min(wait, lookEvery));
    }
    await Promise.all(this.#inHand);
    for (const resolve of this.#drained.splice(0)) resolve();
  }
}
