import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { processTree } from './processTree.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Usher as somebody runs it: a process of its own, started from what was built. */
export interface Product {
  /** Where its pages are. */
  origin: string;
  port: number;
  /** The sample people's chats by first name. */
  chats: Map<string, string>;
  /** Everything it has said so far. */
  said(): string;
  /** The ids of its processes, the first one's first. */
  processes(): number[];
  /** Sends a signal and resolves when it has ended, to the code it ended with. */
  end(signal: 'SIGINT' | 'SIGKILL'): Promise<number | null>;
}

/** What Usher said and how it ended, where it is not meant to go on running. */
export async function runProduct(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawnProduct(settings);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes: Buffer) => (said += bytes));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said };
}

/** Starts Usher and resolves when it takes messages and its chats can be opened. */
export async function startProduct(settings: Record<string, string>): Promise<Product> {
  const child = spawnProduct(settings);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let said = '';
  const complete = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (bytes: Buffer) => {
        said += bytes;
        if (said.includes('Ctrl-C ends everything.')) resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`Usher ended with ${code}:\n${said}`)));
  });
  await complete;
  const origin = /start page {2}(\S+?)\/?\n/.exec(said)?.[1];
  assert.ok(origin, said);
  assert.equal((await fetch(`${origin}/healthz`)).status, 200);
  return {
    origin,
    port: Number(new URL(origin).port),
    chats: new Map([...said.matchAll(/^ {2}(http:\S+) +(\w+) /gm)].map(([, url = '', name = '']) => [name, url])),
    said: () => said,
    processes: () => processTree(child.pid as number),
    async end(signal) {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

/** @returns a port that nobody listens on, the next four neither, as far as one can tell. */
export async function freeChatPort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(Math.min(port, 64_990));
}

let built: Promise<void> | undefined;

/** Builds what is going to be started, once. */
export function buildProduct(): Promise<void> {
  built ??= (async () => {
    const build = spawn(process.execPath, ['build.js'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    const [code] = (await once(build, 'exit')) as [number | null];
    assert.equal(code, 0, 'the build failed');
  })();
  return built;
}

function spawnProduct(settings: Record<string, string>): ChildProcess {
  // Nothing of the settings with which the tests run: neither another store nor credentials.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(USHER_|MONGODB_URI$|PORT$|DATA_DIR$|NODE_OPTIONS$)/.test(name),
  );
  return spawn(process.execPath, ['dist/index.js'], {
    cwd: root,
    env: { ...Object.fromEntries(inherited), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
