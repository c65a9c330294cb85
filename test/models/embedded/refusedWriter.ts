import { setTimeout as wait } from 'node:timers/promises';
import mongoose from 'mongoose';
import { openStore } from '../../../models/connection.ts';

/**
 * A process for durability.test.ts, whose disk takes no more at some time: writes into the store of the directory given
 * until it is refused, three times, prints what it was told each time, and how many of its documents are there.
 */
const [, , dataDirectory = ''] = process.argv;
const store = await openStore({ dataDirectory });
const collection = mongoose.connection.collection('written');
let written = 0;
for (let refusals = 0; refusals < 3; ) {
  try {
    await collection.insertOne({ number: written, text: 'x'.repeat(3000) });
    written += 1;
  } catch (fault) {
    refusals += 1;
    console.log((fault as Error).message);
    // What nobody has caught ends the process by now.
    await wait(1);
  }
}
console.log(`${await collection.countDocuments()} of ${written}`);
await store.close();
