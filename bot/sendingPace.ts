import { DateTime } from 'luxon';
import { RecentlyUsed } from './recentlyUsed.ts';

/** What Teams takes from one bot in one conversation: so many messages in so many milliseconds (graph/README.md). */
const limits = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
] as const;

/** Knows when the next message may go into a conversation without Teams refusing it. */
export class SendingPace {
  readonly #sent = new RecentlyUsed<number[]>(10_000);

  /**
   * Takes the next place in a conversation.
   * @returns how many milliseconds to wait before sending.
   */
  take(conversation: string): number {
    const now = DateTime.now().toMillis();
    const sent = this.#sent.get(conversation) ?? [];
    let at = Math.max(now, sent.at(-1) ?? 0);
    for (const { most, within } of limits) {
      const first = sent.at(-most);
      if (first !== undefined) at = Math.max(at, first + within);
    }
    sent.push(at);
    if (sent.length > 1_800) sent.shift();
    this.#sent.set(conversation, sent);
    return at - now;
  }
}
