/** The numbers beside the sections; whichever stream told them last. */
let counts: { waiting: number; stuck: number } | undefined;
const watchers = new Set<() => void>();

export const countsStore = {
  /** For React's useSyncExternalStore. */
  watch(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  get: () => counts,
  set(value: { waiting: number; stuck: number }) {
    counts = value;
    for (const watcher of watchers) watcher();
  },
};
