/** The directory holds something that is not a store, is damaged, or was written by a later version of Usher. */
export class StoreFormatError extends Error {
  override readonly name = 'StoreFormatError';
  readonly directory: string;

  constructor(directory: string, problem: string, cause?: unknown) {
    super(`The store in ${directory} cannot be opened: ${problem}`, { cause });
    this.directory = directory;
  }
}
