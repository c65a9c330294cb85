import mongoose from 'mongoose';
import type { Document } from './document.ts';
import { isPlainObject } from './isPlainObject.ts';
import { plainValue } from './plainValue.ts';
import { readSort } from './readSort.ts';
import type { UpdateCommand } from './writeCommands.ts';

/** The options of an update that mean something here; all of the driver's are accepted. */
export interface UpdateOptions {
  upsert?: boolean | null;
  arrayFilters?: unknown[] | null;
  sort?: unknown;
  hint?: unknown;
}

/**
 * Reads what the driver's update methods are called with.
 * @throws MongoInvalidArgumentError, as the driver does, when an update has no operators or a replacement has some
 */
export function readUpdate(
  filter: unknown,
  update: unknown,
  options: UpdateOptions,
  many: boolean,
  replace: boolean,
): UpdateCommand {
  const plain = plainValue(update) as Document | Document[];
  const { MongoInvalidArgumentError } = mongoose.mongo;
  if (!Array.isArray(plain) && !isPlainObject(plain))
    throw new MongoInvalidArgumentError('An update must be an object');
  const fields = Array.isArray(plain) ? [] : Object.keys(plain);
  if (replace && fields.some((field) => field[0] === '$')) {
    throw new MongoInvalidArgumentError('Replacement document must not contain atomic operators');
  }
  if (!replace && !Array.isArray(plain) && (fields.length === 0 || fields.some((field) => field[0] !== '$'))) {
    throw new MongoInvalidArgumentError('Update document requires atomic operators');
  }
  return {
    filter: plainValue(filter ?? {}) as Document,
    update: plain,
    replace,
    arrayFilters: options.arrayFilters ? (plainValue(options.arrayFilters) as Document[]) : undefined,
    upsert: Boolean(options.upsert),
    many,
    sort: readSort(options.sort),
    hint: options.hint,
  };
}
