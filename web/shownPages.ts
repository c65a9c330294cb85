/** The paths that can be opened by themselves: what takes only forms is no place to come back to. */
export interface ShownPages {
  /** @param route as restify knows it, e.g. `/invitation/:token`. */
  add(route: string): void;
  /** @returns the path itself if it can be opened, else the page nearest above it: that of the form that is sent there. */
  nearest(path: string): string;
}

export function shownPages(): ShownPages {
  const routes: string[][] = [];
  const isShown = (parts: readonly string[]) =>
    routes.some(
      (route) =>
        route.length === parts.length &&
        route.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at])),
    );
  return {
    add(route) {
      routes.push(route.split('/'));
    },
    nearest(path) {
      for (let parts = path.split('/'); parts.length > 1; parts = parts.slice(0, -1)) {
        if (isShown(parts)) return parts.join('/');
      }
      return '/';
    },
  };
}
