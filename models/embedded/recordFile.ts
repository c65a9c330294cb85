import { open, type RootDatabase } from 'lmdb';
import { StoreWriteError } from './StoreWriteError.ts';

interface PendingWrite {
  operation: () => unknown;
  resolve: (result: never) => void;
  reject: (error: unknown) => void;
}

function answer(answers: (() => void)[]): void {
  for (const each of answers) each();
}

/** The folder may have been made by somebody else, and be open to all. `lmdb` knows this option, its types do not. */
const ownerOnly: object = { permissionsMode: 0o600 };

/**
 * LMDB says only that a commit failed, and rejects a promise beside it with the reason, which ends the process if nobody
 * waits for it.
 */
async function reasonOf(fault: unknown): Promise<unknown> {
  if (fault instanceof HalfWritten) return fault.cause;
  try {
    await (fault as { commitError?: Promise<never> }).commitError;
  } catch (reason) {
    return reason;
  }
  return fault;
}

/** Thrown when a change was cut off halfway (a full disk, a bug): nothing of its transaction may be kept. */
class HalfWritten extends Error {}

/**
 * An ordered file of byte keys and byte values (LMDB). Reading is synchronous. Changes are made inside `write`; all that
 * are waiting share one transaction and one flush to disk.
 */
export class RecordFile {
  readonly #database: RootDatabase<Buffer, Buffer>;
  #queue: PendingWrite[] = [];
  #writing = false;
  #closing = false;
  #closed = false;
  /** Called after a transaction could not be committed: what was remembered of its changes is wrong. */
  onRollback: () => void = () => {};

  /**
   * @param path the file; created when missing
   * @param durable whether a write waits for the disk. Without, it survives the process but not the machine
   * @throws Error from LMDB when the file is not one of its own
   */
  constructor(path: string, durable: boolean) {
    this.#database = open<Buffer, Buffer>({
      path,
      noSubdir: true,
      keyEncoding: 'binary',
      encoding: 'binary',
      // A commit then includes the flush, as in plain LMDB: what `write` promises has reached the disk.
      overlappingSync: false,
      noSync: !durable,
      // Batches are made here, so LMDB need neither wait for more nor go on without the answer to a callback.
      eventTurnBatching: false,
      strictAsyncOrder: true,
      ...ownerOnly,
    });
  }

  /** The value of a key, as a copy. */
  get(key: Buffer): Buffer | undefined {
    this.#checkOpen();
    return this.#database.getBinary(key);
  }

  /**
   * The next entries from `start` (included) up to `end` (not included), in order; backwards from `end` when `reverse`.
   * @param limit how many at most
   */
  entries(start: Buffer, end: Buffer, reverse: boolean, limit: number): { key: Buffer; value: Buffer }[] {
    this.#checkOpen();
    const range = reverse
      ? { start: end, exclusiveStart: true, end: start, inclusiveEnd: true, reverse: true, limit }
      : { start, end, limit };
    return [...this.#database.getRange(range)];
  }

  /** How many keys there are from `start` (included) up to `end` (not included). */
  count(start: Buffer, end: Buffer): number {
    this.#checkOpen();
    return this.#database.getKeysCount({ start, end });
  }

  /** LMDB does not check: reading a closed file would end the process. */
  #checkOpen(): void {
    if (this.#closed) throw new Error('The store is closed');
  }

  /** Stores a value. Only inside `write`. */
  put(key: Buffer, value: Buffer): void {
    this.#half(() => this.#database.put(key, value));
  }

  /** Removes a key. Only inside `write`. */
  remove(key: Buffer): void {
    this.#half(() => this.#database.remove(key));
  }

  /** Removes everything. Only inside `write`. */
  removeAll(): void {
    this.#half(() => this.#database.clearSync());
  }

  #half(change: () => unknown): void {
    try {
      change();
    } catch (error) {
      throw new HalfWritten('The store could not be written', { cause: error });
    }
  }

  /**
   * Runs a synchronous operation that reads and changes the file, alone and after all earlier ones.
   * What an operation has changed before it throws stays: it must throw only where that makes sense.
   * @returns what the operation returned, once it is on the disk
   * @throws what the operation threw; StoreWriteError when the disk refused
   */
  write<T>(operation: () => T): Promise<T> {
    if (this.#closing) return Promise.reject(new Error('The store is closed'));
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ operation, resolve, reject });
      if (!this.#writing) this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#writing = true;
    /** Of the last transaction, which has reached the disk. */
    let answers: (() => void)[] = [];
    while (this.#queue.length > 0) {
      const batch: PendingWrite[] = [];
      const settle: (() => void)[] = [];
      try {
        await this.#database.childTransaction(() => {
          // Whoever waited for the last transaction goes on while this one is flushed. Answered before it, they would add
          // their next writes to it, and in the end all would wait for the disk together.
          setImmediate(answer, answers);
          answers = [];
          // Taken only now: whatever arrived while the last transaction was flushed goes into this one.
          batch.push(...this.#queue.splice(0));
          for (const { operation, resolve, reject } of batch) {
            try {
              const result = operation() as never;
              settle.push(() => resolve(result));
            } catch (error) {
              if (error instanceof HalfWritten) throw error;
              settle.push(() => reject(error));
            }
          }
        });
        answers = settle;
        if (this.#queue.length === 0) answer(answers.splice(0));
      } catch (error) {
        answer(answers.splice(0));
        this.onRollback();
        const fault = new StoreWriteError(await reasonOf(error));
        for (const { reject } of batch.length > 0 ? batch : this.#queue.splice(0)) reject(fault);
      }
    }
    this.#writing = false;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #idle: (() => void)[] = [];

  /** Refuses further writes, waits for those under way, and closes the file. */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    if (this.#writing) await new Promise<void>((resolve) => this.#idle.push(resolve));
    this.#closed = true;
    await this.#database.close();
  }
}
