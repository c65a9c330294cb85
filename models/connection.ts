import { Settings } from 'luxon';
import mongoose from 'mongoose';
import { EmbeddedConnection, embeddedAddress } from './embedded/embeddedConnection.ts';
import { nativeDriver } from './embedded/nativeDriver.ts';
import { openEmbedded } from './embedded/openEmbedded.ts';
import { StoreUnreachableError } from './StoreUnreachableError.ts';

/** An open store: the models of `mongoose.model(…)` work with it until it is closed. */
export interface Store {
  engine: 'embedded' | 'mongodb';
  /**
   * Removes the documents whose time is over (TTL indexes) now. The built-in engine does so every minute anyway; a
   * MongoDB server does it by itself, and nothing happens here.
   * @returns how many documents were removed
   */
  purgeExpired(): Promise<number>;
  close(): Promise<void>;
}

/** Where the models' documents are kept. */
export interface StoreSettings {
  /** A MongoDB server; without it the built-in engine is used. */
  mongodbUri?: string;
  /** Where the built-in engine keeps its file; made when missing. */
  dataDirectory: string;
  /**
   * Whether the built-in engine acknowledges a write only once it is on the disk, as it does by default. Without, writes
   * survive the process but not the machine: for tests.
   */
  durable?: boolean;
}

// With this driver a connection decides by its address between the engines; mongoose moves models that were compiled
// before over to it, so that it does not matter which file is imported first.
mongoose.setDriver({ ...nativeDriver, Connection: EmbeddedConnection } as never);
// What such models had begun waits for the connection that they were moved away from, for ever: let them begin anew.
for (const model of Object.values(mongoose.models)) delete (model as { $init?: unknown }).$init;

/**
 * Opens the store for all models, builds their indexes, and only then gives it out, so that a unique index holds from
 * the first write on. One store can be open at a time; after `close` another one may follow, with either engine.
 *
 * The rule for files of models: `mongoose.model(name, schema)` on the default mongoose, at import, and nothing else;
 * a model must be imported before the store is opened for its indexes to be waited for (one that comes later has them
 * built in the background). No file needs to import this one.
 *
 * @throws StoreInUseError when another process has the directory open
 * @throws StoreFormatError when the directory holds something else, something damaged, or a later version's store
 * @throws StoreUnreachableError when the MongoDB server cannot be reached
 * @throws Error when documents in it break a unique index
 */
export async function openStore({ mongodbUri, dataDirectory, durable = true }: StoreSettings): Promise<Store> {
  if (mongodbUri) {
    await connect(mongodbUri, (cause) => new StoreUnreachableError(cause));
    return { engine: 'mongodb', purgeExpired: async () => 0, close: () => mongoose.connection.close() };
  }
  const embedded = await openEmbedded(dataDirectory, () => new Date(Settings.now()), durable);
  try {
    await connect(embeddedAddress(embedded), (cause) => cause);
  } catch (error) {
    await embedded.close();
    throw error;
  }
  return { engine: 'embedded', purgeExpired: embedded.purgeExpired, close: () => mongoose.connection.close() };
}

async function connect(address: string, faultOf: (cause: unknown) => unknown): Promise<void> {
  try {
    await mongoose.connect(address).catch((cause) => {
      throw faultOf(cause);
    });
    await Promise.all(Object.values(mongoose.models).map((model) => model.init()));
  } catch (error) {
    await mongoose.connection.close();
    throw error;
  }
}
