/** Whether the session has ended while the page was open, and the token that goes with each change. */
let ended = false;
let formToken = '';
const watchers = new Set<() => void>();

export const session = {
  /** For React's useSyncExternalStore. */
  watch(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
  hasEnded: () => ended,
  formToken: () => formToken,
  end() {
    set(true);
  },
  begin(token: string) {
    formToken = token;
    set(false);
  },
};

function set(value: boolean) {
  if (ended === value) return;
  ended = value;
  for (const watcher of watchers) watcher();
}
