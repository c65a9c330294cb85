import { isBsonNumber } from './arithmetic.ts';
import type { Document } from './document.ts';
import { equalityTest } from './equalityTest.ts';
import { exactNumber } from './exactNumber.ts';
import { isOperatorExpression } from './isOperatorExpression.ts';
import { isPlainObject } from './isPlainObject.ts';
import { mingoQuery } from './mingoQuery.ts';
import { rangeTest } from './rangeTest.ts';
import { regexTest } from './regexTest.ts';
import { serverError } from './serverError.ts';
import { typeTest } from './typeTest.ts';
import { valueKey } from './valueKey.ts';
import type { ValueTest } from './valueTest.ts';
import { type Visit, visitPath } from './visitPath.ts';

/** Says whether a document fulfils a filter. */
export type Predicate = (document: Document) => boolean;

/** Makes the operand of `$expr` into a predicate. */
type Expression = (expression: unknown) => Predicate;

const mingoExpression: Expression = ($expr) => mingoQuery({ $expr });

/**
 * Makes a MongoDB filter into a function, with the server's rules: missing fields equal null, arrays are looked into,
 * comparisons stay within one type, numbers compare whatever their BSON type, documents compare with their fields'
 * order. mingo's own query operators are not used here because they know JavaScript's types only (no Decimal128, Long
 * or Binary); `$expr` and the bit operators are mingo's.
 * @param filter with plain values (see plainValue)
 * @param expression how `$expr` is judged
 * @throws MongoServerError for a filter that a server would refuse, or that this engine does not know
 */
export function compileFilter(filter: Document, expression: Expression = mingoExpression): Predicate {
  const predicates: Predicate[] = [];
  for (const key of Object.keys(filter)) {
    const condition = filter[key];
    if (key[0] === '$') predicates.push(logical(key, condition, expression));
    else predicates.push(field(key, condition));
  }
  return all(predicates);
}

function all(predicates: Predicate[]): Predicate {
  if (predicates.length === 0) return () => true;
  if (predicates.length === 1) return predicates[0] as Predicate;
  return (document) => predicates.every((predicate) => predicate(document));
}

function logical(operator: string, operand: unknown, expression: Expression): Predicate {
  switch (operator) {
    case '$and':
      return all(branches(operator, operand, expression));
    case '$or': {
      const either = branches(operator, operand, expression);
      return (document) => either.some((predicate) => predicate(document));
    }
    case '$nor': {
      const neither = branches(operator, operand, expression);
      return (document) => !neither.some((predicate) => predicate(document));
    }
    case '$expr':
      return expression(operand);
    case '$comment':
      return () => true;
    case '$where':
    case '$text':
    case '$jsonSchema':
      throw serverError('BadValue', `The built-in store does not support ${operator}`);
  }
  throw serverError('BadValue', `unknown top level operator: ${operator}`);
}

function branches(operator: string, operand: unknown, expression: Expression): Predicate[] {
  if (!Array.isArray(operand) || operand.length === 0) {
    throw serverError('BadValue', `${operator} must be a nonempty array`);
  }
  return operand.map((branch) => {
    if (!isPlainObject(branch)) throw serverError('BadValue', `${operator} entries need to be full objects`);
    return compileFilter(branch, expression);
  });
}

/** How a test is put to the value at a path: to the elements of an array too (`atPath`), or to the value only. */
type Place = (path: string, test: ValueTest) => Predicate;

function field(path: string, condition: unknown, place: Place = atPath): Predicate {
  if (!isOperatorExpression(condition)) {
    return place(path, condition instanceof RegExp ? regexTest(condition) : equalityTest(condition));
  }
  const predicates: Predicate[] = [];
  for (const operator of Object.keys(condition)) {
    const predicate = operation(path, operator, condition[operator], condition, place);
    if (predicate) predicates.push(predicate);
  }
  return all(predicates);
}

