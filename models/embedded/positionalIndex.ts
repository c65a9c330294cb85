import { compileFilter } from './compileFilter.ts';
import type { Document } from './document.ts';
import { serverError } from './serverError.ts';
import { updatePlace, valueAt } from './updatePath.ts';

/**
 * The position that `$` stands for: the first element of the array that fulfils what the filter asks of the array.
 * @param path the array's path
 * @throws MongoServerError when the filter says nothing about the array
 */
export function positionalIndex(filter: Document, document: Document, path: string): number {
  const conditions = conditionsOn(filter, path);
  const place = updatePlace(document, path.split('.'), false);
  const array = place && valueAt(place);
  if (conditions.length > 0 && Array.isArray(array)) {
    const predicate = compileFilter({ $and: conditions });
    const index = array.findIndex((element) => predicate(nested(path, [element])));
    if (index >= 0) return index;
  }
  throw serverError('BadValue', 'The positional operator did not find the match needed from the query.');
}

function conditionsOn(filter: Document, path: string): Document[] {
  return Object.entries(filter).flatMap(([key, condition]) => {
    if (key === '$and') return (condition as Document[]).flatMap((branch) => conditionsOn(branch, path));
    if (key === '$or') {
      const branches = (condition as Document[]).flatMap((branch) => conditionsOn(branch, path));
      return branches.length > 0 ? [{ $or: branches }] : [];
    }
    return key === path || key.startsWith(`${path}.`) ? [{ [key]: condition }] : [];
  });
}

function nested(path: string, value: unknown): Document {
  return path.split('.').reduceRight<unknown>((inner, part) => ({ [part]: inner }), value) as Document;
}
