/** Under which this browser remembers that they are off. */
const offAt = 'usher-helpdesk-character-keys-off';
const watchers = new Set<() => void>();
let on = remembered() === undefined;

/**
 * Whether keys that are characters lead somewhere. Whoever speaks to their computer, or hits keys by accident, turns
 * them off (WCAG 2.1.4).
 */
export const characterKeys = {
  /** For React's useSyncExternalStore. */
  watch(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  areOn: () => on,
  turn(value: boolean) {
    on = value;
    remember(value);
    for (const watcher of watchers) watcher();
  },
};

// A browser may keep nothing for a page in somebody else's frame; then it holds as long as the page is open.
function remembered(): string | undefined {
  try {
    return localStorage.getItem(offAt) ?? undefined;
  } catch {
    return undefined;
  }
}

function remember(value: boolean): void {
  try {
    if (value) localStorage.removeItem(offAt);
    else localStorage.setItem(offAt, 'yes');
  } catch {}
}
