import type { LiveEvent } from '../../api.ts';
import { request } from '../api/request.ts';

export interface LiveListener {
  /** The stream has begun; `goesOn`: from where an earlier one was left, so that nothing was missed. */
  opened(goesOn: boolean): void;
  /** @param id the cursor to go on from after it; empty where it has none. */
  event(event: LiveEvent, id: string): void;
  /** Whether events come at this moment. */
  connected(connected: boolean): void;
}

const kinds = ['conversation', 'message', 'watchers', 'counts', 'erasures'] as const;
/** Milliseconds until the next attempt, after the first one that failed, the second … */
const pauses = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Listens to the server's events. The browser reconnects by itself and says where it stopped; only when it gives up, as it
 * does with an answer that is an error, a new stream is begun.
 *
 * @param query of a stream that begins now, e.g. `?conversation=…`; with `since` where it is to go on.
 * @returns ends it.
 */
export function openLive(query: () => string, listener: LiveListener): () => void {
  let source: EventSource | undefined;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin() {
    clearTimeout(timer);
    source?.close();
    const address = `/helpdesk/api/live${query()}`;
    let goesOn = new URL(address, location.href).searchParams.has('since');
    const stream = new EventSource(address);
    source = stream;
    stream.onopen = () => {
      failures = 0;
      listener.connected(true);
      listener.opened(goesOn);
    };
    stream.onerror = () => {
      listener.connected(false);
      if (stream.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(begin, pauses[Math.min(failures++, pauses.length - 1)]);
      // A stream does not tell its status; this request does, when the session is over.
      request('/me').catch(() => undefined);
    };
    for (const kind of kinds) {
      stream.addEventListener(kind, (message) => {
        // The browser names it when it connects again.
        goesOn ||= message.lastEventId !== '';
        listener.event({ event: kind, data: JSON.parse(message.data) } as LiveEvent, message.lastEventId);
      });
    }
  }

  const atOnce = () => {
    if (source?.readyState !== EventSource.OPEN) begin();
  };
  addEventListener('online', atOnce);
  begin();
  return () => {
    removeEventListener('online', atOnce);
    clearTimeout(timer);
    source?.close();
  };
}
