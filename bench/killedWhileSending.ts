import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { openStore } from '../models/connection.ts';
import { Invitation } from '../models/invitation.ts';
import { OutgoingMail } from '../models/outgoingMail.ts';
import { SandboxMail } from '../sandbox/mailbox/sandboxMail.ts';
import { seededRandom } from './mails/seededRandom.ts';

const people = 100;
const kills = 50;
const seed = 20261123;

/**
 * Kills the process (`kill -9`) at 50 random moments while 100 invitations are being written, recorded, drafted and sent,
 * starting it anew each time, lets it finish, and counts what lies in each of the 100 mailboxes. On the built-in store,
 * or on MONGODB_URI in a database of its own. Sets the exit code when any mail is missing or there twice.
 */
export default async function killedWhileSending(): Promise<void> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'usher-killed-'));
  const mongodbUri = databaseOfItsOwn(process.env.MONGODB_URI);
  const random = seededRandom(seed);
  const killedAt: Record<string, number> = {};
  let lives = 0;
  let killed = 0;
  try {
    // Some 1,200 things happen in all, looking up what the life before had in hand included; a life ends after less
    // than a fiftieth of them on average, so that the sending takes all lives.
    for (; killed < kills; lives += 1) {
      const after = 1 + Math.floor(random() * 32);
      const moment = await live({ dataDirectory, mongodbUri, life: lives }, { after, delay: random() * 4 });
      if (moment === undefined) break;
      killed += 1;
      killedAt[moment] = (killedAt[moment] ?? 0) + 1;
    }
    const before = await sentSoFar(dataDirectory, mongodbUri);
    await live({ dataDirectory, mongodbUri, life: lives });
    console.log(`sent when it was killed for the last time: ${before} of ${people}`);
    await report(dataDirectory, mongodbUri, killed, killedAt);
  } finally {
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

/**
 * @param death after how many things that happen, and how many milliseconds later, the process is killed.
 * @returns what had happened last when it was killed; undefined when it came to its end.
 */
async function live(
  where: { dataDirectory: string; mongodbUri: string; life: number },
  death?: { after: number; delay: number },
): Promise<string | undefined> {
  const script = fileURLToPath(new URL('./sendInvitations.ts', import.meta.url));
  const parameters = [where.dataDirectory, where.mongodbUri, String(people), String(where.life)];
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...parameters], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
  });
  let last = 'start';
  let left = Number.POSITIVE_INFINITY;
  for await (const what of createInterface({ input: child.stdout })) {
    last = what;
    if (what === 'ready' && death !== undefined) left = death.after;
    else left -= 1;
    if (left === 0) setTimeout(() => child.kill('SIGKILL'), death?.delay);
  }
  const end = await ended;
  if (end === 'SIGKILL') return last;
  if (end === 0) return undefined;
  throw new Error(`The process ended with ${end}`);
}

async function sentSoFar(dataDirectory: string, mongodbUri: string): Promise<number> {
  const store = await openStore({ dataDirectory, mongodbUri });
  const sent = await SandboxMail.countDocuments({ 'deliveredTo.address': /^person/ });
  await store.close();
  return sent;
}

async function report(
  dataDirectory: string,
  mongodbUri: string,
  killed: number,
  killedAt: Record<string, number>,
): Promise<void> {
  const store = await openStore({ dataDirectory, mongodbUri });
  let once = 0;
  let twice = 0;
  let missing = 0;
  for (let number = 1; number <= people; number += 1) {
    const address = `person${number}@contoso.com`;
    const mails = await SandboxMail.countDocuments({ 'deliveredTo.address': address, sentAt: { $exists: true } });
    if (mails === 1) once += 1;
    else if (mails === 0) missing += 1;
    else twice += 1;
  }
  const drafts = await SandboxMail.countDocuments({ folder: 'drafts' });
  const waiting = await OutgoingMail.countDocuments({ dueAt: { $exists: true } });
  console.log(`killed ${killed} times (kill -9, seed ${seed}) on the ${store.engine} store, last seen before it:`);
  for (const [what, count] of Object.entries(killedAt).sort()) console.log(`  ${what.padEnd(24)} ${count}`);
  console.log(`invitations              ${await Invitation.countDocuments({ email: /^person\d+@/ })}`);
  console.log(`mails there exactly once ${once}`);
  console.log(`mails missing            ${missing}`);
  console.log(`mails there twice        ${twice}`);
  console.log(`drafts left over, unsent ${drafts}`);
  console.log(`mails still in the outbox ${waiting}`);
  if (mongodbUri !== '') await mongoose.connection.dropDatabase();
  await store.close();
  if (once !== people || killed !== kills || waiting !== 0) process.exitCode = 1;
}

function databaseOfItsOwn(server: string | undefined): string {
  if (!server) return '';
  const address = new URL(server);
  address.pathname = `/usher-killed-${randomUUID()}`;
  return address.href;
}
