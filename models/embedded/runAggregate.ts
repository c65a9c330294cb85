import type { Document } from './document.ts';
import type { EmbeddedDatabase } from './embeddedDatabase.ts';
import { readBson } from './readBson.ts';
import { readSort } from './readSort.ts';
import { runPipeline } from './runPipeline.ts';
import { type Query, search } from './search.ts';
import { serverError } from './serverError.ts';

const unsupported = new Set([
  '$out',
  '$merge',
  '$changeStream',
  '$collStats',
  '$indexStats',
  '$geoNear',
  '$search',
  '$searchMeta',
  '$vectorSearch',
  '$currentOp',
  '$listSessions',
]);

/**
 * Prepares an aggregation: what the pipeline begins with (`$match`, `$sort`, `$skip`, `$limit`, in an order that means
 * the same) is searched for with the indexes, the rest is mingo's.
 * @param pipeline with plain values
 * @throws MongoServerError for stages that write or that the engine does not know
 */
export function runAggregate(
  database: EmbeddedDatabase,
  collection: string | undefined,
  pipeline: Document[],
): { query: Query; results: () => Document[] } {
  for (const stage of pipeline) {
    const names = Object.keys(stage);
    const [name] = names;
    if (names.length !== 1 || !name?.startsWith('$')) {
      throw serverError('FailedToParse', 'A pipeline stage specification object must contain exactly one field.');
    }
    if (unsupported.has(name)) throw serverError('CommandNotSupported', `The built-in store does not support ${name}`);
  }
  const { query, rest } = leadingSearch(pipeline);
  const results = () => {
    const loaded = new Map<string, Document[]>();
    const load = (name: string) => {
      let documents = loaded.get(name);
      if (!documents) {
        const plan = { kind: 'collection' } as const;
        const found = database.table(name).find(plan, { keysExamined: 0, documentsExamined: 0 });
        documents = Array.from(found, ({ bson }) => readBson(bson));
        loaded.set(name, documents);
      }
      return documents;
    };
    const input =
      collection === undefined ? [] : Array.from(search(database.table(collection), query).matches, (m) => m.document);
    return rest.length === 0 ? input : runPipeline(input, rest, load);
  };
  return { query, results };
}

function leadingSearch(pipeline: Document[]): { query: Query; rest: Document[] } {
  const query: Query = { filter: {}, sort: [], skip: 0, limit: 0 };
  let used = 0;
  for (const stage of pipeline) {
    if (stage.$match && query.sort.length === 0 && query.skip === 0 && query.limit === 0) {
      query.filter = used === 0 ? (stage.$match as Document) : { $and: [query.filter, stage.$match] };
    } else if (stage.$sort && query.sort.length === 0 && query.skip === 0 && query.limit === 0) {
      query.sort = readSort(stage.$sort);
    } else if (typeof stage.$skip === 'number' && query.skip === 0 && query.limit === 0) {
      query.skip = stage.$skip;
    } else if (typeof stage.$limit === 'number' && stage.$limit > 0 && query.limit === 0) {
      query.limit = stage.$limit;
    } else {
      break;
    }
    used++;
  }
  return { query, rest: pipeline.slice(used) };
}