function operation(
  path: string,
  operator: string,
  operand: unknown,
  whole: Document,
  place: Place,
): Predicate | undefined {
  switch (operator) {
    case '$eq':
      return place(path, equalityTest(operand));
    case '$ne':
      if (operand instanceof RegExp) throw serverError('BadValue', "Can't have regex as arg to $ne.");
      return not(place(path, equalityTest(operand)));
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return place(path, rangeTest(operator, operand));
    case '$in':
      return place(path, anyOf(operator, operand));
    case '$nin':
      return not(place(path, anyOf(operator, operand)));
    case '$not': {
      if (operand instanceof RegExp) return not(place(path, regexTest(operand)));
      if (!isOperatorExpression(operand)) throw serverError('BadValue', '$not needs a regex or a document');
      return not(field(path, operand, place));
    }
    case '$exists': {
      const wanted = Boolean(operand);
      return (document) => visitPath(document, path, (value) => value !== undefined) === wanted;
    }
    case '$type':
      return place(path, typeTest(operand));
    case '$regex':
      if (typeof operand !== 'string' && !(operand instanceof RegExp))
        throw serverError('BadValue', '$regex has to be a string');
      return place(path, regexTest(operand, whole.$options));
    case '$options':
      if (!('$regex' in whole)) throw serverError('BadValue', '$options needs a $regex');
      return undefined;
    case '$mod':
      return place(path, modulo(operand));
    case '$size': {
      if (!Number.isInteger(operand) || (operand as number) < 0) {
        throw serverError('FailedToParse', `Failed to parse $size. Expected a non-negative whole number: ${operand}`);
      }
      return asWhole(path, (value) => Array.isArray(value) && value.length === operand);
    }
    case '$all':
      return containsAll(path, operand);
    case '$elemMatch': {
      const test = elementTest(operand);
      return asWhole(path, (value) => Array.isArray(value) && value.some(test));
    }
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return mingoQuery({ [path]: { [operator]: operand } });
  }
  throw serverError('BadValue', `unknown operator: ${operator}`);
}

function not(predicate: Predicate): Predicate {
  return (document) => !predicate(document);
}

/** The value at a path, or any element of it when it is an array, fulfils a test. */
function atPath(path: string, test: ValueTest): Predicate {
  const visit: Visit = (value, element) => test(value) || (!element && Array.isArray(value) && value.some(test));
  return (document) => visitPath(document, path, visit);
}

/** As atPath, but an array counts only as a whole. */
function asWhole(path: string, test: ValueTest): Predicate {
  return (document) => visitPath(document, path, test);
}

/** From how many values on they are looked up instead of compared one after the other. */
const many = 16;

function anyOf(operator: string, operand: unknown): ValueTest {
  if (!Array.isArray(operand)) throw serverError('BadValue', `${operator} needs an array`);
  const strings = new Set<unknown>();
  const keys = new Set<string>();
  const tests: ValueTest[] = [];
  for (const item of operand) {
    if (isOperatorExpression(item)) throw serverError('BadValue', `cannot nest $ under ${operator}`);
    if (typeof item === 'string') strings.add(item);
    else if (item === null || item instanceof RegExp || operand.length < many) {
      tests.push(item instanceof RegExp ? regexTest(item) : equalityTest(item));
    } else {
      keys.add(valueKey(item));
    }
  }
  return (value) =>
    strings.has(value) ||
    tests.some((test) => test(value)) ||
    (keys.size > 0 && value !== undefined && keys.has(valueKey(value)));
}

function modulo(operand: unknown): ValueTest {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw serverError('BadValue', 'malformed mod, needs a divisor and a remainder');
  const [divisor, remainder] = operand.map((part) => BigInt(Math.trunc(Number(part)))) as [bigint, bigint];
  if (divisor === 0n) throw serverError('BadValue', 'divisor cannot be 0');
  return (value) => {
    if (!isBsonNumber(value)) return false;
    const number = exactNumber(value);
    if (typeof number !== 'number') return (number.numerator / number.denominator) % divisor === remainder;
    return Number.isFinite(number) && BigInt(Math.trunc(number)) % divisor === remainder;
  };
}

function containsAll(path: string, operand: unknown): Predicate {
  if (!Array.isArray(operand)) throw serverError('BadValue', '$all needs an array');
  if (operand.length === 0) return () => false;
  return all(
    operand.map((item) => {
      if (isPlainObject(item) && '$elemMatch' in item) return field(path, item);
      if (isOperatorExpression(item)) throw serverError('BadValue', 'no $ expressions in $all');
      return atPath(path, item instanceof RegExp ? regexTest(item) : equalityTest(item));
    }),
  );
}

/** `$elemMatch` with operators tests the element itself, with fields the document that the element is. */
function elementTest(operand: unknown): ValueTest {
  if (!isPlainObject(operand)) throw serverError('BadValue', '$elemMatch needs an Object');
  const [first] = Object.keys(operand);
  if (isOperatorExpression(operand) && first !== undefined && !['$and', '$or', '$nor', '$expr'].includes(first)) {
    const predicate = field('element', operand, asWhole);
    return (element) => predicate({ element });
  }
  const predicate = compileFilter(operand);
  return (element) => {
    if (isPlainObject(element)) return predicate(element);
    return Array.isArray(element) && predicate({ ...element } as unknown as Document);
  };
}
