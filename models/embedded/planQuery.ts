import { compareValues } from './compareValues.ts';
import { compileFilter } from './compileFilter.ts';
import type { Document } from './document.ts';
import type { IndexDefinition } from './indexDefinition.ts';
import { type IndexField, indexPaths, rootOf } from './indexPaths.ts';
import { isOperatorExpression } from './isOperatorExpression.ts';
import { maximalKeyLength } from './maximalKeyLength.ts';
import { type Bound, type Constraint, pathConstraints } from './pathConstraints.ts';
import type { KeyRange, QueryPlan } from './queryPlan.ts';
import type { Sort } from './readSort.ts';
import { storeKeys } from './storeKeys.ts';
import { successor } from './successor.ts';

/** How many ranges the values of several fields may multiply to: beyond, an index is used for fewer of its fields. */
const mostCombinations = 1000;

type IndexPlan = Extract<QueryPlan, { kind: 'index' }>;
interface Candidate {
  plan: IndexPlan;
  score: number;
}

/**
 * Chooses how to find documents: the index that narrows the search most, preferring one that also gives the order; else
 * an index for the order alone; else, for `$or`, an index for each branch; else all documents one after the other.
 * Whatever is found must still be tested against the filter.
 * @param filter with plain values, already known to be valid
 */
export function planQuery(filter: Document, sort: Sort, indexes: IndexDefinition[]): QueryPlan {
  const constraints = pathConstraints(filter);
  const byId = planById(constraints, sort, indexes);
  if (byId) return byId;
  let best: Candidate | undefined;
  for (const index of indexes) {
    const candidate = consider(index, filter, constraints, sort);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  if (!best || best.score < constrainedScore) {
    const union = planBranches(filter, indexes);
    if (union) return union;
  }
  return best?.plan ?? { kind: 'collection' };
}

const constrainedScore = 10;

/** Each `_id` leads to one document: no other index can do better. */
function planById(
  constraints: Map<string, Constraint[]>,
  sort: Sort,
  indexes: IndexDefinition[],
): QueryPlan | undefined {
  const [first] = indexes;
  const constraint = constraints.get('_id')?.[0];
  if (first?.name !== '_id_' || first.longKeys || !constraint?.points) return undefined;
  // Of several, another index may give the order.
  if (constraint.points.length > 1 && sort.length > 0) return undefined;
  if (constraint.intervals.some(({ lower }) => lower.bytes.length > maximalKeyLength)) return undefined;
  const ranges = constraint.intervals.map(({ lower: { bytes } }) => ({
    start: storeKeys.entry(first.id, bytes, undefined),
    end: storeKeys.entry(first.id, successor(bytes), undefined),
  }));
  return { kind: 'index', index: first, ranges: sortRanges(ranges), exact: true, reverse: false, sorted: true };
}

function planBranches(filter: Document, indexes: IndexDefinition[]): QueryPlan | undefined {
  if (!Array.isArray(filter.$or)) return undefined;
  const plans: QueryPlan[] = [];
  for (const branch of filter.$or as Document[]) {
    const plan = planQuery(branch, [], indexes);
    if (plan.kind === 'collection') return undefined;
    plans.push(plan);
  }
  return { kind: 'union', plans };
}

function consider(
  index: IndexDefinition,
  filter: Document,
  constraints: Map<string, Constraint[]>,
  sort: Sort,
): Candidate | undefined {
  const { fields } = indexPaths(index);
  // An index that the filter does not begin with is good for an order only.
  if (sort.length === 0 && !constraints.has((fields[0] as IndexField)[0])) return undefined;
  if (index.sparse && !fields.some(([path]) => constraints.get(path)?.some((each) => each.excludesMissing))) {
    return undefined;
  }
  if (index.partialFilterExpression && !implies(filter, constraints, index.partialFilterExpression)) return undefined;

  const narrowed = narrow(index, fields, constraints);
  const order = orderGiven(index, fields.slice(narrowed.single), sort, narrowed.fixed);
  if (narrowed.used === 0 && !order) return undefined;
  const exact = Boolean(index.unique) && narrowed.points === fields.length && !index.longKeys;
  const score =
    (exact ? 1000 : 0) + narrowed.points * 20 + (narrowed.used - narrowed.points) * constrainedScore + (order ? 5 : 0);
  const plan: IndexPlan = {
    kind: 'index',
    index,
    ranges: narrowed.ranges,
    exact,
    reverse: order?.reverse ?? false,
    sorted: order !== undefined || sort.length === 0,
  };
  return { plan, score };
}

interface Narrowed {
  ranges: KeyRange[];
  /** How many leading fields are bound at all. */
  used: number;
  /** How many leading fields are bound to single values. */
  points: number;
  /** How many leading fields are bound to one single value. */
  single: number;
  /** The paths bound to one single value. */
  fixed: Set<string>;
}

function narrow(
  index: IndexDefinition,
  fields: readonly IndexField[],
  constraints: Map<string, Constraint[]>,
): Narrowed {
  let prefixes: Buffer[] = [storeKeys.index(index.id)];
  const result: Narrowed = { ranges: [], used: 0, points: 0, single: 0, fixed: new Set() };
  for (const [path, direction] of fields) {
    const constraint = choose(index, fields, path, constraints);
    if (!constraint) break;
    if (prefixes.length > 1 && prefixes.length * constraint.intervals.length > mostCombinations) break;
    result.used++;
    if (!constraint.points) {
      result.ranges = sortRanges(
        prefixes.flatMap((prefix) => constraint.intervals.map((interval) => keyRange(prefix, interval, direction))),
      );
      return result;
    }
    result.points++;
    if (constraint.intervals.length === 1 && result.single === result.used - 1) {
      result.single++;
      result.fixed.add(path);
    }
    prefixes = prefixes.flatMap((prefix) =>
      constraint.intervals.map(({ lower }) =>
        Buffer.concat([prefix, direction === 1 ? lower.bytes : inverted(lower.bytes)]),
      ),
    );
  }
  result.ranges = sortRanges(prefixes.map((prefix) => clipped(prefix, successor(prefix))));
  return result;
}

/** The one constraint of a path that an index may rely on, two ends of a range joined where that is allowed. */
function choose(
  index: IndexDefinition,
  fields: readonly IndexField[],
  path: string,
  constraints: Map<string, Constraint[]>,
): Constraint | undefined {
  const all = constraints.get(path);
  if (!all) return undefined;
  if (index.multikey) {
    // A filter on `a.0` also means a field named 0 in the elements, which the index does not hold.
    if (/\.\d/.test(path)) return undefined;
    // Different elements of an array may fulfil different conditions: two of them must not be put together.
    const root = rootOf(path);
    const first = fields[0]?.[0] as string;
    if (path !== first && fields.some(([other]) => other !== path && rootOf(other) === root)) return undefined;
    return all.find((each) => each.points) ?? all[0];
  }
  const points = all.filter((each) => each.points);
  if (points.length > 0) {
    return points.reduce((best, each) => (each.intervals.length < best.intervals.length ? each : best));
  }
  const [first, ...others] = all as [Constraint, ...Constraint[]];
  if (others.length === 0) return first;
  let [{ lower, upper }] = first.intervals as [{ lower: Bound; upper: Bound }];
  for (const { intervals } of others) {
    const [next] = intervals as [{ lower: Bound; upper: Bound }];
    if (Buffer.compare(next.lower.bytes, lower.bytes) > 0) lower = next.lower;
    if (
      upper.bytes.length === 1 ||
      (next.upper.bytes.length > 1 && Buffer.compare(next.upper.bytes, upper.bytes) < 0)
    ) {
      upper = next.upper;
    }
  }
  return { intervals: [{ lower, upper }], excludesMissing: true };
}

function inverted(bytes: Buffer): Buffer {
  return Buffer.from(bytes.map((byte) => ~byte));
}

function keyRange(prefix: Buffer, interval: { lower: Bound; upper: Bound }, direction: 1 | -1): KeyRange {
  const [from, to] =
    direction === 1
      ? [interval.lower, interval.upper]
      : [
          { ...interval.upper, bytes: inverted(interval.upper.bytes) },
          { ...interval.lower, bytes: inverted(interval.lower.bytes) },
        ];
  const low = Buffer.concat([prefix, from.bytes]);
  const high = Buffer.concat([prefix, to.bytes]);
  return clipped(from.inclusive ? low : successor(low), to.inclusive ? successor(high) : high);
}

/** Long keys are stored shortened: look for everything that begins as they do. */
function clipped(start: Buffer, end: Buffer): KeyRange {
  const longest = maximalKeyLength;
  return {
    start: start.length > longest ? start.subarray(0, longest) : start,
    end: end.length > longest ? successor(end.subarray(0, longest)) : end,
  };
}

/** In key order, without doubles and without those that are empty. */
function sortRanges(ranges: KeyRange[]): KeyRange[] {
  if (ranges.length === 1) return ranges;
  return ranges
    .filter(({ start, end }) => Buffer.compare(start, end) < 0)
    .sort((a, b) => Buffer.compare(a.start, b.start))
    .filter(({ start }, i, sorted) => i === 0 || !start.equals((sorted[i - 1] as KeyRange).start));
}

/** Whether the entries of an index, from these fields on, come in the order asked for, forwards or backwards. */
function orderGiven(
  index: IndexDefinition,
  fields: readonly IndexField[],
  sort: Sort,
  fixed: Set<string>,
): { reverse: boolean } | undefined {
  if (sort.length === 0 || index.multikey || index.longKeys) return undefined;
  const open = sort.filter(([path]) => !fixed.has(path));
  if (open.length > fields.length) return undefined;
  let reverse: boolean | undefined;
  for (let i = 0; i < open.length; i++) {
    const [path, direction] = open[i] as [string, 1 | -1];
    const [indexed, indexedDirection] = fields[i] as IndexField;
    if (path !== indexed) return undefined;
    const opposite = direction !== indexedDirection;
    reverse ??= opposite;
    if (reverse !== opposite) return undefined;
  }
  return { reverse: reverse ?? false };
}

/** Whether every document that fulfils a filter surely belongs to a partial index. */
function implies(filter: Document, constraints: Map<string, Constraint[]>, expression: Document): boolean {
  return Object.entries(expression).every(([path, condition]) => {
    if (path === '$and') return (condition as Document[]).every((branch) => implies(filter, constraints, branch));
    if (path[0] === '$') return false;
    if (path in filter && compareValues(filter[path], condition) === 0) return true;
    return (constraints.get(path) ?? []).some((constraint) => {
      if (constraint.points) {
        const fulfils = compileFilter({ value: condition });
        return constraint.points.every((value) => value !== null && fulfils({ value }));
      }
      return constraint.excludesMissing && isOperatorExpression(condition) && isExists(condition);
    });
  });
}

function isExists(condition: Document): boolean {
  return Object.keys(condition).length === 1 && condition.$exists === true;
}
