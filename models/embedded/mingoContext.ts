import { Context, evalExpr } from 'mingo/core';
import * as accumulatorOperators from 'mingo/operators/accumulator';
import * as expressionOperators from 'mingo/operators/expression';
import * as pipelineOperators from 'mingo/operators/pipeline';
import * as projectionOperators from 'mingo/operators/projection';
import * as queryOperators from 'mingo/operators/query';
import * as windowOperators from 'mingo/operators/window';
import type { Options } from 'mingo/types';
import { compareValues } from './compareValues.ts';
import { mingoAccumulators } from './mingoAccumulators.ts';
import { mingoNumbers } from './mingoNumbers.ts';

const comparing =
  (decide: (difference: number) => unknown) => (document: unknown, operands: unknown, options: Options) => {
    const [left, right] = evalExpr(document as never, operands as never, options) as [unknown, unknown];
    return decide(compareValues(left, right)) as never;
  };

/** mingo's operators, with those replaced that must know MongoDB's order of values and its kinds of numbers. */
export const mingoContext = Context.init({
  accumulator: { ...accumulatorOperators, ...mingoAccumulators },
  expression: {
    ...expressionOperators,
    ...mingoNumbers,
    $eq: comparing((difference) => difference === 0),
    $ne: comparing((difference) => difference !== 0),
    $gt: comparing((difference) => difference > 0),
    $gte: comparing((difference) => difference >= 0),
    $lt: comparing((difference) => difference < 0),
    $lte: comparing((difference) => difference <= 0),
    $cmp: comparing((difference) => Math.sign(difference)),
  } as never,
  pipeline: pipelineOperators,
  projection: projectionOperators,
  query: queryOperators,
  window: windowOperators,
});
