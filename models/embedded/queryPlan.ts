import type { IndexDefinition } from './indexDefinition.ts';

/** A stretch of index keys, from `start` up to, but without, `end`. */
export interface KeyRange {
  start: Buffer;
  end: Buffer;
}

/** How the documents that may fulfil a filter are found. */
export type QueryPlan =
  | { kind: 'collection' }
  | {
      kind: 'index';
      index: IndexDefinition;
      /** Apart from one another and in key order. */
      ranges: KeyRange[];
      /** Each range is a single whole key of a unique index. */
      exact: boolean;
      reverse: boolean;
      /** Documents come in the order that was asked for. */
      sorted: boolean;
    }
  | { kind: 'union'; plans: QueryPlan[] };
