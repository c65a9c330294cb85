import mongoose from 'mongoose';

const methods = [
  'find',
  'findOne',
  'findOneAndUpdate',
  'findOneAndDelete',
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'deleteOne',
  'deleteMany',
  'countDocuments',
  'aggregate',
  'bulkWrite',
] as const;

/**
 * Watches every call of every model to the store, with either engine.
 *
 * @param onCall is told collection and method before the call is made; what it throws, the caller gets instead.
 * @returns stops watching.
 */
export function watchStore(onCall: (call: string, args: unknown[]) => void): () => void {
  const restore: (() => void)[] = [];
  for (const model of Object.values(mongoose.models)) {
    const collection = model.collection as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const method of methods) {
      const original = collection[method];
      if (!original) continue;
      collection[method] = function (this: unknown, ...args: unknown[]) {
        onCall(`${model.collection.collectionName}.${method}`, args);
        return original.apply(collection, args);
      };
      restore.push(() => {
        delete collection[method];
      });
    }
  }
  return () => {
    for (const undo of restore) undo();
  };
}

/** @returns what was called while `play` ran, as `collection.method`, in order. */
export async function storeCalls(play: () => Promise<unknown>): Promise<string[]> {
  const calls: string[] = [];
  const stop = watchStore((call) => calls.push(call));
  try {
    await play();
  } finally {
    stop();
  }
  return calls;
}
