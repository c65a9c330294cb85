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

/**
 * Lets something else happen between what a use case has read and what it writes.
 *
 * @param call the write, as `collection.method`; the first that has all of `words` in it waits until `act` is done.
 */
export function rightBefore(call: string, words: readonly string[], act: () => Promise<unknown>): void {
  const [name, method] = call.split('.') as [string, string];
  const model = Object.values(mongoose.models).find(({ collection }) => collection.collectionName === name);
  if (!model) throw new Error(`There is no collection ${name}.`);
  const collection = model.collection as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;
  const original = collection[method] as (...args: unknown[]) => Promise<unknown>;
  collection[method] = async (...args) => {
    const said = JSON.stringify(args);
    if (words.every((word) => said.includes(word))) {
      delete collection[method];
      await act();
    }
    return original.apply(collection, args);
  };
}
