import mongoose from 'mongoose';

interface NativeDriver {
  BulkWriteResult: new (result: object, ordered: boolean) => mongoose.mongo.BulkWriteResult;
  Collection: object;
  Connection: object;
}

/** mongoose's own driver for MongoDB; it has classes that the `mongodb` package keeps to itself. */
export const nativeDriver: NativeDriver = (mongoose as unknown as { driver: { get(): NativeDriver } }).driver.get();
