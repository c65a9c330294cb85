import type { ConversationFilter, LiveEvent } from '../../api.ts';
import { queryString } from '../api/queryString.ts';
import { connection } from './connection.ts';
import { openLive } from './openLive.ts';

/** What somebody in the page wants to hear of, and how they are told. */
export interface LiveWish {
  /** A list's changes, each with whether it belongs there. */
  filter?: ConversationFilter;
  /** What is said in this conversation, and who else looks at it. */
  conversation?: string;
  /** The stream brings what was wished for: whatever is fetched from now on misses nothing. Again, when something was missed. */
  begun(): void;
  event(event: LiveEvent): void;
}

/**
 * The page's one stream of events: browsers keep no more than six connections to a host that has no HTTP/2, and some people
 * have several tabs. Where another list or conversation is wished for, it goes on from where it was.
 */
const wishes = new Map<LiveWish, { begun: boolean }>();
let query: string | undefined;
let end: (() => void) | undefined;
let cursor: string | undefined;
/** As last told, also by an earlier stream. */
let erasures: number | undefined;
let isOpen = false;
let renewing = false;

/** @returns ends the wish. */
export function wishLive(wish: LiveWish): () => void {
  wishes.set(wish, { begun: false });
  renewSoon();
  return () => {
    wishes.delete(wish);
    renewSoon();
  };
}

/** Who goes to another conversation ends one wish and makes another: that is one new stream, not two. */
function renewSoon(): void {
  if (renewing) return;
  renewing = true;
  queueMicrotask(() => {
    renewing = false;
    renew();
  });
}

function renew(): void {
  const all = [...wishes.keys()];
  if (all.length === 0) {
    end?.();
    end = undefined;
    query = undefined;
    cursor = undefined;
    connection.set(true);
    return;
  }
  const filter = all.find((wish) => wish.filter)?.filter;
  const conversation = all.find((wish) => wish.conversation !== undefined)?.conversation;
  const wished = queryString({ ...filter, conversation });
  if (end !== undefined && wished === query) {
    // Somebody who wishes for nothing more than there is hears it from the next event on.
    if (isOpen) tellBegun(true);
    return;
  }
  end?.();
  isOpen = false;
  query = wished;
  end = openLive(() => queryString({ ...filter, conversation, since: cursor }), {
    opened(goesOn) {
      isOpen = true;
      tellBegun(goesOn);
    },
    event(event, id) {
      if (id !== '') cursor = id;
      if (event.event === 'erasures' && !isNews(event.data)) return;
      for (const wish of wishes.keys()) wish.event(event);
    },
    connected(connected) {
      isOpen &&= connected;
      connection.set(connected);
    },
  });
}

/** Each stream begins with the number: nobody need hear of one that is known. */
function isNews(told: number): boolean {
  const known = erasures;
  erasures = told;
  return known !== undefined && known !== told;
}

/** @param goesOn nothing was missed since the event before. */
function tellBegun(goesOn: boolean): void {
  for (const [wish, state] of wishes) {
    if (state.begun && goesOn) continue;
    state.begun = true;
    wish.begun();
  }
}
