import { BSON } from './bson.ts';
import type { IndexDefinition } from './indexDefinition.ts';
import type { RecordFile } from './recordFile.ts';
import { storeKeys } from './storeKeys.ts';

/** A collection in the catalog. */
export interface CollectionEntry {
  id: number;
  name: string;
  indexes: IndexDefinition[];
  /** The number that the next document gets. */
  nextRecord: number;
}

/** Which collections and indexes there are: in the file, and in memory as a copy of it. Changed only inside `write`. */
export class Catalog {
  readonly #file: RecordFile;
  readonly #collections = new Map<string, CollectionEntry>();
  #lastId = 0;

  constructor(file: RecordFile) {
    this.#file = file;
    this.load();
  }

  /** Reads everything anew from the file. */
  load(): void {
    this.#collections.clear();
    const { start, end } = storeKeys.collections;
    for (const { value } of this.#file.entries(start, end, false, Number.MAX_SAFE_INTEGER)) {
      const { id, name, indexes } = BSON.deserialize(value) as CollectionEntry;
      const entry = { id, name, indexes, nextRecord: this.#nextRecord(id) };
      this.#collections.set(name, entry);
      this.#lastId = Math.max(this.#lastId, id, ...indexes.map((index) => index.id));
    }
  }

  #nextRecord(collection: number): number {
    const start = storeKeys.documents(collection);
    const [last] = this.#file.entries(start, storeKeys.documents(collection + 1), true, 1);
    return last ? last.key.readUIntBE(5, 6) + 1 : 1;
  }

  /** The collection of a name, or undefined. */
  get(name: string): CollectionEntry | undefined {
    return this.#collections.get(name);
  }

  /** All collections, in the order of their names. */
  all(): CollectionEntry[] {
    return [...this.#collections.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  /** The collection of a name, made when there is none. */
  getOrCreate(name: string): CollectionEntry {
    const known = this.#collections.get(name);
    if (known) return known;
    const entry: CollectionEntry = {
      id: this.newId(),
      name,
      indexes: [{ id: this.newId(), name: '_id_', key: { _id: 1 }, unique: true }],
      nextRecord: 1,
    };
    this.#collections.set(name, entry);
    this.save(entry);
    return entry;
  }

  /** A number that no collection and no index has had since the file was opened. */
  newId(): number {
    return ++this.#lastId;
  }

  /** Writes a changed collection. */
  save({ id, name, indexes }: CollectionEntry): void {
    this.#file.put(storeKeys.collection(name), Buffer.from(BSON.serialize({ id, name, indexes })));
  }

  /** Forgets a collection; its documents and index entries are the caller's to remove. */
  remove(name: string): void {
    this.#collections.delete(name);
    this.#file.remove(storeKeys.collection(name));
  }
}
