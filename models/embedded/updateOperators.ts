import { calculate, isBsonNumber } from './arithmetic.ts';
import { BSON } from './bson.ts';
import { compareValues } from './compareValues.ts';
import { compileFilter } from './compileFilter.ts';
import type { Document } from './document.ts';
import { isOperatorExpression } from './isOperatorExpression.ts';
import { isPlainObject } from './isPlainObject.ts';
import { plainValue } from './plainValue.ts';
import type { Sort } from './readSort.ts';
import { serverError } from './serverError.ts';
import { sortDocuments } from './sortDocuments.ts';
import { type Place, setAt, unsetAt, valueAt } from './updatePath.ts';

/** Changes the value at one place of a document. */
export type Change = (place: Place, now: Date) => void;

/** An update operator: checks its operand once, and gives the change that it stands for. */
interface UpdateOperator {
  /** Whether documents on the way to the place are made when missing. */
  creates: boolean;
  prepare: (operand: unknown, path: string) => Change;
}

/** MongoDB's update operators, apart from `$rename` and `$setOnInsert`, which concern more than one place. */
export const updateOperators: Record<string, UpdateOperator> = {
  $set: { creates: true, prepare: (operand) => (place) => setAt(place, copy(operand)) },
  $unset: { creates: false, prepare: () => unsetAt },
  $inc: { creates: true, prepare: (operand, path) => numeric('$inc', '+', operand, path) },
  $mul: { creates: true, prepare: (operand, path) => numeric('$mul', '*', operand, path) },
  $min: { creates: true, prepare: (operand) => extreme(operand, -1) },
  $max: { creates: true, prepare: (operand) => extreme(operand, 1) },
  $currentDate: { creates: true, prepare: currentDate },
  $push: { creates: true, prepare: push },
  $addToSet: { creates: true, prepare: addToSet },
  $pop: { creates: false, prepare: pop },
  $pull: { creates: false, prepare: pull },
  $pullAll: { creates: false, prepare: pullAll },
  $bit: { creates: true, prepare: bit },
};

/** The same operand may be put into many documents: none may share it with another. */
function copy(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? plainValue(value) : value;
}

function numeric(name: string, operator: '+' | '*', operand: unknown, path: string): Change {
  const verb = name === '$inc' ? 'increment' : 'multiply';
  if (!isBsonNumber(operand)) {
    throw serverError(
      'TypeMismatch',
      `Cannot ${verb} with non-numeric argument: {${path}: ${JSON.stringify(operand)}}`,
    );
  }
  return (place) => {
    const before = valueAt(place);
    if (before === undefined) {
      setAt(place, operator === '+' ? operand : calculate('*', operand, 0));
      return;
    }
    if (!isBsonNumber(before)) {
      throw serverError('TypeMismatch', `Cannot apply ${name} to a value of non-numeric type at '${path}'`);
    }
    try {
      setAt(place, calculate(operator, before, operand));
    } catch (error) {
      throw serverError('BadValue', `Failed to apply ${name} operations to current value: ${(error as Error).message}`);
    }
  };
}

function extreme(operand: unknown, sign: number): Change {
  return (place) => {
    const before = valueAt(place);
    if (before === undefined || compareValues(operand, before) * sign > 0) setAt(place, copy(operand));
  };
}

function currentDate(operand: unknown): Change {
  const type = isPlainObject(operand) ? operand.$type : typeof operand === 'boolean' ? 'date' : undefined;
  if (type !== 'date' && type !== 'timestamp') {
    throw serverError('BadValue', "$currentDate takes true or { $type: 'date' | 'timestamp' }");
  }
  return (place, now) =>
    setAt(place, type === 'date' ? new Date(now) : new BSON.Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }));
}

function arrayAt(place: Place, operator: string): unknown[] | undefined {
  const value = valueAt(place);
  if (value === undefined || Array.isArray(value)) return value;
  throw serverError('BadValue', `Cannot apply ${operator}: the field '${place.field}' must be an array`);
}

