import mongoose from 'mongoose';
import { EmbeddedDb } from './embeddedDb.ts';
import type { OpenEmbedded } from './openEmbedded.ts';
import { serverError } from './serverError.ts';

/** The scheme of the address by which mongoose is told to use a store that is open already. */
const scheme = 'usher-embedded:';
const openStores = new Map<string, OpenEmbedded>();
let lastNumber = 0;

/** Gives an open store an address that `mongoose.connect` understands once the driver is set. */
export function embeddedAddress(store: OpenEmbedded): string {
  const address = `${scheme}//${++lastNumber}`;
  openStores.set(address, store);
  return address;
}

/** What mongoose, and whoever asks a connection for its client, may expect of one. */
class EmbeddedClient {
  readonly #store: OpenEmbedded;
  readonly #address: string;

  constructor(store: OpenEmbedded, address: string) {
    this.#store = store;
    this.#address = address;
  }

  db(): EmbeddedDb {
    return new EmbeddedDb(this.#store.database);
  }

  /** @throws MongoServerError always */
  startSession(): never {
    throw serverError(
      'IllegalOperation',
      'The built-in store has no sessions and no transactions: write what belongs together into one document',
    );
  }

  async close(): Promise<void> {
    openStores.delete(this.#address);
    await this.#store.close();
  }
}

/** The parts of mongoose's own connection that its types keep to themselves. */
interface NativeConnection extends mongoose.Connection {
  createClient(uri: string, options: object): Promise<unknown>;
  _connectionString: string;
  readyState: mongoose.ConnectionStates;
  onOpen(): void;
  config: object;
}
const Native = mongoose.Connection as unknown as new (base: mongoose.Mongoose) => NativeConnection;

/**
 * mongoose's connection for both engines: an address of the built-in engine is served by it, any other goes to MongoDB
 * as before. Everything above `connection.db` stays mongoose's own.
 */
export class EmbeddedConnection extends Native {
  override async createClient(uri: string, options: object): Promise<unknown> {
    const store = openStores.get(uri);
    if (!store) return super.createClient(uri, options);
    this._connectionString = uri;
    this.readyState = mongoose.ConnectionStates.connecting;
    const client = new EmbeddedClient(store, uri);
    Object.assign(this, { client, db: client.db(), host: undefined, port: undefined, name: store.database.name });
    this.onOpen();
    return this;
  }
}
