import type { PipelineStage } from 'mongoose';

/** How values lie: how many, the one in the middle, and the one that nine in ten do not exceed. */
export interface Spread {
  count: number;
  median: number;
  ninetieth: number;
}

const minute = 60_000;

/** An expression: the length of time between two fields, in hours or minutes. */
export function between(from: string, to: string, unit: 'hours' | 'minutes') {
  return { $divide: [{ $subtract: [to, from] }, unit === 'hours' ? 60 * minute : minute] };
}

/**
 * Stages that make a {@link Spread} of the field `value` for each value of the field `by` (one for all without it). Of an
 * even number the median lies between both in the middle. ($percentile is not everywhere, and only estimates.)
 */
export function spread(by: string | null = null): PipelineStage[] {
  const at = (index: object) => ({ $arrayElemAt: ['$values', { $toInt: index }] });
  const middle = { $divide: [{ $subtract: ['$count', 1] }, 2] };
  return [
    { $match: { value: { $gte: 0 } } },
    { $sort: { value: 1 } },
    { $group: { _id: by, count: { $sum: 1 }, values: { $push: '$value' } } },
    {
      $project: {
        count: 1,
        median: { $divide: [{ $add: [at({ $floor: middle }), at({ $ceil: middle })] }, 2] },
        ninetieth: at({ $subtract: [{ $ceil: { $multiply: ['$count', 0.9] } }, 1] }),
      },
    },
  ];
}

/** @returns a number with one decimal: nobody reads more. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
