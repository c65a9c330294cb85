import { useEffect, useEffectEvent, useState } from 'react';
import type { LiveEvent } from '../../api.ts';
import { session } from '../api/session.ts';
import { type LiveWish, wishLive } from './liveLine.ts';

/** Milliseconds after which what is to be shown is fetched although no events come: something between may hold them up. */
const longEnough = 2_000;

/**
 * Listens to the page's stream as long as the component is there.
 *
 * @param wish what to hear of; another one begins anew.
 * @param onEvent is given each event.
 * @param onBegun is called when events were missed, perhaps.
 * @returns whether it is time to fetch: what is fetched only then misses nothing.
 */
export function useLive(
  wish: Pick<LiveWish, 'filter' | 'conversation'>,
  onEvent: (event: LiveEvent) => void,
  onBegun: () => void,
): boolean {
  const [settled, setSettled] = useState<string>();
  const wished = JSON.stringify(wish);
  const event = useEffectEvent(onEvent);
  const begunAgain = useEffectEvent(onBegun);

  useEffect(() => {
    let first = true;
    const settle = () => setSettled(wished);
    const timer = setTimeout(settle, longEnough);
    const end = wishLive({
      ...(JSON.parse(wished) as typeof wish),
      begun() {
        settle();
        if (!first) begunAgain();
        first = false;
      },
      event: (one) => event(one),
    });
    // Whoever signs in again goes on where they were.
    const unwatch = session.watch(() => !session.hasEnded() && begunAgain());
    return () => {
      unwatch();
      clearTimeout(timer);
      end();
    };
  }, [wished]);

  return settled === wished;
}
