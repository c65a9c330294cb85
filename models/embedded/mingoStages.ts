import { Lazy } from 'mingo/lazy';
import { Query } from 'mingo/query';
import type { Options } from 'mingo/types';
import { compileFilter } from './compileFilter.ts';
import type { Document } from './document.ts';
import { readSort } from './readSort.ts';
import { sortDocuments } from './sortDocuments.ts';

interface Iterator {
  filter(predicate: (document: Document) => boolean): Iterator;
  transform(change: (documents: Document[]) => unknown): Iterator;
}

/** The stages of a pipeline that must know BSON's values: what matches, and in which order. */
export const mingoStages = {
  $match: (documents: Iterator, filter: Document, options: Options) => {
    // Within a $lookup, expressions refer to its variables, which are in mingo's options.
    const expression = ($expr: unknown) => {
      const query = new Query({ $expr } as never, options);
      return (document: Document) => query.test(document as never);
    };
    return documents.filter(compileFilter(filter, expression));
  },
  $sort: (documents: Iterator, sort: Document) => {
    const order = readSort(sort);
    return documents.transform((all) => Lazy(sortDocuments(all, order, (document) => document) as never));
  },
};
