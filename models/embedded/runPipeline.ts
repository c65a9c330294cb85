import { Aggregator } from 'mingo/aggregator';
import { Context } from 'mingo/core';
import type { Document } from './document.ts';
import { mingoContext } from './mingoContext.ts';
import { mingoStages } from './mingoStages.ts';
import { serverError } from './serverError.ts';

const context = Context.from(Context.init({ pipeline: mingoStages as never }), mingoContext);

/**
 * Runs an aggregation pipeline over documents that the caller owns.
 * @param collection gives all documents of another collection (`$lookup`, `$unionWith`, …)
 * @throws MongoServerError when mingo does not know a stage or an operator, or refuses its operands
 */
export function runPipeline(
  documents: Iterable<Document>,
  pipeline: Document[],
  collection: (name: string) => Document[],
): Document[] {
  try {
    const aggregator = new Aggregator(pipeline as never, {
      context,
      scriptEnabled: false,
      collectionResolver: collection as never,
    });
    return aggregator.run(documents as never) as unknown as Document[];
  } catch (error) {
    if (error instanceof Error && error.constructor.name === 'MongoServerError') throw error;
    throw serverError('BadValue', (error as Error).message);
  }
}
