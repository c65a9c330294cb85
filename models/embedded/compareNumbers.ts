import { asFraction, type BsonNumber, exactNumber } from './exactNumber.ts';

/**
 * Orders two BSON numbers by value, whatever their types, without rounding: Decimal128 0.1 is below the double 0.1.
 * NaN is below every other number and equal to itself, as in MongoDB.
 * @returns below 0, 0 or above 0
 */
export function compareNumbers(left: BsonNumber, right: BsonNumber): number {
  if (typeof left === 'number' && typeof right === 'number') return compareDoubles(left, right);
  const a = exactNumber(left);
  const b = exactNumber(right);
  if (typeof a === 'number' && (typeof b === 'number' || !Number.isFinite(a))) {
    return compareDoubles(a, typeof b === 'number' ? b : 0);
  }
  if (typeof b === 'number' && !Number.isFinite(b)) return compareDoubles(0, b);
  const x = asFraction(a);
  const y = asFraction(b);
  const difference = x.numerator * y.denominator - y.numerator * x.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function compareDoubles(a: number, b: number): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1;
}
