import { ListedConversation } from '../../models/listedConversation.ts';
import { inState } from '../list/inState.ts';
import { listStuck, stuckSources } from './listStuck.ts';

/** So long the rest of the list may be behind, in milliseconds: it takes a dozen questions to the store. */
const holds = 10_000;

/**
 * Counts what is stuck, for the navigation: as often as somebody likes. Conversations are counted each time, everything
 * else every ten seconds.
 */
export function stuckCounter(): () => Promise<number> {
  const others = stuckSources.filter(({ endsElsewhere }) => !endsElsewhere);
  let known: { at: number; count: Promise<number> } | undefined;
  return async () => {
    // Real time: this is about how often the store is asked.
    const at = performance.now();
    if (known === undefined || at - known.at > holds) {
      const count = listStuck(others).then((items) => items.length);
      known = { at, count };
      count.catch(() => {
        known = undefined;
      });
    }
    const [conversations, rest] = await Promise.all([ListedConversation.countDocuments(inState('stuck')), known.count]);
    return conversations + rest;
  };
}
