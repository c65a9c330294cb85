import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { startLogReader } from '../helpdesk/log/logReader.ts';
import { searchLog } from '../helpdesk/search/searchLog.ts';
import { openStore } from '../models/connection.ts';
import { Message } from '../models/message.ts';
import { seededRandom } from './mails/seededRandom.ts';
import { type Asked, askedFor } from './search/askedFor.ts';
import { fillLog } from './search/fillLog.ts';
import { makeOrganizations } from './search/writers.ts';
import { writtenLog } from './search/writtenLog.ts';

const seed = 20261126;
const rounds = 60;
const warmUpRounds = 8;
const yardstick = 'one message by id';
const messagesOfAnOrganization = 2_000;

/** Milliseconds of each search, by what was asked for. */
type Times = Map<Asked['what'] | typeof yardstick | 'all', number[]>;

/**
 * How long searches take among so many messages of half a year, written by a seeded generator and read into the search by
 * Usher's own reader: what the console's route does, from the look whether anything is new to the page of hits. On
 * MONGODB_URI in a database of its own for each size, otherwise on the built-in store.
 *
 * @param sizes how many messages; 10,000, 100,000 and 1,000,000 by default.
 */
export default async function search(...sizes: string[]): Promise<void> {
  if (!sizes.every((size) => /^[1-9]\d{2,7}$/.test(size)))
    throw new RangeError('A size is a number of messages from 100');
  const wanted = sizes.length > 0 ? sizes.map(Number) : [10_000, 100_000, 1_000_000];
  const results: { size: number; times: Times }[] = [];
  for (const size of wanted) results.push({ size, times: await inStore(() => measure(size)) });
  print(results);
}

async function measure(size: number): Promise<Times> {
  const random = seededRandom(seed);
  const organizations = makeOrganizations(Math.max(6, Math.ceil(size / messagesOfAnOrganization)), random);
  const log = writtenLog(size, DateTime.now().minus({ hours: 1 }).toJSDate(), organizations, random);
  const { sample, written, read } = await fillLog(log, organizations, random);
  process.stderr.write(
    `${count(size)} messages written in ${written.toFixed(0)} s, read into the search in ${read.toFixed(0)} s\n`,
  );
  const reader = startLogReader({ log: pino({ level: 'error' }, pino.destination(2)) });
  const times: Times = new Map();
  const note = (what: Parameters<Times['set']>[0], took: number) => times.set(what, [...(times.get(what) ?? []), took]);
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const asked of askedFor(log, sample, organizations, random)) {
      const cursor = asked.what === 'second page' ? await firstPage(asked) : undefined;
      const begun = performance.now();
      await reader.catchUp();
      const found = await searchLog(asked.query, asked.filter, cursor);
      const took = performance.now() - begun;
      if ('wrong' in found) throw new Error(`${asked.query}: wrong ${found.wrong}`);
      const searched = performance.now();
      await Message.findById(sample[0]?.messages[0]?._id).lean();
      if (round < 0) continue;
      note('all', took);
      note(asked.what, took);
      note(yardstick, performance.now() - searched);
    }
  }
  await reader.stop();
  return times;
}

async function firstPage({ query, filter }: Asked): Promise<string | undefined> {
  const page = await searchLog(query, filter);
  return 'rows' in page ? page.next : undefined;
}

async function inStore<Result>(work: () => Promise<Result>): Promise<Result> {
  const server = process.env.MONGODB_URI;
  const dataDirectory = await mkdtemp(join(tmpdir(), 'usher-search-'));
  const address = server ? new URL(server) : undefined;
  if (address) address.pathname = `/usher-search-${randomUUID()}`;
  const store = await openStore({ dataDirectory, ...(address && { mongodbUri: address.href }) });
  try {
    return await work();
  } finally {
    if (address) await mongoose.connection.dropDatabase();
    await store.close();
    await rm(dataDirectory, { recursive: true });
  }
}

function print(results: readonly { size: number; times: Times }[]): void {
  const row = (cells: string[]) =>
    `${cells[0]?.padEnd(20)}${cells
      .slice(1)
      .map((cell) => cell.padStart(22))
      .join('')}\n`;
  process.stdout.write(`Milliseconds a search takes, median and 95th percentile of ${rounds} of each kind.\n\n`);
  process.stdout.write(row(['', ...results.map(({ size }) => `${count(size)} messages`)]));
  const kinds = [...(results[0]?.times.keys() ?? [])].sort((one, other) => rank(one) - rank(other));
  const both = (all: number[]) => `${at(all, 0.5).toFixed(1)} / ${at(all, 0.95).toFixed(1)}`;
  for (const kind of kinds)
    process.stdout.write(row([kind, ...results.map(({ times }) => both(times.get(kind) ?? []))]));
  const [smallest, largest] = [results[0], results.at(-1)].map((result) => result?.times.get('all'));
  if (results.length < 2 || !smallest || !largest) return;
  const ratio = (share: number) => (at(largest, share) / at(smallest, share)).toFixed(2);
  process.stdout.write(`\nlargest to smallest: ${ratio(0.5)} in the middle, ${ratio(0.95)} at the 95th percentile\n`);
}

/** What is summed up comes last. */
function rank(what: string): number {
  return ['all', yardstick].indexOf(what);
}

function at(all: readonly number[], share: number): number {
  const sorted = [...all].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] as number;
}

function count(size: number): string {
  return size.toLocaleString('en');
}
