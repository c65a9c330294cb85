import type { Catalog } from './catalog.ts';
import { DocumentTable } from './documentTable.ts';
import type { RecordFile } from './recordFile.ts';
import { serverError } from './serverError.ts';

/** What the parts of the engine share while a store is open. */
export class EmbeddedDatabase {
  readonly name: string;
  readonly file: RecordFile;
  readonly catalog: Catalog;
  /** The present, for `$currentDate` and for documents that expire. */
  readonly now: () => Date;
  readonly #tables = new Map<string, DocumentTable>();

  constructor(name: string, file: RecordFile, catalog: Catalog, now: () => Date) {
    this.name = name;
    this.file = file;
    this.catalog = catalog;
    this.now = now;
  }

  /**
   * The documents of a collection, which need not exist yet.
   * @throws MongoServerError for a name that a server would refuse
   */
  table(name: string): DocumentTable {
    let table = this.#tables.get(name);
    if (!table) {
      if (name === '' || name.includes('$') || name.includes('\0') || name.startsWith('system.') || name.length > 255) {
        throw serverError('InvalidNamespace', `Invalid collection name: ${name}`);
      }
      table = new DocumentTable(this.file, this.catalog, this.name, name);
      this.#tables.set(name, table);
    }
    return table;
  }
}
