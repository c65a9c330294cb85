import { compareValues } from './compareValues.ts';
import { orderOfType } from './orderOfType.ts';
import { serverError } from './serverError.ts';
import { typeOrder } from './typeOrder.ts';
import type { ValueTest } from './valueTest.ts';

/**
 * MongoDB's `$gt`, `$gte`, `$lt` and `$lte` on one value: only values of the operand's type are compared at all, except
 * with MinKey and MaxKey.
 * @throws MongoServerError when the operand is a regular expression
 */
export function rangeTest(operator: string, operand: unknown): ValueTest {
  const order = orderOfType(operand);
  if (order === typeOrder.regex)
    throw serverError('BadValue', `Can't have RegEx as arg to predicate over field '${operator}'.`);
  const below = operator[1] === 'l';
  const orEqual = operator.endsWith('e');
  if (order === typeOrder.null) return (value) => orEqual && (value === null || value === undefined);
  const anyType = order === typeOrder.minKey || order === typeOrder.maxKey;
  const isNaNOperand = typeof operand === 'number' && Number.isNaN(operand);
  return (value) => {
    if (value === undefined || (!anyType && orderOfType(value) !== order)) return false;
    // NaN is neither above nor below another number here, though it has its place when sorting.
    if (isNaNOperand !== (typeof value === 'number' && Number.isNaN(value)) && order === typeOrder.number) return false;
    const difference = compareValues(value, operand);
    return difference === 0 ? orEqual : difference < 0 === below;
  };
}
