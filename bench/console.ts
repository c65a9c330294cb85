import { spawnSync } from 'node:child_process';
import type { World } from './console/consoleServer.ts';
import { ask, loadPaths } from './console/loadPaths.ts';
import { type Watcher, watch } from './console/watch.ts';
import { type Measured, startMeasured } from './turns/measured.ts';

const rounds = 7;
const warmUpRounds = 3;
const requestsPerRound = 300;
const atATime = 16;
const watchers = 200;
const api = '/helpdesk/api';

interface Figures {
  perSecond: number[];
  /** In milliseconds. */
  each: number[];
  /** CPU time of the server's process per request, in microseconds. */
  cpu: number[];
}

/**
 * How many requests a second the helpdesk's console answers with 200 watchers connected, half of them at the list and
 * half at a conversation each, while five messages a second are said: the list and transcripts, beside a bare restify
 * handler that answers the same bytes, each in a process of its own, one round after the other. On MONGODB_URI in a
 * database of its own, otherwise on the built-in store with each write on the disk.
 */
export default async function console_(): Promise<void> {
  if (spawnSync(process.execPath, ['build.js'], { stdio: 'inherit' }).status !== 0) throw new Error('the build failed');
  const usher = await startMeasured('console/consoleServer.ts');
  const bare = await startMeasured('console/bareAnswers.ts');
  const watching: Watcher[] = [];
  try {
    const world = await usher.ask<World>('world');
    const [cookie = ''] = world.cookies;
    const list = [`${api}/conversations`];
    const transcripts = world.conversations.map((id) => `${api}/conversations/${encodeURIComponent(id)}/messages`);
    for (const path of [...list, ...transcripts]) await ask(bare.port, path, '', await ask(usher.port, path, cookie));
    for (let index = 0; index < watchers; index += 1) {
      const id = world.conversations[(index >> 1) % world.conversations.length] as string;
      const path = index % 2 === 0 ? `${api}/live` : `${api}/live?conversation=${encodeURIComponent(id)}`;
      watching.push(await watch(usher.port, path, world.cookies[index % world.cookies.length] as string));
    }
    const contestants = [
      { name: 'list', server: usher, paths: list },
      { name: 'list, bare restify', server: bare, paths: list },
      { name: 'transcript', server: usher, paths: transcripts },
      { name: 'transcript, bare restify', server: bare, paths: transcripts },
    ].map((one) => ({ ...one, figures: { perSecond: [], each: [], cpu: [] } as Figures }));
    const eventsBefore = events(watching);
    for (let round = -warmUpRounds; round < rounds; round += 1) {
      for (const { server, paths, figures } of contestants) {
        const measured = await measure(server, paths, world.cookies);
        if (round < 0) continue;
        figures.perSecond.push(measured.perSecond);
        figures.each.push(...measured.each);
        figures.cpu.push(measured.cpu);
      }
    }
    print(contestants);
    process.stdout.write(`\n${events(watching) - eventsBefore} events went to ${watchers} watchers meanwhile.\n`);
  } finally {
    for (const watcher of watching) watcher.close();
    await Promise.all([usher.stop(), bare.stop()]);
  }
}

async function measure(server: Measured, paths: readonly string[], cookies: readonly string[]) {
  const before = await server.cpu();
  const { each, all } = await loadPaths(server.port, paths, cookies, requestsPerRound, atATime);
  const used = (await server.cpu()) - before;
  return { each, perSecond: (requestsPerRound / all) * 1_000, cpu: used / requestsPerRound };
}

function events(watching: readonly Watcher[]): number {
  return watching.reduce((sum, watcher) => sum + watcher.events(), 0);
}

function print(results: readonly { name: string; figures: Figures }[]): void {
  const row = (cells: string[]) =>
    `${cells[0]?.padEnd(28)}${cells
      .slice(1)
      .map((cell) => cell.padStart(14))
      .join('')}\n`;
  process.stdout.write(
    `Medians of ${rounds} interleaved rounds of ${requestsPerRound} requests, ${atATime} at a time.\n\n`,
  );
  process.stdout.write(row(['', 'requests/s', 'p50 ms', 'p99 ms', 'CPU µs']));
  for (const { name, figures } of results) {
    process.stdout.write(
      row([
        name,
        at(figures.perSecond, 0.5).toFixed(0),
        at(figures.each, 0.5).toFixed(1),
        at(figures.each, 0.99).toFixed(1),
        at(figures.cpu, 0.5).toFixed(0),
      ]),
    );
  }
}

function at(all: readonly number[], share: number): number {
  const sorted = [...all].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] as number;
}
