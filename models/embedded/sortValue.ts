import { compareValues } from './compareValues.ts';
import { visitKeys } from './visitKeys.ts';

/**
 * The value by which a document is sorted on a path: of several values (an array, or documents in an array) the lowest
 * when ascending, the highest when descending; an empty array sorts below null, like a missing value's index entry.
 * @param direction 1 or -1
 */
export function sortValue(document: unknown, path: string, direction: number): unknown {
  let best: unknown;
  let found = false;
  const consider = (value: unknown) => {
    if (!found || compareValues(value, best) * direction < 0) best = value;
    found = true;
  };
  visitKeys(document, path.split('.'), (value) => {
    if (!Array.isArray(value)) consider(value ?? null);
    else if (value.length === 0) consider(undefined);
    else for (const element of value) consider(element);
  });
  return found ? best : null;
}
