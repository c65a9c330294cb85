/** The directory of the built-in store is open already, in this process or in another one. */
export class StoreInUseError extends Error {
  override readonly name = 'StoreInUseError';
  readonly directory: string;
  /** The process that holds the directory, where that is known. */
  readonly pid: number | undefined;

  constructor(directory: string, pid: number | undefined) {
    const holder =
      pid === undefined
        ? 'another process'
        : pid === process.pid
          ? 'this process itself'
          : `the process with pid ${pid}`;
    super(
      `The store in ${directory} is in use by ${holder}. Only one process at a time may open it: stop the other one, ` +
        'choose another DATA_DIR, or set MONGODB_URI to share a database.',
    );
    this.directory = directory;
    this.pid = pid;
  }
}
