/** One page of a list, and which entries stand on it, counted from 1. */
export interface Page<Item> {
  items: readonly Item[];
  /** Counted from 0. */
  page: number;
  pages: number;
  from: number;
  to: number;
}

/** @returns the page `page` (counted from 0) of `list`, or the nearest there is. */
export function pageOf<Item>(list: readonly Item[], page: number, size: number): Page<Item> {
  const pages = Math.max(1, Math.ceil(list.length / size));
  const at = Number.isInteger(page) ? Math.min(Math.max(page, 0), pages - 1) : 0;
  const items = list.slice(at * size, (at + 1) * size);
  return { items, page: at, pages, from: at * size + 1, to: at * size + items.length };
}
