import { DateTime } from 'luxon';

const window = 60_000;

/**
 * Keeps to so many messages in any 60 seconds: a bucket that is refilled evenly would let twice as many through in its
 * first minute, and Exchange counts (../shared/graph/README.md: 30 messages a minute).
 */
export class SendingRate {
  readonly #most: number;
  #sent: number[] = [];
  #reserved = 0;

  /** @param perMinute absent: no limit. Throws unless it is at least 1. */
  constructor(perMinute: number | undefined) {
    if (perMinute !== undefined && !(perMinute >= 1)) throw new RangeError('perMinute must be at least 1');
    this.#most = perMinute ?? Number.POSITIVE_INFINITY;
  }

  /** @returns milliseconds until one more message may go out; 0 means now, Infinity: when one in hand is done with. */
  wait(): number {
    const now = DateTime.now().toMillis();
    this.#sent = this.#sent.filter((at) => at > now - window && at <= now);
    if (this.#sent.length + this.#reserved < this.#most) return 0;
    const oldest = this.#sent[0];
    return oldest === undefined ? Number.POSITIVE_INFINITY : oldest + window - now;
  }

  /** One message is in hand that may go out. */
  reserve(): void {
    this.#reserved += 1;
  }

  /** That message is done with. */
  release(): void {
    this.#reserved -= 1;
  }

  /** A message was handed to Graph, whatever became of it. */
  count(): void {
    if (this.#most !== Number.POSITIVE_INFINITY) this.#sent.push(DateTime.now().toMillis());
  }
}
