import { evalExpr } from 'mingo/core';
import { compileFilter, type Predicate } from './compileFilter.ts';
import type { Document } from './document.ts';
import { isPlainObject } from './isPlainObject.ts';
import { mingoContext } from './mingoContext.ts';
import { positionalIndex } from './positionalIndex.ts';
import { serverError } from './serverError.ts';

/** Makes the result of a find out of a document that the caller owns. */
export type Projection = (document: Document) => Document;

/** What a projection says of one field: keep or leave out, look deeper, or compute something. */
type Rule = boolean | Tree | ((value: unknown, document: Document) => unknown);
interface Tree {
  [field: string]: Rule;
}

/**
 * Makes a MongoDB projection into a function: inclusion or exclusion with dotted paths, `$slice`, `$elemMatch`, the
 * position `$`, and computed fields.
 * @param filter the find's filter, for the position
 * @returns undefined when there is nothing to project
 * @throws MongoServerError for a projection that mixes inclusion and exclusion, or that the engine does not know
 */
export function compileProjection(projection: Document, filter: Document): Projection | undefined {
  const paths = Object.keys(projection);
  if (paths.length === 0) return undefined;
  const tree: Tree = {};
  let inclusive: boolean | undefined;
  for (const path of paths) {
    const rule = readRule(path, projection[path], filter);
    const including = rule === true || (typeof rule === 'function' && !isSlice(projection[path]));
    if (path !== '_id' && (typeof rule === 'boolean' || including)) {
      if (inclusive !== undefined && inclusive !== including) {
        throw serverError(
          'BadValue',
          `Cannot do ${including ? 'inclusion' : 'exclusion'} on field ${path} in ${inclusive ? 'inclusion' : 'exclusion'} projection`,
        );
      }
      inclusive = including;
    }
    plant(tree, path.replace(/\.\$$/, ''), rule);
  }
  inclusive ??= projection._id !== undefined && Object.keys(tree).length === 1 ? tree._id === true : false;
  if (inclusive && tree._id === undefined) tree._id = true;
  const keepOthers = !inclusive;
  return (document) => {
    const result = project(document, tree, keepOthers, document);
    for (const path of paths) compute(result, document, path, projection[path]);
    return result;
  };
}

function isSlice(specification: unknown): boolean {
  return isPlainObject(specification) && '$slice' in specification;
}

function readRule(path: string, specification: unknown, filter: Document): Rule {
  if (path.endsWith('.$')) {
    const array = path.slice(0, -2);
    return (value, document) => (Array.isArray(value) ? [value[positionalIndex(filter, document, array)]] : value);
  }
  if (typeof specification === 'boolean' || typeof specification === 'number') return Boolean(specification);
  if (!isPlainObject(specification)) return (value) => value;
  if ('$slice' in specification) return slice(specification.$slice);
  if ('$elemMatch' in specification) return elementMatching(specification.$elemMatch as Document);
  if ('$meta' in specification) throw serverError('BadValue', 'The built-in store does not support $meta');
  const fields = Object.keys(specification);
  if (fields.length > 0 && fields.every((field) => field[0] !== '$')) {
    const tree: Tree = {};
    for (const field of fields) plant(tree, field, readRule(`${path}.${field}`, specification[field], filter));
    return tree;
  }
  return (value) => value;
}

function slice(operand: unknown): (value: unknown) => unknown {
  const [skip, limit] = Array.isArray(operand) ? (operand as [number, number]) : [undefined, operand as number];
  if (!Number.isInteger(limit)) throw serverError('BadValue', 'Invalid $slice: it takes whole numbers');
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (skip === undefined) return limit < 0 ? value.slice(limit) : value.slice(0, limit);
    const start = skip < 0 ? Math.max(value.length + skip, 0) : skip;
    return value.slice(start, start + limit);
  };
}

function elementMatching(condition: Document): (value: unknown) => unknown {
  const predicate: Predicate = compileFilter({ element: { $elemMatch: condition } });
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const index = value.findIndex((element) => predicate({ element: [element] }));
    return index < 0 ? undefined : [value[index]];
  };
}

function plant(tree: Tree, path: string, rule: Rule): void {
  const parts = path.split('.');
  let at = tree;
  for (const part of parts.slice(0, -1)) {
    const inner = at[part];
    if (inner !== undefined && typeof inner !== 'object') throw serverError('BadValue', `Path collision at ${path}`);
    const deeper: Tree = inner ?? {};
    at[part] = deeper;
    at = deeper;
  }
  const last = parts[parts.length - 1] as string;
  if (at[last] !== undefined) throw serverError('BadValue', `Path collision at ${path}`);
  at[last] = rule;
}

function project(document: Document, tree: Tree, keepOthers: boolean, root: Document): Document {
  const result: Document = {};
  for (const field of Object.keys(document)) {
    const rule = Object.hasOwn(tree, field) ? tree[field] : keepOthers;
    const value = projectValue(document[field], rule as Rule, keepOthers, root);
    if (value !== undefined) result[field] = value;
  }
  return result;
}

function projectValue(value: unknown, rule: Rule, keepOthers: boolean, root: Document): unknown {
  if (rule === true) return value;
  if (rule === false) return undefined;
  if (typeof rule === 'function') return rule(value, root);
  if (Array.isArray(value)) {
    return value.map((element) => projectValue(element, rule, keepOthers, root)).filter((each) => each !== undefined);
  }
  if (isPlainObject(value)) return project(value, rule, keepOthers, root);
  return keepOthers ? value : undefined;
}

/** Adds what an expression gives (`{ total: { $add: ['$a', '$b'] } }`, `{ copy: '$a' }`). */
function compute(result: Document, document: Document, path: string, specification: unknown): void {
  const isText = typeof specification === 'string';
  const [operator] = isPlainObject(specification) ? Object.keys(specification) : [];
  const isExpression = operator?.startsWith('$') && operator !== '$slice' && operator !== '$elemMatch';
  if (!isText && !isExpression) return;
  const value = evalExpr(document as never, specification as never, { context: mingoContext } as never) as unknown;
  if (value === undefined) delete result[path];
  else result[path] = value;
}
