import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'usher-start-'));
const dataDirectory = join(folder, 'data');

/** Starts Usher where it cannot start. */
function start(environment: NodeJS.ProcessEnv): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'index.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, DATA_DIR: dataDirectory, USHER_CHATS: 'off', ...environment },
  });
  return { status, out: stdout, err: stderr };
}

describe('Usher that cannot start', () => {
  after(() => rmSync(folder, { recursive: true }));

  it('names every setting that is wrong, and no value, and touches nothing', () => {
    const { status, out, err } = start({
      PORT: 'seven',
      USHER_LINK_SECRET: 'kaleidoscope',
      USHER_APPID: 'x',
      USHER_HOST: '0.0.0.0',
    });
    assert.deepEqual([status, out], [1, '']);
    const [first, ...lines] = err.trimEnd().split('\n');
    assert.equal(first, 'Usher does not start. The settings are not right:');
    assert.deepEqual(
      lines.map((line) => /^ {2}(\w+) /.exec(line)?.[1]),
      ['PORT', 'USHER_LINK_SECRET', 'USHER_APPID', 'USHER_HOST'],
    );
    assert.doesNotMatch(err, /kaleidoscope/);
    assert.ok(!existsSync(dataDirectory));
  });

  it('says in one line that its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const { status, out, err } = start({ PORT: String(port) });
    other.close();
    assert.deepEqual([status, out], [1, '']);
    assert.equal(err, `Usher does not start. Port ${port} is taken by another program. Set PORT to another one.\n`);
    assert.ok(!existsSync(dataDirectory));
  });
});
