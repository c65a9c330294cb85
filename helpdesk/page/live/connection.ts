/** Which streams are not connected at the moment, so that the page can say so. */
const broken = new Set<string>();
const watchers = new Set<() => void>();

export const connection = {
  /** For React's useSyncExternalStore. */
  watch(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  isBroken: () => broken.size > 0,
  set(stream: string, connected: boolean) {
    if (connected) broken.delete(stream);
    else broken.add(stream);
    for (const watcher of watchers) watcher();
  },
};
