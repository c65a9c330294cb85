import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RecordFile } from '../../../models/embedded/recordFile.ts';

describe('A record file', () => {
  let directory: string;
  let file: RecordFile;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'usher-test-'));
    file = new RecordFile(join(directory, 'records'), true);
  });

  afterEach(async () => {
    await file.close();
    await rm(directory, { recursive: true });
  });

  const put = (name: string) => file.put(Buffer.from(name), Buffer.from('there'));
  const has = (name: string) => file.get(Buffer.from(name)) !== undefined;

  it('lets those go on whose writes are on the disk while the next ones are flushed', async () => {
    // Operations of one transaction run one behind the other, without anything in between.
    let transaction = 0;
    const seen: Record<string, number[]> = {};
    const write = (name: string) =>
      file.write(() => {
        // Begun while a transaction is under way, it comes into the next one.
        if (name === 'one') other ??= often('other');
        put(name);
        queueMicrotask(() => {
          transaction += 1;
        });
        seen[name] ??= [];
        seen[name].push(transaction);
      });
    const often = async (name: string) => {
      for (let time = 0; time < 5; time += 1) await write(name);
    };
    let other: Promise<void> | undefined;
    await often('one');
    await other;
    const together = seen.one?.filter((at) => seen.other?.includes(at));
    assert.deepEqual([seen.one?.length, seen.other?.length, together], [5, 5, []]);
  });

  it('writes what waits together in one transaction', async () => {
    let transactions = 0;
    let counted = false;
    const write = (name: string) =>
      file.write(() => {
        put(name);
        if (counted) return;
        counted = true;
        transactions += 1;
        queueMicrotask(() => {
          counted = false;
        });
      });
    await Promise.all(Array.from({ length: 100 }, (_, index) => write(`record ${index}`)));
    assert.ok(transactions <= 2, `${transactions} transactions`);
  });

  it('answers for what is on the disk when the next transaction cannot be written', async () => {
    const answers: string[] = [];
    const first = file.write(() => put('first')).then(() => answers.push('first'));
    while (!has('first')) await new Promise(setImmediate);
    const second = file
      .write(() => {
        put('beside');
        put('a key that is too long '.repeat(1_000));
      })
      .catch((fault: Error) => answers.push(fault.message));
    await Promise.all([first, second]);
    assert.equal(answers[0], 'first');
    assert.match(answers[1] ?? '', /could not be written/);
    assert.deepEqual([has('first'), has('beside')], [true, false]);
    await file.write(() => put('third'));
    assert.ok(has('third'));
  });
});
