import { Pause } from './pause.ts';
import { RequestGate } from './requestGate.ts';

/** Graph takes four requests at a time per mailbox (../shared/graph/README.md). */
const mostAtOnce = 4;

/** What the sender and the reader of one mailbox share: places for requests, and patience where Graph asks for it. */
export class MailboxTraffic {
  readonly gate = new RequestGate(mostAtOnce);
  readonly #pauses: Pause[] = [];

  /** @returns a pause that grows by its own faults only, and that everyone keeps to. */
  newPause(): Pause {
    const pause = new Pause();
    this.#pauses.push(pause);
    return pause;
  }

  /** @returns milliseconds until anybody may make requests again; 0 means now. */
  wait(): number {
    return Math.max(0, ...this.#pauses.map((pause) => pause.wait()));
  }
}
