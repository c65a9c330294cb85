import { BSON } from './bson.ts';
import { compileProjection } from './compileProjection.ts';
import type { Document } from './document.ts';
import type { DocumentTable } from './documentTable.ts';
import { explainSearch } from './explainSearch.ts';
import { plainValue } from './plainValue.ts';
import { readSort } from './readSort.ts';
import { ResultCursor } from './resultCursor.ts';
import { type Match, type Query, search } from './search.ts';

/** The options of a find that mean something here; all of the driver's are accepted. */
export interface FindOptions {
  sort?: unknown;
  skip?: number | null;
  limit?: number | null;
  projection?: unknown;
  hint?: unknown;
  raw?: boolean;
  promoteLongs?: boolean;
  promoteValues?: boolean;
  promoteBuffers?: boolean;
  useBigInt64?: boolean;
  bsonRegExp?: boolean;
}

const decodings = ['promoteLongs', 'promoteValues', 'promoteBuffers', 'useBigInt64', 'bsonRegExp'] as const;

/** The results of a find; what is asked for may still be refined until the first result is read. */
export class FindCursor extends ResultCursor {
  readonly #query: Query;
  readonly #options: FindOptions;

  /** @throws MongoServerError for a filter, sort or projection that a server would refuse */
  constructor(table: () => DocumentTable, filter: unknown, options: FindOptions) {
    const query: Query = {
      filter: plainValue(filter ?? {}) as Document,
      sort: readSort(options.sort),
      skip: options.skip ?? 0,
      limit: Math.abs(options.limit ?? 0),
      hint: options.hint,
    };
    const chosen = { ...options };
    super(
      () => results(table(), query, chosen),
      () => explainSearch(table(), query),
    );
    this.#query = query;
    this.#options = chosen;
  }

  filter(filter: object): this {
    this.#query.filter = plainValue(filter) as Document;
    return this;
  }

  sort(sort: unknown, direction?: unknown): this {
    this.#query.sort = readSort(sort, direction);
    return this;
  }

  skip(count: number): this {
    this.#query.skip = count;
    return this;
  }

  limit(count: number): this {
    this.#query.limit = Math.abs(count);
    return this;
  }

  project(projection: object): this {
    this.#options.projection = projection;
    return this;
  }

  hint(hint: unknown): this {
    this.#query.hint = hint;
    return this;
  }
}

function* results(table: DocumentTable, query: Query, options: FindOptions): Generator<Document> {
  const project = options.projection
    ? compileProjection(plainValue(options.projection) as Document, query.filter)
    : undefined;
  const special = options.raw || decodings.some((name) => options[name] !== undefined && options[name] !== null);
  for (const match of search(table, query).matches) {
    const document = special ? decode(match, options) : match.document;
    yield project ? project(document) : document;
  }
}

function decode({ bson }: Match, options: FindOptions): Document {
  if (options.raw) return bson as unknown as Document;
  const chosen = Object.fromEntries(
    decodings.filter((name) => options[name] != null).map((name) => [name, options[name]]),
  );
  return BSON.deserialize(bson, chosen) as Document;
}
