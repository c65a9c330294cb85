import { compareValues } from './compareValues.ts';
import type { Sort } from './readSort.ts';
import { sortValue } from './sortValue.ts';

/**
 * Sorts items by MongoDB's order. Items that are equal keep the order they came in.
 * @param documentOf the document of an item
 */
export function sortDocuments<T>(items: T[], sort: Sort, documentOf: (item: T) => unknown): T[] {
  const keyed = items.map((item) => ({
    item,
    keys: sort.map(([path, direction]) => sortValue(documentOf(item), path, direction)),
  }));
  keyed.sort((a, b) => {
    for (let i = 0; i < sort.length; i++) {
      const difference = compareValues(a.keys[i], b.keys[i]);
      if (difference !== 0) return difference * (sort[i]?.[1] ?? 1);
    }
    return 0;
  });
  return keyed.map(({ item }) => item);
}
