import { compareValues } from './compareValues.ts';
import { compileFilter } from './compileFilter.ts';
import type { Document } from './document.ts';
import type { EmbeddedDatabase } from './embeddedDatabase.ts';
import type { IndexDefinition } from './indexDefinition.ts';
import { search } from './search.ts';
import { sortValue } from './sortValue.ts';

/** How many documents are removed in one transaction: other writes need not wait long. */
const portion = 200;

/**
 * Removes the documents whose time is over, by all indexes with `expireAfterSeconds`: those whose date (the earliest, in
 * an array) lies at least so long back. Values that are no dates never expire, as in MongoDB.
 * @returns how many documents were removed
 */
export async function purgeExpired(database: EmbeddedDatabase): Promise<number> {
  let removed = 0;
  for (const { name, indexes } of database.catalog.all()) {
    for (const index of indexes) {
      if (index.expireAfterSeconds !== undefined) removed += await purgeIndex(database, name, index);
    }
  }
  return removed;
}

async function purgeIndex(database: EmbeddedDatabase, collection: string, index: IndexDefinition): Promise<number> {
  const [path = ''] = Object.keys(index.key);
  const latest = new Date(database.now().getTime() - (index.expireAfterSeconds ?? 0) * 1000);
  const belongs = compileFilter(index.partialFilterExpression ?? {});
  const due = (document: Document) => {
    const date = sortValue(document, path, 1);
    return belongs(document) && date instanceof Date && compareValues(date, latest) <= 0;
  };
  const filter = { [path]: { $lte: latest }, ...index.partialFilterExpression };
  for (let removed = 0; ; ) {
    const count = await database.file.write(() => {
      const table = database.table(collection);
      const expired = [];
      for (const match of search(table, { filter, sort: [], skip: 0, limit: 0 }).matches) {
        if (due(match.document)) expired.push(match);
        if (expired.length === portion) break;
      }
      for (const { record, document } of expired) table.remove(record, document);
      return expired.length;
    });
    removed += count;
    if (count < portion) return removed;
  }
}
