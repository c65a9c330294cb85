import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const rounds = 7;

/**
 * From `node dist/index.js` on an existing store to the first 200 of /healthz, beside a bare `node -e 0` in the same
 * round, with the peak memory of the process (Linux: VmHWM). Chats are off: they start after Usher is ready.
 */
export default async function start(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-start-'));
  try {
    await startOnce(folder);
    const rows: { ready: number; bare: number; peak: number }[] = [];
    for (let round = 0; round < rounds; round += 1) rows.push({ bare: await bareNode(), ...(await startOnce(folder)) });
    const median = (key: keyof (typeof rows)[number]) =>
      rows.map((row) => row[key]).sort((a, b) => a - b)[Math.floor(rounds / 2)] as number;
    console.log(`medians of ${rounds} rounds`);
    console.log(`ready on an existing store   ${Math.round(median('ready'))} ms`);
    console.log(`bare node                    ${Math.round(median('bare'))} ms`);
    console.log(`peak memory                  ${Math.round(median('peak'))} MB`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startOnce(folder: string): Promise<{ ready: number; peak: number }> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(process.execPath, ['dist/index.js'], {
    env: { ...process.env, MONGODB_URI: '', PORT: String(port), DATA_DIR: folder, USHER_CHATS: 'off' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await isReady(port))) {
    if (child.exitCode !== null) throw new Error(`Usher ended with ${child.exitCode}; run npm run build first`);
    await pause(5);
  }
  const ready = performance.now() - begun;
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  child.kill('SIGTERM');
  await ended;
  return { ready, peak: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 };
}

async function bareNode(): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['-e', '0']);
  await new Promise((resolve) => child.once('exit', resolve));
  return performance.now() - begun;
}

async function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/healthz`).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** @returns a port that is free at this moment. */
async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
