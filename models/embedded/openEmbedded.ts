import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Catalog } from './catalog.ts';
import { checkFile } from './checkFile.ts';
import { lockDirectory } from './directoryLock.ts';
import { EmbeddedDatabase } from './embeddedDatabase.ts';
import { purgeExpired } from './purgeExpired.ts';
import { RecordFile } from './recordFile.ts';
import { StoreFormatError } from './StoreFormatError.ts';
import { StoreInUseError } from './StoreInUseError.ts';
import { storeKeys } from './storeKeys.ts';

/** The layout of the file. To be raised when it changes, with a migration of what was there before. */
const layout = { format: 'usher-store', version: 1 };

/** How often documents whose time is over are looked for; MongoDB does so once a minute. */
const purgeInterval = 60_000;

/** An open store of the built-in engine. */
export interface OpenEmbedded {
  database: EmbeddedDatabase;
  /** Removes the documents whose time is over now, as the timer does; gives back how many. */
  purgeExpired: () => Promise<number>;
  /** Finishes what is under way and gives the directory up. */
  close: () => Promise<void>;
}

const openDirectories = new Set<string>();

/**
 * Opens the store in a directory, making it when there is none.
 * @param durable whether an acknowledged write has reached the disk (only tests go without)
 * @throws StoreInUseError when the directory is open already
 * @throws StoreFormatError when the directory holds something else, something damaged, or a later version's store
 */
export async function openEmbedded(directory: string, now: () => Date, durable: boolean): Promise<OpenEmbedded> {
  const path = makeDirectory(directory);
  if (openDirectories.has(path)) throw new StoreInUseError(path, process.pid);
  openDirectories.add(path);
  const undo: (() => Promise<void>)[] = [async () => void openDirectories.delete(path)];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const fileName = join(path, 'store.mdb');
    checkFile(path, fileName);
    const file = openFile(path, fileName, durable);
    undo.push(() => file.close());
    const isNew = checkLayout(path, file);
    undo.push(await lockDirectory(path, file));
    if (isNew) await file.write(() => file.put(storeKeys.stamp, Buffer.from(JSON.stringify(layout))));
    const catalog = new Catalog(file);
    file.onRollback = () => catalog.load();
    const database = new EmbeddedDatabase('usher', file, catalog, now);
    const purge = () => purgeExpired(database);
    // A disk that refuses is met by the next write of someone who waits for it; here it is tried again.
    const timer = setInterval(() => void purge().catch(() => {}), purgeInterval);
    timer.unref();
    undo.push(async () => clearInterval(timer));
    return { database, purgeExpired: purge, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function makeDirectory(directory: string): string {
  try {
    // Names, addresses, hashes of passwords: nobody else on the machine is to look inside.
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    return realpathSync(directory);
  } catch (error) {
    throw new StoreFormatError(resolve(directory), `it is no usable directory (${(error as Error).message})`, error);
  }
}

function openFile(directory: string, fileName: string, durable: boolean): RecordFile {
  try {
    return new RecordFile(fileName, durable);
  } catch (error) {
    const problem = existsSync(fileName) ? 'store.mdb is damaged or not a store' : 'store.mdb cannot be made';
    throw new StoreFormatError(directory, `${problem} (${(error as Error).message})`, error);
  }
}

/** Whether the file is empty so far. */
function checkLayout(directory: string, file: RecordFile): boolean {
  const stamp = file.get(storeKeys.stamp);
  if (stamp === undefined) {
    if (file.entries(Buffer.from([1]), Buffer.alloc(8, 0xff), false, 1).length === 0) return true;
    throw new StoreFormatError(directory, 'store.mdb is not a store of Usher');
  }
  const { format, version } = parse(stamp);
  if (format !== layout.format) throw new StoreFormatError(directory, 'store.mdb is not a store of Usher');
  if (version !== layout.version) {
    throw new StoreFormatError(
      directory,
      `it has version ${version}, this Usher knows version ${layout.version}; use the Usher that wrote it`,
    );
  }
  return false;
}

function parse(stamp: Buffer): { format?: unknown; version?: unknown } {
  try {
    return JSON.parse(stamp.toString()) as { format?: unknown };
  } catch {
    return {};
  }
}