function push(operand: unknown): Change {
  const { $each, $position, $slice, $sort, ...rest } =
    isPlainObject(operand) && '$each' in operand ? operand : { $each: [operand] };
  if (!Array.isArray($each)) throw serverError('BadValue', 'The argument to $each in $push must be an array');
  const [unknownClause] = Object.keys(rest);
  if (unknownClause) throw serverError('BadValue', `Unrecognized clause in $push: ${unknownClause}`);
  for (const clause of [$position, $slice]) {
    if (clause !== undefined && !Number.isInteger(clause)) {
      throw serverError('BadValue', 'The values of $position and $slice in $push must be whole numbers');
    }
  }
  const sort = $sort === undefined ? undefined : pushSort($sort);
  return (place) => {
    const array = [...(arrayAt(place, '$push') ?? [])];
    const at = $position === undefined ? array.length : ($position as number);
    array.splice(at, 0, ...$each.map(copy));
    const sorted = sort ? sort(array) : array;
    const length = $slice as number | undefined;
    const kept = length === undefined ? sorted : length < 0 ? sorted.slice(length) : sorted.slice(0, length);
    setAt(place, kept);
  };
}

function pushSort(sort: unknown): (array: unknown[]) => unknown[] {
  if (sort === 1 || sort === -1) return (array) => [...array].sort((a, b) => compareValues(a, b) * sort);
  if (!isPlainObject(sort) || !Object.values(sort).every((direction) => direction === 1 || direction === -1)) {
    throw serverError('BadValue', 'The $sort in $push must be 1, -1, or fields with 1 or -1');
  }
  const fields = Object.entries(sort) as Sort;
  return (array) => sortDocuments(array, fields, (element) => element);
}

function addToSet(operand: unknown): Change {
  const each = isPlainObject(operand) && '$each' in operand ? operand.$each : [operand];
  if (!Array.isArray(each)) throw serverError('TypeMismatch', 'The argument to $each in $addToSet must be an array');
  return (place) => {
    const array = [...(arrayAt(place, '$addToSet') ?? [])];
    for (const value of each) {
      if (!array.some((element) => compareValues(element, value) === 0)) array.push(copy(value));
    }
    setAt(place, array);
  };
}

function pop(operand: unknown): Change {
  if (operand !== 1 && operand !== -1) throw serverError('FailedToParse', '$pop expects 1 or -1');
  return (place) => {
    const array = arrayAt(place, '$pop');
    if (array) setAt(place, operand === 1 ? array.slice(0, -1) : array.slice(1));
  };
}

function pull(operand: unknown): Change {
  const matches = pullTest(operand);
  return (place) => {
    const array = arrayAt(place, '$pull');
    if (array?.some(matches))
      setAt(
        place,
        array.filter((element) => !matches(element)),
      );
  };
}

/** A document as `$pull`'s condition is a filter on the elements, anything else a condition on the element itself. */
function pullTest(operand: unknown): (element: unknown) => boolean {
  if (isPlainObject(operand) && !isOperatorExpression(operand)) {
    const predicate = compileFilter(operand);
    return (element) => isPlainObject(element) && predicate(element);
  }
  const predicate = compileFilter({ element: operand });
  if (isOperatorExpression(operand) || operand instanceof RegExp) return (element) => predicate({ element });
  return (element) => compareValues(element, operand) === 0;
}

function pullAll(operand: unknown): Change {
  if (!Array.isArray(operand)) throw serverError('BadValue', '$pullAll requires an array argument');
  return (place) => {
    const array = arrayAt(place, '$pullAll');
    if (!array) return;
    setAt(
      place,
      array.filter((element) => !operand.some((value) => compareValues(element, value) === 0)),
    );
  };
}

function bit(operand: unknown): Change {
  const steps = Object.entries((isPlainObject(operand) ? operand : {}) as Document);
  if (steps.length === 0 || !steps.every(([name, mask]) => /^(and|or|xor)$/.test(name) && Number.isInteger(mask))) {
    throw serverError('BadValue', '$bit takes and, or, xor with whole numbers');
  }
  return (place) => {
    let value = valueAt(place) ?? 0;
    if (!Number.isInteger(value)) throw serverError('BadValue', `Cannot apply $bit to the field '${place.field}'`);
    for (const [name, mask] of steps) {
      const a = BigInt(value as number);
      const b = BigInt(mask as number);
      value = Number(name === 'and' ? a & b : name === 'or' ? a | b : a ^ b);
    }
    setAt(place, value);
  };
}
