import { useSyncExternalStore } from 'react';

/** Milliseconds; what is said in minutes is true for about half of one. */
const pace = 30_000;
const watchers = new Set<() => void>();
let now = new Date();
let timer: ReturnType<typeof setInterval> | undefined;

/** @returns the time, again and again, so that “for 5 minutes” stays true. */
export function useNow(): Date {
  return useSyncExternalStore(watch, () => now);
}

function watch(changed: () => void): () => void {
  watchers.add(changed);
  if (timer === undefined) {
    // Nobody has looked for a while: React asks again what time it is once this returns.
    now = new Date();
    timer = setInterval(tick, pace);
  }
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick() {
  now = new Date();
  for (const changed of watchers) changed();
}
