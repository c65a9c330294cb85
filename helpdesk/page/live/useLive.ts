import { useEffect, useEffectEvent, useState } from 'react';
import type { LiveEvent } from '../../api.ts';
import { session } from '../api/session.ts';
import { connection } from './connection.ts';
import { openLive } from './openLive.ts';

/** Milliseconds after which what is to be shown is fetched although no events come: something between may hold them up. */
const longEnough = 2_000;

/**
 * Listens to a stream of the server's as long as the component is there.
 *
 * @param query of the stream.
 * @param onEvent is given each event.
 * @param onBegun is called when a stream begins anew after the first one: something may have been missed.
 * @returns whether it is time to fetch: what is fetched only then misses nothing.
 */
export function useLive(query: string, onEvent: (event: LiveEvent) => void, onBegun: () => void): boolean {
  const [settled, setSettled] = useState<string>();
  const event = useEffectEvent(onEvent);
  const begunAgain = useEffectEvent(onBegun);

  useEffect(() => {
    let first = true;
    const settle = () => setSettled(query);
    const timer = setTimeout(settle, longEnough);
    const close = openLive(query, {
      begun() {
        settle();
        if (!first) begunAgain();
        first = false;
      },
      event,
      connected: (connected) => connection.set(query, connected),
    });
    // Whoever signs in again goes on where they were.
    const unwatch = session.watch(() => !session.hasEnded() && begunAgain());
    return () => {
      unwatch();
      clearTimeout(timer);
      close();
      connection.set(query, true);
    };
  }, [query]);

  return settled === query;
}
