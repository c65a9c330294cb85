import { compareValues } from './compareValues.ts';
import { compileFilter, type Predicate } from './compileFilter.ts';
import type { Document } from './document.ts';
import { rootOf } from './indexPaths.ts';
import { isPlainObject } from './isPlainObject.ts';
import { pipelineUpdate } from './pipelineUpdate.ts';
import { positionalIndex } from './positionalIndex.ts';
import { serverError } from './serverError.ts';
import { type Change, updateOperators } from './updateOperators.ts';
import { setAt, unsetAt, updatePlace, valueAt } from './updatePath.ts';

/** What an update needs to know about the document that it is applied to. */
export interface UpdateCircumstances {
  /** The filter that found the document, for the position `$`. */
  filter: Document;
  /** Whether the document is being inserted by an upsert. */
  inserting: boolean;
  now: Date;
}

/** Applies an update to a document that the caller owns; returns it, or another one in its place. */
export interface Update {
  (document: Document, circumstances: UpdateCircumstances): Document;
  /** The only fields of the document that it may change; undefined: any. */
  roots?: readonly string[];
}

interface Step {
  path: string;
  onInsert: boolean;
  apply: (document: Document, circumstances: UpdateCircumstances) => void;
}

/**
 * Makes a MongoDB update (operators, or a pipeline) into a function, with the server's rules: all paths are worked on in
 * their alphabetical order, two operators may not touch the same path, the `_id` stays.
 * mingo's updater is not used: it counts with JavaScript numbers only and knows no upserts.
 * @param update with plain values (see plainValue)
 * @param arrayFilters the conditions of `$[name]`
 * @throws MongoServerError for an update that a server would refuse
 */
export function compileUpdate(update: Document | Document[], arrayFilters: Document[] = []): Update {
  const apply: Update = Array.isArray(update) ? pipelineUpdate(update) : operatorUpdate(update, arrayFilters);
  const whole: Update = (document, circumstances) => {
    const id = document._id;
    const result = apply(document, circumstances);
    if (id === undefined) return result;
    if (result._id === undefined && Array.isArray(update)) return { _id: id, ...result };
    if (compareValues(result._id, id) !== 0) {
      throw serverError(
        'ImmutableField',
        "Performing an update on the path '_id' would modify the immutable field '_id'",
      );
    }
    return result;
  };
  if (apply.roots) whole.roots = apply.roots;
  return whole;
}

function operatorUpdate(update: Document, arrayFilters: Document[]): Update {
  const filters = readArrayFilters(arrayFilters);
  const steps: Step[] = [];
  const unused = new Set(filters.keys());
  const touched: string[] = [];
  for (const [operator, fields] of Object.entries(update)) {
    const known = operator === '$setOnInsert' ? updateOperators.$set : updateOperators[operator];
    if (!known && operator !== '$rename') {
      throw serverError(
        'FailedToParse',
        `Unknown modifier: ${operator}. Expected a valid update modifier or pipeline-style update`,
      );
    }
    if (!isPlainObject(fields)) {
      throw serverError('FailedToParse', `Modifiers operate on fields but we found another type for ${operator}`);
    }
    for (const [path, operand] of Object.entries(fields)) {
      checkPath(path);
      touched.push(path);
      if (!known) {
        if (typeof operand !== 'string')
          throw serverError('BadValue', `The 'to' field for $rename must be a string: ${path}`);
        touched.push(operand);
        steps.push({ path, onInsert: false, apply: rename(path, operand) });
        continue;
      }
      const change = known.prepare(operand, path);
      for (const name of path.matchAll(/\$\[([^\]]+)\]/g)) {
        if (!filters.has(name[1] as string)) {
          throw serverError('BadValue', `No array filter found for identifier '${name[1]}' in path '${path}'`);
        }
        unused.delete(name[1] as string);
      }
      steps.push({ path, onInsert: operator === '$setOnInsert', apply: at(path, change, known.creates, filters) });
    }
  }
  for (const name of unused) {
    throw serverError('FailedToParse', `The array filter for identifier '${name}' was not used in the update`);
  }
  checkConflicts(touched);
  steps.sort((a, b) => comparePaths(a.path, b.path));
  const apply: Update = (document, circumstances) => {
    for (const step of steps) if (!step.onInsert || circumstances.inserting) step.apply(document, circumstances);
    return document;
  };
  apply.roots = touched.map(rootOf);
  return apply;
}

