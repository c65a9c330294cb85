import type { Document } from './document.ts';
import { isOperatorExpression } from './isOperatorExpression.ts';
import { isPlainObject } from './isPlainObject.ts';
import { KeyWriter } from './keyWriter.ts';
import { orderOfType } from './orderOfType.ts';
import { regexParts } from './regexParts.ts';
import { typeOrder } from './typeOrder.ts';

/** One end of an interval of index keys: with `inclusive`, everything that begins with the bytes belongs to it. */
export interface Bound {
  bytes: Buffer;
  inclusive: boolean;
}

/** The keys that a value must have, at one path, for a document to fulfil part of a filter. */
export interface Constraint {
  /** Single values, or the ends of ranges, as encoded keys. */
  intervals: { lower: Bound; upper: Bound }[];
  /** The values, when the intervals are single values. */
  points?: unknown[];
  /** Whether a document without the path cannot fulfil it. */
  excludesMissing: boolean;
}

const writer = new KeyWriter();

/**
 * What a filter demands of each path, as far as an index can make use of it; every document that fulfils the filter
 * lies within all of the constraints, though not the other way round.
 * @param filter with plain values, already known to be valid
 */
export function pathConstraints(filter: Document): Map<string, Constraint[]> {
  const constraints = new Map<string, Constraint[]>();
  collect(filter, '', constraints);
  return constraints;
}

function collect(filter: Document, prefix: string, constraints: Map<string, Constraint[]>): void {
  const add = (path: string, constraint: Constraint | undefined) => {
    if (!constraint) return;
    const known = constraints.get(path);
    if (known) known.push(constraint);
    else constraints.set(path, [constraint]);
  };
  for (const key of Object.keys(filter)) {
    const condition = filter[key];
    if (key === '$and') {
      for (const branch of condition as Document[]) collect(branch, prefix, constraints);
    } else if (key[0] !== '$') {
      const path = prefix + key;
      if (!isOperatorExpression(condition)) {
        add(path, condition instanceof RegExp ? prefixOf(condition, undefined) : points([condition]));
        continue;
      }
      for (const operator of Object.keys(condition)) {
        const operand = condition[operator];
        if (operator === '$elemMatch' && isPlainObject(operand) && !isOperatorExpression(operand)) {
          collect(operand, `${path}.`, constraints);
        } else {
          add(path, constraintOf(operator, operand, condition));
        }
      }
    }
  }
}

function constraintOf(operator: string, operand: unknown, whole: Document): Constraint | undefined {
  switch (operator) {
    case '$eq':
      return points([operand]);
    case '$in':
      return points(operand as unknown[]);
    case '$all': {
      const [first] = operand as unknown[];
      return isOperatorExpression(first) ? undefined : points([first]);
    }
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return range(operator, operand);
    case '$regex':
      return prefixOf(operand, whole.$options);
  }
  return undefined;
}

function encode(value: unknown): Buffer {
  writer.reset();
  writer.value(value);
  return writer.bytes();
}

function points(values: unknown[]): Constraint | undefined {
  if (values.some((value) => Array.isArray(value) || value instanceof RegExp)) return undefined;
  const intervals = values.map((value) => {
    const bytes = encode(value);
    return { lower: { bytes, inclusive: true }, upper: { bytes, inclusive: true } };
  });
  return { intervals, points: values, excludesMissing: !values.includes(null) };
}

function range(operator: string, operand: unknown): Constraint | undefined {
  const order = orderOfType(operand);
  if (order === typeOrder.null) return operator.endsWith('e') ? points([null]) : undefined;
  const unordered: number[] = [typeOrder.minKey, typeOrder.maxKey, typeOrder.array, typeOrder.object];
  if (unordered.includes(order)) return undefined;
  const ofType = { bytes: Buffer.from([order]), inclusive: true };
  const bound = { bytes: encode(operand), inclusive: operator.endsWith('e') };
  const interval = operator[1] === 'g' ? { lower: bound, upper: ofType } : { lower: ofType, upper: bound };
  return { intervals: [interval], excludesMissing: true };
}

/** `^abc` lets through only texts that begin so. */
function prefixOf(regex: unknown, options: unknown): Constraint | undefined {
  const { pattern, flags } = typeof regex === 'string' ? { pattern: regex, flags: '' } : regexParts(regex);
  const allFlags = flags + (typeof options === 'string' ? options : '');
  const literal = /^\^([\w@ -]+)/.exec(pattern);
  if (!literal || allFlags !== '' || pattern.includes('|')) return undefined;
  // A quantifier may do away with the last character.
  const text = /^[*?{+]/.test(pattern.slice(literal[0].length)) ? literal[1]?.slice(0, -1) : literal[1];
  if (!text) return undefined;
  const bytes = Buffer.concat([Buffer.from([typeOrder.string]), Buffer.from(text)]);
  return {
    intervals: [{ lower: { bytes, inclusive: true }, upper: { bytes, inclusive: true } }],
    excludesMissing: true,
  };
}
