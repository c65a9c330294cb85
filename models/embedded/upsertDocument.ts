import { BSON } from './bson.ts';
import type { Document } from './document.ts';
import { isOperatorExpression } from './isOperatorExpression.ts';
import { isPlainObject } from './isPlainObject.ts';
import { plainValue } from './plainValue.ts';
import { serverError } from './serverError.ts';
import { setAt, updatePlace, valueAt } from './updatePath.ts';

/**
 * What an upsert starts from when it finds nothing: the values that the filter demands by equality.
 * @throws MongoServerError when the filter demands two values of one path
 */
export function upsertDocument(filter: Document): Document {
  const document: Document = {};
  fill(document, filter);
  return document;
}

function fill(document: Document, filter: Document): void {
  for (const [key, condition] of Object.entries(filter)) {
    if (key === '$and') {
      for (const branch of condition as Document[]) fill(document, branch);
    } else if (key === '$or' && (condition as Document[]).length === 1) {
      fill(document, (condition as Document[])[0] as Document);
    } else if (key[0] !== '$') {
      const value = demanded(condition);
      if (value === undefined) continue;
      const place = updatePlace(document, key.split('.'), true);
      if (!place) continue;
      if (valueAt(place) !== undefined) {
        throw serverError('BadValue', `cannot infer query fields to set, path '${key}' is matched twice`);
      }
      setAt(place, plainValue(value));
    }
  }
}

function demanded(condition: unknown): unknown {
  if (condition instanceof RegExp) return undefined;
  if (!isOperatorExpression(condition)) return condition;
  if ('$eq' in condition) return condition.$eq;
  for (const operator of ['$in', '$all']) {
    const operand = condition[operator];
    if (
      Array.isArray(operand) &&
      operand.length === 1 &&
      !(operand[0] instanceof RegExp) &&
      !isPlainObject(operand[0])
    ) {
      return operand[0];
    }
  }
  return undefined;
}

/** The document with its `_id` first, a new one if it has none, as MongoDB stores it. */
export function withId(document: Document): Document {
  const { _id = new BSON.ObjectId(), ...rest } = document;
  return { _id, ...rest };
}
