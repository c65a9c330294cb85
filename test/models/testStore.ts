import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';
import { openStore, type Store } from '../../models/connection.ts';

/** A store of one's own for a test: fresh when opened, gone when closed. */
export interface TestStore extends Store {
  /** Removes all documents of all models and leaves their indexes. */
  clear(): Promise<void>;
}

/**
 * Opens a fresh, empty store.
 * @param server a MongoDB server, where the store gets a database of its own; without one (by default, without
 * MONGODB_URI) it is the built-in engine in a directory of its own
 */
export async function openTestStore(server: string | undefined = process.env.MONGODB_URI): Promise<TestStore> {
  const clear = async () => {
    await Promise.all(Object.values(mongoose.models).map((model) => model.collection.deleteMany({})));
  };
  if (server) {
    const address = new URL(server);
    address.pathname = `/usher-test-${randomUUID()}`;
    const store = await openStore({ mongodbUri: address.href, dataDirectory: '' });
    const close = async () => {
      await mongoose.connection.dropDatabase();
      await store.close();
    };
    return { ...store, clear, close };
  }
  const dataDirectory = await mkdtemp(join(tmpdir(), 'usher-test-'));
  const store = await openStore({ dataDirectory, durable: false });
  const close = async () => {
    await store.close();
    await rm(dataDirectory, { recursive: true });
  };
  return { ...store, clear, close };
}
