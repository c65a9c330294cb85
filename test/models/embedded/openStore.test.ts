import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { open } from 'lmdb';
import mongoose from 'mongoose';
import { openStore } from '../../../models/connection.ts';
import { StoreFormatError } from '../../../models/embedded/StoreFormatError.ts';
import { StoreInUseError } from '../../../models/embedded/StoreInUseError.ts';

const child = new URL('./acknowledgingWriter.ts', import.meta.url).pathname;

describe('Opening the store of a directory', () => {
  let dataDirectory: string;
  beforeEach(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'usher-open-'));
  });
  afterEach(() => rm(dataDirectory, { recursive: true }));
  const fileName = () => join(dataDirectory, 'store.mdb');
  const fill = async (count: number) => {
    const store = await openStore({ dataDirectory });
    const documents = Array.from({ length: count }, (_, number) => ({ number, text: 'x'.repeat(500) }));
    await mongoose.connection.collection('things').insertMany(documents);
    await store.close();
  };

  it('lets nobody else on the machine read it, also in a directory that is open to all', async () => {
    await chmod(dataDirectory, 0o755);
    await fill(1);
    for (const name of ['store.mdb', 'store.mdb-lock']) {
      assert.equal((await stat(join(dataDirectory, name))).mode & 0o077, 0, name);
    }
  });

  it('makes the directory, and finds again what was there', async () => {
    const inside = join(dataDirectory, 'new', 'deep');
    const first = await openStore({ dataDirectory: inside });
    await mongoose.connection.collection('things').insertOne({ number: 1 });
    await mongoose.connection.collection('things').createIndex({ number: 1 }, { unique: true });
    await first.close();
    const second = await openStore({ dataDirectory: inside });
    const things = mongoose.connection.collection('things');
    assert.equal((await things.findOne({ number: 1 }))?.number, 1);
    await assert.rejects(things.insertOne({ number: 1 }), { code: 11000 });
    await second.close();
  });

  it('leaves nothing open behind', async () => {
    await fill(1);
    const files = await readdir(dataDirectory);
    assert.deepEqual(
      files.filter((name) => name.endsWith('.socket')),
      [],
    );
  });

  it('ends every use of it when it is closed', async () => {
    const store = await openStore({ dataDirectory });
    const things = mongoose.connection.collection('things');
    await things.insertMany([{ number: 1 }, { number: 2 }]);
    const cursor = things.find({}).sort({ _id: 1 });
    await store.close();
    await assert.rejects(things.findOne({}), /closed/);
    await assert.rejects(cursor.next(), /closed/);
    await assert.rejects(things.insertOne({}), /closed/);
  });

  it('finishes the writes that were under way when it is closed', async () => {
    const store = await openStore({ dataDirectory });
    const writing = Array.from({ length: 50 }, (_, number) =>
      mongoose.connection.collection('things').insertOne({ number }),
    );
    await store.close();
    await Promise.all(writing);
    const again = await openStore({ dataDirectory });
    assert.equal(await mongoose.connection.collection('things').countDocuments(), 50);
    await again.close();
  });

  it('is refused while this process has it open', async () => {
    const store = await openStore({ dataDirectory });
    await assert.rejects(openStore({ dataDirectory: join(dataDirectory, '.') }), (error: Error) => {
      assert.ok(error instanceof StoreInUseError);
      assert.equal(error.pid, process.pid);
      return true;
    });
    assert.equal(mongoose.connection.readyState, 1, 'the open store goes on');
    await store.close();
    await (await openStore({ dataDirectory })).close();
  });

  it('is refused while another process has it open, and possible as soon as that one was killed', async () => {
    const holder = spawn(process.execPath, ['--import', 'tsx', child, dataDirectory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(createInterface({ input: holder.stdout }), 'line');
    await assert.rejects(openStore({ dataDirectory }), (error: Error) => {
      assert.ok(error instanceof StoreInUseError);
      assert.equal(error.pid, holder.pid);
      assert.match(error.message, new RegExp(`${error.directory}.*pid ${holder.pid}`));
      return true;
    });
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    await (await openStore({ dataDirectory })).close();
  });

  it('is not kept from anyone by an owner that is dead, though its pid is in use', async () => {
    await fill(1);
    const database = open<Buffer, Buffer>({
      path: fileName(),
      noSubdir: true,
      keyEncoding: 'binary',
      encoding: 'binary',
    });
    const socket = join(dataDirectory, 'usher-gone.socket');
    await database.put(Buffer.from([0, 1]), Buffer.from(JSON.stringify({ pid: process.pid, socket })));
    await database.close();
    await (await openStore({ dataDirectory })).close();
  });

  const refused = (problem: RegExp) =>
    assert.rejects(openStore({ dataDirectory }), (error: Error) => {
      assert.ok(error instanceof StoreFormatError, `${error}`);
      assert.match(error.message, problem);
      assert.ok(error.message.includes(dataDirectory));
      return true;
    });

  it('is refused when the file is something else', async () => {
    await writeFile(fileName(), 'These are not the documents you are looking for. '.repeat(1000));
    await refused(/damaged or not a store/);
    assert.match(await readFile(fileName(), 'utf8'), /^These are not/, 'and it is left as it is');
  });

  it('is refused when the file is cut off', async () => {
    await fill(500);
    const { length } = await readFile(fileName());
    for (const size of [100, 4096, 8192, Math.floor(length / 2), length - 4096 * 3]) {
      await truncate(fileName(), size);
      await refused(/damaged/);
    }
  });

  it('is refused when the file is of another program', async () => {
    const database = open<Buffer, Buffer>({
      path: fileName(),
      noSubdir: true,
      keyEncoding: 'binary',
      encoding: 'binary',
    });
    await database.put(Buffer.from('theirs'), Buffer.from('data'));
    await database.close();
    await refused(/not a store of Usher/);
  });

  it('is refused when a later version wrote it', async () => {
    await fill(1);
    const database = open<Buffer, Buffer>({
      path: fileName(),
      noSubdir: true,
      keyEncoding: 'binary',
      encoding: 'binary',
    });
    await database.put(Buffer.from([0]), Buffer.from(JSON.stringify({ format: 'usher-store', version: 99 })));
    await database.close();
    await refused(/version 99/);
  });

  it('is refused when the directory is a file', async () => {
    const file = join(dataDirectory, 'file');
    await writeFile(file, '');
    await assert.rejects(openStore({ dataDirectory: file }), StoreFormatError);
  });
});
