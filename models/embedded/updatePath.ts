import type { Document } from './document.ts';
import { isPlainObject } from './isPlainObject.ts';
import { serverError } from './serverError.ts';

/** The place that a path ends at: an object and a field, or an array and a position. */
export interface Place {
  parent: Document;
  field: string;
}

const digits = /^(0|[1-9]\d*)$/;
/** MongoDB refuses to fill up an array with more nulls than this. */
const widestGap = 1_500_000;

/**
 * Finds the place that an update's path means.
 * @param parts the path, without placeholders for positions
 * @param create whether missing documents on the way are made (`$set`) or end the search (`$unset`)
 * @returns the place, whose field may be missing; undefined when the way to it is, and was not to be made
 * @throws MongoServerError when a value on the way can have no fields
 */
export function updatePlace(document: Document, parts: string[], create: boolean): Place | undefined {
  let parent: Document = document;
  for (let i = 0; ; i++) {
    const field = parts[i] as string;
    if (Array.isArray(parent) && !digits.test(field)) {
      if (!create) return undefined;
      throw notViable(parts, i, parent);
    }
    if (i === parts.length - 1) return { parent, field };
    const inner = valueAt({ parent, field });
    if (isPlainObject(inner) || Array.isArray(inner)) {
      parent = inner as Document;
    } else if (!create) {
      return undefined;
    } else if (inner === undefined) {
      const made: Document = {};
      setAt({ parent, field }, made);
      parent = made;
    } else {
      throw notViable(parts, i + 1, inner);
    }
  }
}

function notViable(parts: string[], at: number, inner: unknown): Error {
  const element = `{${parts[at - 1] ?? ''}: ${JSON.stringify(inner)}}`;
  return serverError('PathNotViable', `Cannot create field '${parts[at]}' in element ${element}`);
}

/** The value at a place; undefined when there is none. */
export function valueAt({ parent, field }: Place): unknown {
  return Object.hasOwn(parent, field) ? parent[field] : undefined;
}

/** Puts a value at a place; an array that is too short is filled up with nulls. */
export function setAt({ parent, field }: Place, value: unknown): void {
  if (Array.isArray(parent)) {
    const position = Number(field);
    if (position - parent.length > widestGap)
      throw serverError('BadValue', `can't backfill array to ${position} elements`);
    while (parent.length < position) parent.push(null);
    parent[position] = value;
  } else if (field === '__proto__') {
    Object.defineProperty(parent, field, { value, enumerable: true, configurable: true, writable: true });
  } else {
    parent[field] = value;
  }
}

/** Removes the value at a place; in an array a null takes its place. */
export function unsetAt({ parent, field }: Place): void {
  if (!Object.hasOwn(parent, field)) return;
  if (Array.isArray(parent)) parent[Number(field)] = null;
  else delete parent[field];
}
