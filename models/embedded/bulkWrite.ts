import mongoose from 'mongoose';
import { BSON } from './bson.ts';
import { BulkOperationError } from './bulkOperationError.ts';
import type { Document } from './document.ts';
import type { DocumentTable } from './documentTable.ts';
import type { EmbeddedDatabase } from './embeddedDatabase.ts';
import { nativeDriver } from './nativeDriver.ts';
import { plainValue } from './plainValue.ts';
import { readSort } from './readSort.ts';
import { readUpdate } from './readUpdate.ts';
import { refuseOptions } from './refuseOptions.ts';
import { type Prepared, prepareDelete, prepareInsert, prepareUpdate, type UpdateOutcome } from './writeCommands.ts';

/** One step of a bulk write: the name of the operation and what it takes. */
export type BulkOperation = { [operation: string]: unknown };

interface Totals {
  nInserted: number;
  nMatched: number;
  nModified: number;
  nRemoved: number;
  nUpserted: number;
  insertedIds: { index: number; _id: unknown }[];
  upserted: { index: number; _id: unknown }[];
  writeErrors: BulkOperationError[];
  writeConcernErrors: never[];
  ok: 1;
}

/**
 * Carries out many writes in their order and in one transaction; each may fail by itself, and ends the work when
 * `ordered`, which is the default.
 * @throws MongoBulkWriteError with everything that was done and everything that went wrong; before anything is done,
 * MongoInvalidArgumentError for an operation that does not exist
 */
export async function runBulk(
  database: EmbeddedDatabase,
  table: DocumentTable,
  operations: BulkOperation[],
  options: { ordered?: boolean; ignoreUndefined?: boolean },
): Promise<mongoose.mongo.BulkWriteResult> {
  const { MongoInvalidArgumentError, MongoBulkWriteError } = mongoose.mongo;
  if (!Array.isArray(operations) || operations.length === 0) {
    throw new MongoInvalidArgumentError('Invalid BulkOperation, Batch cannot be empty');
  }
  const ordered = options.ordered ?? true;
  const totals: Totals = {
    nInserted: 0,
    nMatched: 0,
    nModified: 0,
    nRemoved: 0,
    nUpserted: 0,
    insertedIds: [],
    upserted: [],
    writeErrors: [],
    writeConcernErrors: [],
    ok: 1,
  };
  const steps = operations.map((operation, index) => step(database, table, operation, index, totals, options));
  await database.file.write(() => {
    for (const [index, run] of steps.entries()) {
      try {
        run();
      } catch (error) {
        if (!(error instanceof mongoose.mongo.MongoServerError)) throw error;
        totals.writeErrors.push(new BulkOperationError(index, error, operations[index]));
        if (ordered) return;
      }
    }
  });
  const result = new nativeDriver.BulkWriteResult(totals, ordered);
  const [first] = totals.writeErrors;
  if (!first) return result;
  throw new MongoBulkWriteError(
    { message: first.errmsg ?? '', code: first.code, writeErrors: totals.writeErrors } as never,
    result,
  );
}

function step(
  database: EmbeddedDatabase,
  table: DocumentTable,
  operation: BulkOperation,
  index: number,
  totals: Totals,
  options: { ignoreUndefined?: boolean },
): () => void {
  const [name = ''] = Object.keys(operation);
  const argument = (operation[name] ?? {}) as Document;
  refuseOptions(argument);
  switch (name) {
    case 'insertOne': {
      const document = (argument.document ?? argument) as Document;
      if (document._id === undefined || document._id === null) document._id = new BSON.ObjectId();
      totals.insertedIds.push({ index, _id: document._id });
      return later(
        () => prepareInsert(table, document, options.ignoreUndefined ?? false),
        () => {
          totals.nInserted++;
        },
      );
    }
    case 'updateOne':
    case 'updateMany':
    case 'replaceOne': {
      const replace = name === 'replaceOne';
      const update = replace ? argument.replacement : argument.update;
      const command = readUpdate(argument.filter, update, argument, name === 'updateMany', replace);
      return later(
        () => prepareUpdate(table, command, database.now),
        (outcome: UpdateOutcome) => {
          totals.nMatched += outcome.matched;
          totals.nModified += outcome.modified;
          if (outcome.upsertedId === undefined) return;
          totals.nUpserted++;
          totals.upserted.push({ index, _id: outcome.upsertedId });
        },
      );
    }
    case 'deleteOne':
    case 'deleteMany': {
      const filter = plainValue(argument.filter ?? {}) as Document;
      const command = { filter, many: name === 'deleteMany', sort: readSort(undefined), hint: argument.hint };
      return later(
        () => prepareDelete(table, command),
        ({ deleted }) => {
          totals.nRemoved += deleted;
        },
      );
    }
  }
  throw new mongoose.mongo.MongoInvalidArgumentError(
    'bulkWrite only supports insertOne, insertMany, updateOne, updateMany, removeOne, removeMany, deleteOne, deleteMany',
  );
}

/** Prepared only when its turn comes, so that what is wrong with it is its own error and not that of the whole. */
function later<T>(prepare: () => Prepared<T>, done: (outcome: T) => void): () => void {
  return () => done(prepare()());
}
