/** What was to be written was refused; nothing of it is kept. */
export class StoreWriteError extends Error {
  override readonly name = 'StoreWriteError';

  /** @param cause as LMDB gives it: its own codes are negative, those of the system are not. */
  constructor(cause: unknown) {
    const { message, code } = cause as { message: string; code?: unknown };
    const hint = Number(code) > 0 ? '. Look whether the disk is full' : '';
    super(`The store could not be written: ${message}${hint}`, { cause });
  }
}
