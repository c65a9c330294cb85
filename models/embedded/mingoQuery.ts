import { Query } from 'mingo/query';
import type { Document } from './document.ts';
import { mingoContext } from './mingoContext.ts';
import { serverError } from './serverError.ts';

/**
 * A filter that mingo judges: `$expr` and the bit operators.
 * @throws MongoServerError when mingo does not know an operator in it
 */
export function mingoQuery(filter: Document): (document: Document) => boolean {
  try {
    const query = new Query(filter as never, { context: mingoContext, scriptEnabled: false, useStrictMode: true });
    return (document) => query.test(document as never);
  } catch (error) {
    throw serverError('BadValue', (error as Error).message);
  }
}
