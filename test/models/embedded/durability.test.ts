import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import mongoose from 'mongoose';
import { openStore } from '../../../models/connection.ts';

const refusedWriter = new URL('./refusedWriter.ts', import.meta.url).pathname;
const child = new URL('./acknowledgingWriter.ts', import.meta.url).pathname;

describe('What the built-in engine acknowledged', () => {
  let dataDirectory: string;
  beforeEach(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'usher-durability-'));
  });
  afterEach(() => rm(dataDirectory, { recursive: true }));

  /** Starts a process that writes without end, kills it after some acknowledgements, and says which it gave. */
  async function killWhileWriting(after: number): Promise<Set<number>> {
    const writer = spawn(process.execPath, ['--import', 'tsx', child, dataDirectory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged = new Set<number>();
    for await (const line of createInterface({ input: writer.stdout })) {
      acknowledged.add(Number(line));
      if (acknowledged.size === after) writer.kill('SIGKILL');
    }
    if (writer.exitCode === null && writer.signalCode === null) await once(writer, 'exit');
    assert.equal(writer.signalCode, 'SIGKILL');
    return acknowledged;
  }

  it('survives kill -9 at any moment, whole and with its index entries, and lets the next process in', async () => {
    const expected = new Set<number>();
    for (const after of [1, 57, 200]) {
      for (const number of await killWhileWriting(after)) expected.add(number);
      const store = await openStore({ dataDirectory });
      try {
        const collection = mongoose.connection.collection('written');
        const found = await collection.find({}).toArray();
        const numbers = new Set(found.map(({ number }) => number));
        for (const number of expected) assert.ok(numbers.has(number), `${number} was acknowledged and is lost`);
        for (const { number, twice, changed } of found) {
          assert.equal(twice, number * 2);
          assert.equal(
            changed,
            expected.has(number) ? true : changed,
            `the change of ${number} was acknowledged and is lost`,
          );
          assert.equal(await collection.countDocuments({ number }), 1);
        }
        assert.equal(await collection.countDocuments({ twice: { $gte: 0 } }), found.length);
      } finally {
        await store.close();
      }
    }
  });

  it('stays when the disk takes no more: each write is refused with the reason, and the process goes on', () => {
    // Of a file as of a disk that is full, there is no room for more than this, in blocks of 512 bytes.
    const limited = `ulimit -f 600 && exec "${process.execPath}" --import tsx "${refusedWriter}" "${dataDirectory}"`;
    const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', limited], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    const lines = stdout.trimEnd().split('\n');
    for (const line of lines.slice(0, 3)) {
      assert.match(line, /^The store could not be written: .*\. Look whether the disk is full$/);
      assert.doesNotMatch(line, /commitError/);
    }
    const [, there, written] = /^(\d+) of (\d+)$/.exec(lines[3] ?? '') ?? [];
    assert.ok(Number(written) > 0);
    assert.equal(there, written);
  });
});
