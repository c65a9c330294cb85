import mongoose from 'mongoose';

/** MongoDB's error numbers that this engine uses, by name (mongo/src/mongo/base/error_codes.yml). */
const codes = {
  BadValue: 2,
  FailedToParse: 9,
  TypeMismatch: 14,
  IllegalOperation: 20,
  NamespaceNotFound: 26,
  IndexNotFound: 27,
  PathNotViable: 28,
  ConflictingUpdateOperators: 40,
  NamespaceExists: 48,
  DollarPrefixedFieldName: 52,
  CommandNotFound: 59,
  ImmutableField: 66,
  CannotCreateIndex: 67,
  InvalidOptions: 72,
  InvalidNamespace: 73,
  IndexOptionsConflict: 85,
  IndexKeySpecsConflict: 86,
  CommandNotSupported: 115,
  CannotIndexParallelArrays: 171,
  BSONObjectTooLarge: 10334,
} as const;

/**
 * An error as a MongoDB server would answer it, so that code written for the server meets the same class, number and
 * name.
 * @param codeName MongoDB's name for the number
 * @param message what went wrong, in words
 */
export function serverError(codeName: keyof typeof codes, message: string): Error {
  return new mongoose.mongo.MongoServerError({ ok: 0, message, errmsg: message, code: codes[codeName], codeName });
}
