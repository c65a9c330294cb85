import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';
import type { Document } from './document.ts';

/** After how many results a long read lets other work go first. */
const breath = 500;

/**
 * The results of a find, an aggregation or a listing, one after the other, with the methods of the driver's cursors.
 * Nothing is read before the first result is asked for.
 */
export class ResultCursor extends EventEmitter {
  readonly #start: () => Iterable<Document>;
  readonly #explain: () => Document;
  #iterator: Iterator<Document> | undefined;
  #peeked: Document | null | undefined;
  #transforms: ((document: never) => unknown)[] = [];
  closed = false;

  /**
   * @param start begins to read, from the beginning each time
   * @param explain says how the results are found
   */
  constructor(start: () => Iterable<Document>, explain: () => Document = () => ({})) {
    super();
    this.#start = start;
    this.#explain = explain;
  }

  /** The next result; null at the end and after `close`. */
  async next(): Promise<Document | null> {
    const peeked = this.#peeked;
    this.#peeked = undefined;
    return peeked === undefined ? this.#advance() : peeked;
  }

  /** As `next`: there are no cursors here that wait for more. */
  tryNext(): Promise<Document | null> {
    return this.next();
  }

  /** Whether there is another result. */
  async hasNext(): Promise<boolean> {
    this.#peeked ??= this.#advance();
    return this.#peeked !== null;
  }

  #advance(): Document | null {
    if (this.closed) return null;
    this.#iterator ??= this.#start()[Symbol.iterator]();
    const { done, value } = this.#iterator.next();
    if (done) {
      this.#end();
      return null;
    }
    return this.#transforms.reduce<unknown>((result, transform) => transform(result as never), value) as Document;
  }

  /** All (remaining) results. */
  async toArray(): Promise<Document[]> {
    const results: Document[] = [];
    for (let result = await this.next(); result !== null; result = this.#advance()) {
      results.push(result);
      if (results.length % breath === 0) await new Promise<void>((resolve) => setImmediate(resolve));
    }
    return results;
  }

  /** Calls a function with each result until it returns false. */
  async forEach(visit: (document: Document) => unknown): Promise<void> {
    for await (const document of this) if (visit(document) === false) break;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Document> {
    try {
      for (let result = await this.next(); result !== null; result = await this.next()) yield result;
    } finally {
      await this.close();
    }
  }

  /** The results as a stream of objects. */
  stream(): Readable {
    return Readable.from(this);
  }

  /** Changes each result before it is given out. */
  map(transform: (document: never) => unknown): this {
    this.#transforms.push(transform);
    return this;
  }

  /** Begins anew. */
  rewind(): void {
    this.#iterator = undefined;
    this.#peeked = undefined;
    this.closed = false;
  }

  /** Ends the reading. */
  async close(): Promise<void> {
    if (!this.closed) this.#end();
  }

  #end(): void {
    this.closed = true;
    this.#iterator?.return?.();
    this.emit('close');
  }

  /** How the results are found, in the form of MongoDB's `explain`. */
  async explain(): Promise<Document> {
    return this.#explain();
  }

  /** Without meaning here: results are not fetched in batches. */
  batchSize(): this {
    return this;
  }

  /** Without meaning here. */
  addCursorFlag(): this {
    return this;
  }

  /** Without meaning here. */
  maxTimeMS(): this {
    return this;
  }

  /** How many results were fetched but not given out: none. */
  bufferedCount(): number {
    return 0;
  }
}