function checkPath(path: string): void {
  const parts = path.split('.');
  if (parts.includes('')) throw serverError('BadValue', `The update path '${path}' contains an empty field name`);
  if (parts[0]?.startsWith('$')) {
    throw serverError('DollarPrefixedFieldName', `The dollar ($) prefixed field '${parts[0]}' is not allowed`);
  }
}

function checkConflicts(paths: string[]): void {
  if (paths.length < 2) return;
  const sorted = [...paths].sort();
  const seen = new Set<string>();
  for (const path of sorted) {
    const parts = path.split('.');
    for (let i = 1; i <= parts.length; i++) {
      const outer = parts.slice(0, i).join('.');
      if (seen.has(outer)) {
        throw serverError(
          'ConflictingUpdateOperators',
          `Updating the path '${path}' would create a conflict at '${outer}'`,
        );
      }
    }
    seen.add(path);
  }
}

/** Numbers in paths by value, other names by their characters. */
function comparePaths(a: string, b: string): number {
  const left = a.split('.');
  const right = b.split('.');
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const x = left[i] as string;
    const y = right[i] as string;
    if (x === y) continue;
    if (/^\d+$/.test(x) && /^\d+$/.test(y)) return Number(x) - Number(y);
    return x < y ? -1 : 1;
  }
  return left.length - right.length;
}

function rename(from: string, to: string) {
  return (document: Document) => {
    const source = updatePlace(document, from.split('.'), false);
    const value = source && valueAt(source);
    if (!source || value === undefined) return;
    if (Array.isArray(source.parent))
      throw serverError('BadValue', `The source field of $rename cannot be an array element`);
    unsetAt(source);
    const target = updatePlace(document, to.split('.'), true);
    if (target) setAt(target, value);
  };
}

/** Applies a change at a path, at each of the places that `$`, `$[]` and `$[name]` in it stand for. */
function at(path: string, change: Change, creates: boolean, filters: Map<string, Predicate>): Step['apply'] {
  const parts = path.split('.');
  if (!path.includes('$')) {
    return (document, { now }) => {
      const place = updatePlace(document, parts, creates);
      if (place) change(place, now);
    };
  }
  return (document, circumstances) => {
    for (const concrete of expand(document, parts, circumstances, filters)) {
      const place = updatePlace(document, concrete, creates);
      if (place) change(place, circumstances.now);
    }
  };
}

function expand(
  document: Document,
  parts: string[],
  circumstances: UpdateCircumstances,
  filters: Map<string, Predicate>,
): string[][] {
  const first = parts.findIndex((part) => part === '$' || /^\$\[.*\]$/.test(part));
  if (first < 0) return [parts];
  const before = parts.slice(0, first);
  const after = parts.slice(first + 1);
  const part = parts[first] as string;
  if (part === '$') {
    const index = positionalIndex(circumstances.filter, document, before.join('.'));
    return expand(document, [...before, String(index), ...after], circumstances, filters);
  }
  const place = updatePlace(document, before, false);
  const array = place && valueAt(place);
  if (!Array.isArray(array)) {
    throw serverError(
      'BadValue',
      `The path '${before.join('.')}' must exist in the document in order to apply array updates.`,
    );
  }
  const predicate = filters.get(part.slice(2, -1));
  const name = part.slice(2, -1);
  return array.flatMap((element, index) =>
    !predicate || predicate({ [name]: element })
      ? expand(document, [...before, String(index), ...after], circumstances, filters)
      : [],
  );
}

function readArrayFilters(arrayFilters: Document[]): Map<string, Predicate> {
  const filters = new Map<string, Predicate>();
  for (const filter of arrayFilters) {
    const names = new Set(identifiers(filter));
    const [name] = names;
    if (names.size !== 1 || name === undefined) {
      throw serverError('FailedToParse', 'Expected a single top-level field name in each array filter');
    }
    if (filters.has(name)) {
      throw serverError('FailedToParse', `Found multiple array filters with the same top-level field name ${name}`);
    }
    filters.set(name, compileFilter(filter));
  }
  return filters;
}

function identifiers(filter: Document): string[] {
  return Object.entries(filter).flatMap(([key, condition]) =>
    key[0] === '$' && Array.isArray(condition)
      ? condition.flatMap((branch) => identifiers(branch as Document))
      : [key.split('.', 1)[0] as string],
  );
}
