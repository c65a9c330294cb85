import { serverError } from './serverError.ts';

/** What to sort by, first field first; 1 is ascending, -1 descending. */
export type Sort = [path: string, direction: 1 | -1][];

/**
 * Reads a sort as the driver accepts it: an object, a Map, a list of pairs, a field name.
 * @throws MongoServerError for a direction other than ascending or descending (also `$meta`)
 */
export function readSort(sort: unknown, direction: unknown = 1): Sort {
  if (sort === null || sort === undefined) return [];
  if (typeof sort === 'string') return [[sort, readDirection(direction)]];
  if (Array.isArray(sort)) {
    if (sort.length === 2 && typeof sort[0] === 'string' && /^(asc|desc|-?1)/i.test(String(sort[1]))) {
      return [[sort[0], readDirection(sort[1])]];
    }
    return sort.map((part) => (Array.isArray(part) ? [String(part[0]), readDirection(part[1])] : [String(part), 1]));
  }
  const entries = sort instanceof Map ? [...sort] : Object.entries(sort as object);
  return entries.map(([path, value]) => [path, readDirection(value)]);
}

function readDirection(value: unknown): 1 | -1 {
  const text = String(value).toLowerCase();
  if (text === '1' || text === 'asc' || text === 'ascending') return 1;
  if (text === '-1' || text === 'desc' || text === 'descending') return -1;
  throw serverError('BadValue', `Illegal key in $sort specification: ${JSON.stringify(value)}`);
}
