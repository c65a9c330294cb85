/** Whether events come at the moment, so that the page can say so when they do not. */
let broken = false;
const watchers = new Set<() => void>();

export const connection = {
  /** For React's useSyncExternalStore. */
  watch(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  isBroken: () => broken,
  set(connected: boolean) {
    broken = !connected;
    for (const watcher of watchers) watcher();
  },
};
