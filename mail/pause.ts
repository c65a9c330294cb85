import { DateTime } from 'luxon';
import type { GraphFault } from './graphFault.ts';
import { growingPause } from './growingPause.ts';

const first = 1000;
const most = 5 * 60 * 1000;

/** When Graph is in trouble the whole sender waits, not only the mail that met it: they share one mailbox. */
export class Pause {
  #since = 0;
  #until = 0;
  #faultsInARow = 0;

  /** @returns milliseconds until requests may be made again; 0 means now. */
  wait(): number {
    const now = DateTime.now().toMillis();
    // Where the clock was set back meanwhile, nobody knows how much of it is left.
    return now < this.#since ? 0 : Math.max(this.#until - now, 0);
  }

  /** Graph answered as it should; `retryAfter`: but asks to wait (a 202 may do so). */
  after(success: { retryAfter?: number }): void {
    this.#faultsInARow = 0;
    if (success.retryAfter !== undefined) this.#extend(success.retryAfter);
  }

  /**
   * Graph is in trouble. Without Retry-After (seen in the wild) the pause grows with each fault in a row; what several
   * requests meet that were under way together is one.
   */
  afterFault(fault: GraphFault): void {
    if (this.wait() === 0) this.#faultsInARow += 1;
    this.#extend(Math.max(fault.retryAfter ?? growingPause(first, most, this.#faultsInARow), first));
  }

  #extend(milliseconds: number): void {
    const left = this.wait();
    this.#since = DateTime.now().toMillis();
    this.#until = this.#since + Math.max(left, milliseconds);
  }
}
