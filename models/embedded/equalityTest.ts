import { isBsonNumber } from './arithmetic.ts';
import { compareValues } from './compareValues.ts';
import type { ValueTest } from './valueTest.ts';

/** MongoDB's `$eq` on one value: equal by value, whatever the number type; null also stands for a missing value. */
export function equalityTest(operand: unknown): ValueTest {
  switch (typeof operand) {
    case 'string':
    case 'boolean':
      return (value) => value === operand;
    case 'number':
      return (value) =>
        value === operand || (typeof value !== 'string' && value !== undefined && compareValues(value, operand) === 0);
  }
  if (operand === null) return (value) => value === null || value === undefined;
  if (isBsonNumber(operand)) return (value) => isBsonNumber(value) && compareValues(value, operand) === 0;
  return (value) => typeof value === 'object' && value !== null && compareValues(value, operand) === 0;
}
