import mongoose from 'mongoose';
import { openStore } from '../../../models/connection.ts';

/**
 * A process for durability.test.ts: writes numbered documents into the store of the directory given, ten at a time,
 * changes each once, and prints its number after both were acknowledged. It does not end by itself.
 */
const [, , dataDirectory = ''] = process.argv;
await openStore({ dataDirectory });
const collection = mongoose.connection.collection('written');
await collection.createIndex({ number: 1 }, { unique: true });
await collection.createIndex({ twice: -1 });
let next = await collection.countDocuments();
const [last] = await collection.find({}).sort({ number: -1 }).limit(1).toArray();
next = Math.max(next, (last?.number ?? -1) + 1);

async function write(): Promise<never> {
  for (;;) {
    const number = next++;
    await collection.insertOne({ number, twice: number * 2, text: 'x'.repeat(number % 3000) });
    await collection.updateOne({ number }, { $set: { changed: true } });
    process.stdout.write(`${number}\n`);
  }
}
await Promise.all(Array.from({ length: 10 }, write));
