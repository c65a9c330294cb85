import { evalExpr } from 'mingo/core';
import type { Options } from 'mingo/types';
import { compareValues } from './compareValues.ts';
import { meanOf, sumOf } from './mingoNumbers.ts';
import { valueKey } from './valueKey.ts';

/** What an expression gives for each item; as an expression of its own, an accumulator gets the values themselves. */
function valuesOf(items: unknown[], expression: unknown, options: Options): unknown[] {
  if (expression === null || expression === undefined) return items;
  return items.map((item) => evalExpr(item as never, expression as never, withRoot(options, item)) as unknown);
}

function withRoot(options: Options, root: unknown): Options {
  const { update } = options as { update?: (locals: object) => Options };
  return update ? update.call(options, { root }) : options;
}

const accumulating =
  (reduce: (values: unknown[]) => unknown) => (items: unknown, expression: unknown, options: Options) =>
    reduce(valuesOf(items as unknown[], expression, options)) as never;

const extreme = (sign: number) => (values: unknown[]) =>
  values.reduce((best, value) => {
    if (value === undefined || value === null) return best;
    return best === null || compareValues(value, best) * sign > 0 ? value : best;
  }, null);

/** Accumulators of `$group` that must know BSON's numbers and order, or tell missing values from null. */
export const mingoAccumulators = {
  $sum: accumulating(sumOf),
  $avg: accumulating(meanOf),
  $min: accumulating(extreme(-1)),
  $max: accumulating(extreme(1)),
  $push: accumulating((values) => values.filter((value) => value !== undefined)),
  $addToSet: accumulating((values) => {
    const different = new Map<string, unknown>();
    for (const value of values) {
      if (value === undefined) continue;
      const key = valueKey(value);
      if (!different.has(key)) different.set(key, value);
    }
    return [...different.values()];
  }),
};
