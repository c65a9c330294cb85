import type { LiveEvent } from '../../api.ts';
import { request } from '../api/request.ts';

export interface LiveListener {
  /** The stream has begun, and does not go on from an earlier one: what it is about is to be fetched (again). */
  begun(): void;
  event(event: LiveEvent): void;
  /** Whether events come at this moment. */
  connected(connected: boolean): void;
}

const kinds = ['conversation', 'message', 'watchers', 'counts'] as const;
/** Milliseconds until the next attempt, after the first one that failed, the second … */
const pauses = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * Listens to the server's events. The browser reconnects by itself and says where it stopped; only when it gives up, as it
 * does with an answer that is an error, a new stream is begun.
 *
 * @param query of the stream, e.g. `?conversation=…`.
 * @returns ends it.
 */
export function openLive(query: string, listener: LiveListener): () => void {
  let source: EventSource | undefined;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin() {
    clearTimeout(timer);
    source?.close();
    let goesOn = false;
    const stream = new EventSource(`/helpdesk/api/live${query}`);
    source = stream;
    stream.onopen = () => {
      failures = 0;
      listener.connected(true);
      // Without an id the server cannot know where the earlier one stopped.
      if (!goesOn) listener.begun();
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
        goesOn ||= message.lastEventId !== '';
        listener.event({ event: kind, data: JSON.parse(message.data) } as LiveEvent);
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
