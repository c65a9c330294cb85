import type { Document } from './document.ts';
import { EmbeddedCollection } from './embeddedCollection.ts';
import type { EmbeddedDatabase } from './embeddedDatabase.ts';
import { isPlainObject } from './isPlainObject.ts';
import { plainValue } from './plainValue.ts';
import { refuseOptions } from './refuseOptions.ts';
import { ResultCursor } from './resultCursor.ts';
import { runAggregate } from './runAggregate.ts';
import { serverError } from './serverError.ts';

/** The database with the methods of the MongoDB driver's `Db` that mongoose and Usher call. */
export class EmbeddedDb {
  readonly #database: EmbeddedDatabase;

  constructor(database: EmbeddedDatabase) {
    this.#database = database;
  }

  get databaseName(): string {
    return this.#database.name;
  }

  collection(name: string): EmbeddedCollection {
    return new EmbeddedCollection(this.#database, name);
  }

  /** @throws MongoServerError when it exists, or is to be of a kind that the engine does not have */
  async createCollection(name: string, options: Document = {}): Promise<EmbeddedCollection> {
    refuseOptions(options);
    for (const kind of ['capped', 'timeseries', 'viewOn', 'validator', 'expireAfterSeconds', 'clusteredIndex']) {
      if (options?.[kind])
        throw serverError('CommandNotSupported', `The built-in store has no collections with '${kind}'`);
    }
    this.#database.table(name);
    if (this.#database.catalog.get(name)) {
      throw serverError('NamespaceExists', `Collection ${this.databaseName}.${name} already exists.`);
    }
    await this.#database.file.write(() => this.#database.catalog.getOrCreate(name));
    return this.collection(name);
  }

  async dropCollection(name: string): Promise<boolean> {
    return this.collection(name).drop();
  }

  async dropDatabase(): Promise<boolean> {
    await this.#database.file.write(() => {
      for (const { name } of this.#database.catalog.all()) this.#database.table(name).drop();
    });
    return true;
  }

  listCollections(filter: Document = {}): ResultCursor {
    const { name: wanted } = (plainValue(filter ?? {}) as Document) ?? {};
    return new ResultCursor(() =>
      this.#database.catalog
        .all()
        .filter(({ name }) => wanted === undefined || name === wanted)
        .map(({ name }) => ({ name, type: 'collection', options: {}, info: { readOnly: false } })),
    );
  }

  async collections(): Promise<EmbeddedCollection[]> {
    return this.#database.catalog.all().map(({ name }) => this.collection(name));
  }

  aggregate(pipeline: unknown = [], options: object = {}): ResultCursor {
    refuseOptions(options);
    return new ResultCursor(runAggregate(this.#database, undefined, plainValue(pipeline) as Document[]).results);
  }

  /** @throws MongoServerError for every command but `ping` */
  async command(command: Document): Promise<Document> {
    const [name] = isPlainObject(command) ? Object.keys(command) : [];
    if (name === 'ping') return { ok: 1 };
    throw serverError('CommandNotFound', `The built-in store has no command '${name}'`);
  }

  admin() {
    return {
      ping: () => this.command({ ping: 1 }),
      command: (command: Document) => this.command(command),
      listDatabases: async () => ({ databases: [{ name: this.databaseName }], totalSize: 0, ok: 1 }),
    };
  }

  /** @throws MongoServerError always: there are no change streams */
  watch(): never {
    throw serverError('CommandNotSupported', 'The built-in store has no change streams');
  }
}
