/** The database that MONGODB_URI names cannot be reached, does not let Usher in, or is not named as it must be. */
export class StoreUnreachableError extends Error {
  override readonly name = 'StoreUnreachableError';

  constructor(cause: unknown) {
    const { name, message } = cause as Error;
    // The driver's own fault repeats what it could not read, which may be a part of a password.
    const problem = name === 'MongoRuntimeError' ? 'the address cannot be read' : message;
    super(
      `The database of MONGODB_URI cannot be opened: ${problem}. Look at its hosts, at replicaSet, and whether special ` +
        'characters in user name and password are percent-encoded.',
      { cause },
    );
  }
}
