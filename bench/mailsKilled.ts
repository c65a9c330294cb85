import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { folderNames } from '../mail/incoming/fetch/folderNames.ts';
import { mailMark } from '../mail/mailMark.ts';
import { AccessRequest } from '../models/accessRequest.ts';
import { openStore } from '../models/connection.ts';
import { IncomingMail } from '../models/incomingMail.ts';
import { Invitation } from '../models/invitation.ts';
import { OutgoingMail } from '../models/outgoingMail.ts';
import type { House } from '../onboarding/house.ts';
import { defaultLimits } from '../onboarding/limits.ts';
import { startWorker } from '../onboarding/worker.ts';
import { SandboxFolder } from '../sandbox/mailbox/sandboxFolder.ts';
import { SandboxMail } from '../sandbox/mailbox/sandboxMail.ts';
import { deliver } from './mails/deliver.ts';
import { type MailWorld, makeMailWorld } from './mails/mailWorld.ts';
import { type MixedMail, mixedMails, sharesOf } from './mails/mixedMails.ts';
import { seededRandom } from './mails/seededRandom.ts';

const seed = 20261125;

interface Place {
  dataDirectory: string;
  mongodbUri: string;
  port: number;
}

/**
 * Puts mixed mails (decisions, the same ones delivered twice, requests, bounces, vacation notices, forgeries, garbage)
 * into the sandbox's mailbox, half of them while Usher is dead, half while it lives and hears of them, and kills it, as
 * `npm start` runs it, 20 times at seeded random moments while it deals with them. Then lets it finish, counts what became of each, and sets the exit code when anything is wrong. On the
 * built-in store, or on MONGODB_URI in a database of its own.
 *
 * @param size how many mails, 1000 by default.
 * @param times how often it is killed.
 */
export default async function mailsKilled(size = '1000', times = '20'): Promise<void> {
  if (!/^\d{2,5}$/.test(size)) throw new RangeError('The number of mails is one from 10 to 99999');
  if (!/^[1-9]\d{0,2}$/.test(times)) throw new RangeError('The number of kills is one from 1 to 999');
  const kills = Number(times);
  const dataDirectory = await mkdtemp(join(tmpdir(), 'usher-mails-'));
  const where = { dataDirectory, mongodbUri: databaseOfItsOwn(process.env.MONGODB_URI), port: await freePort() };
  const random = seededRandom(seed);
  const killedAt: Record<string, number> = {};
  try {
    const { world, mails } = await prepare(where, Number(size));
    const shuffled = mails
      .map((mail) => ({ mail, place: random() }))
      .sort((one, other) => one.place - other.place)
      .map(({ mail }) => mail);
    const share = Math.ceil(shuffled.length / kills);
    let undelivered: MixedMail[] = [];
    for (let life = 0; life < kills; life += 1) {
      const [before, inside] = halves(shuffled.slice(life * share, (life + 1) * share));
      await inStore(where, () => deliver([...undelivered, ...before]));
      // About three lines of the log tell of each mail and what follows from it.
      const after = Math.floor(random() * 2.2 * share);
      const { said, left } = await live(where, inside, { after, delay: random() * 60 });
      undelivered = left;
      killedAt[said] = (killedAt[said] ?? 0) + 1;
      process.stderr.write(`killed ${life + 1} of ${kills}\n`);
    }
    await inStore(where, () => deliver(undelivered));
    for (let life = 0; life < 10; life += 1) {
      await live(where, []);
      if (await inStore(where, isDone(mails.length))) break;
    }
    await inStore(where, () => report(world, mails, killedAt, kills));
  } finally {
    if (where.mongodbUri !== '') await inStore(where, () => mongoose.connection.dropDatabase());
    await rm(dataDirectory, { recursive: true, force: true });
  }
}

async function prepare(where: Place, size: number): Promise<{ world: MailWorld; mails: MixedMail[] }> {
  const linkSecret = randomBytes(48).toString('base64url');
  await writeFile(join(where.dataDirectory, 'link-secret'), linkSecret, { mode: 0o600 });
  return await inStore(where, async () => {
    const house: House = {
      linkSecret,
      resolveTxt: async () => [],
      limits: defaultLimits,
      log: pino({ level: 'error' }, pino.destination(2)),
      wake: () => undefined,
    };
    const worker = startWorker(house, { alone: true });
    const counts = sharesOf(size);
    const sizes = { requests: counts.decision + counts.forgery, invitations: counts.bounce };
    const world = await makeMailWorld(house, worker, sizes);
    await worker.stop();
    return { world, mails: await mixedMails(world, size) };
  });
}

async function inStore<Result>(where: Place, work: () => Promise<Result>): Promise<Result> {
  const store = await openStore(where);
  try {
    return await work();
  } finally {
    await store.close();
  }
}

/**
 * One life of Usher.
 *
 * @param mails come in while it lives, a few at a time.
 * @param death after how many lines of the log, and how many milliseconds later, it is killed; sooner when it has
 *   nothing to do any more. Without it, it ends in peace when it has nothing to do any more.
 * @returns what it had said last, and the mails that may not have come in.
 */
async function live(
  { dataDirectory, mongodbUri, port }: Place,
  mails: readonly MixedMail[],
  death?: { after: number; delay: number },
): Promise<{ said: string; left: MixedMail[] }> {
  const file = (path: string) => new URL(path, import.meta.url);
  const loaded = ['--import', 'tsx', '--import', file('mails/deliverInside.ts').href];
  const child = spawn(process.execPath, [...loaded, fileURLToPath(file('../index.ts'))], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDirectory,
      MONGODB_URI: mongodbUri,
      USHER_CHATS: 'off',
      USHER_LOG_LEVEL: 'info',
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'advanced',
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = () => child.kill(death ? 'SIGKILL' : 'SIGTERM');
  let said = 'start';
  let lines = 0;
  let quiet: NodeJS.Timeout | undefined;
  let ready = false;
  const left = new Map(mails.map((mail) => [mail.id, mail]));
  const heard = (what: string): void => {
    said = what;
    lines += 1;
    clearTimeout(quiet);
    if (ready) quiet = setTimeout(end, death ? 15_000 : 30_000);
    if (death && lines === death.after + 1) setTimeout(end, death.delay);
  };
  const sendSome = (): void => {
    const some = [...left.values()].slice(0, 5);
    // It may have been killed in this instant.
    if (some.length > 0 && child.connected) child.send(some, () => undefined);
  };
  child.on('message', (ids: string[]) => {
    for (const id of ids) left.delete(id);
    sendSome();
  });
  child.stdout?.on('data', () => {
    if (!ready) sendSome();
    ready = true;
    heard('ready');
  });
  for await (const line of createInterface({ input: child.stderr as Readable })) heard(messageOf(line));
  await ended;
  clearTimeout(quiet);
  if (!death && child.exitCode !== 0) throw new Error(`Usher ended with ${child.exitCode ?? child.signalCode}`);
  await pause(50);
  return { said, left: [...left.values()] };
}

/** @returns a port that nobody listens at; the same for all lives, so that a subscription outlives them. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function halves<One>(all: readonly One[]): [One[], One[]] {
  const middle = Math.ceil(all.length / 2);
  return [all.slice(0, middle), all.slice(middle)];
}

function messageOf(line: string): string {
  try {
    const { msg, level, err } = JSON.parse(line) as { msg?: string; level?: number; err?: unknown };
    if (Number(level) >= 50) process.stderr.write(`${line}\n`);
    return msg ?? String(err);
  } catch {
    process.stderr.write(`${line}\n`);
    return 'something else';
  }
}

function isDone(size: number): () => Promise<boolean> {
  return async () => {
    const filed = await IncomingMail.countDocuments({ state: 'filed' });
    const waiting = await OutgoingMail.countDocuments({ dueAt: { $exists: true } });
    return filed >= size && waiting === 0;
  };
}

async function report(
  world: MailWorld,
  mails: readonly MixedMail[],
  killedAt: Record<string, number>,
  kills: number,
): Promise<void> {
  const killed = Object.values(killedAt).reduce((sum, count) => sum + count, 0);
  console.log(
    `killed ${killed} times (kill -9, seed ${seed}) with ${mails.length} mails; the log's last line before it:`,
  );
  for (const [what, count] of Object.entries(killedAt).sort()) console.log(`  ${what.padEnd(48)} ${count}`);

  const came = new Map((await IncomingMail.find().lean()).map((mail) => [mail._id, mail]));
  const names = new Map((await SandboxFolder.find().lean()).map(({ _id, displayName }) => [_id, displayName]));
  const lies = new Map(
    (await SandboxMail.find({ _id: { $in: mails.map(({ id }) => id) } }, { mime: 0 }).lean()).map((mail) => [
      mail._id,
      names.get(mail.deliveredTo[0]?.folder ?? '') ?? 'inbox',
    ]),
  );
  const outgoing = await OutgoingMail.find().lean();
  const about = new Set(outgoing.map(({ _id }) => _id));
  const twins = pairs(mails);
  const wrong: Record<string, string[]> = {};
  const blame = (what: string, id: string) => {
    wrong[what] = [...(wrong[what] ?? []), id];
  };

  const table: Record<string, Record<string, number>> = {};
  for (const mail of mails) {
    const folder = lies.get(mail.id) ?? 'nowhere';
    const row = table[mail.what] ?? {};
    row[folder] = (row[folder] ?? 0) + 1;
    table[mail.what] = row;
    const kind = came.get(graphId(mail.id))?.kind;
    if (folder !== (kind && folderNames[kind]) || came.get(graphId(mail.id))?.state !== 'filed')
      blame('mails not in the folder of their kind', mail.id);
    const twin = twins.get(mail.id);
    if (twin === undefined) {
      if (kind !== mail.kind)
        blame('mails taken for something else', `${mail.what}: ${kind}, ${came.get(graphId(mail.id))?.outcome}`);
    } else {
      const kinds = [kind ?? 'none', came.get(graphId(twin))?.kind ?? 'none'].sort().join();
      if (kinds !== 'decision,duplicate') blame('mails taken for something else', `${mail.what}: ${kinds}`);
    }
    const automatic = ['bounce', 'vacation', 'garbage'].includes(mail.what);
    if (automatic && (about.has(`answer-${graphId(mail.id)}`) || about.has(`unproven-${graphId(mail.id)}`))) {
      blame('automatic mails answered', mail.id);
    }
    if (mail.what === 'forgery' && kind === 'unproven' && about.has(`answer-${graphId(mail.id)}`)) {
      blame('forgeries answered', mail.id);
    }
  }

  let exactlyOnce = 0;
  const genuine = new Map<string, { state: string; ids: string[] }>();
  for (const { id, decides } of mails) {
    if (!decides) continue;
    const known = genuine.get(decides.requestId);
    genuine.set(decides.requestId, { state: decides.state, ids: [...(known?.ids ?? []), id] });
  }
  const marks = new Map<string, number>();
  for (const { properties } of await SandboxMail.find(
    { mailbox: 'usher@businesscenter.example' },
    { mime: 0, body: 0 },
  ).lean()) {
    for (const { id, value } of properties) if (id === mailMark) marks.set(value, (marks.get(value) ?? 0) + 1);
  }
  for (const { requestId, requester } of world.asked) {
    const request = await AccessRequest.findById(requestId).lean();
    const invitations = await Invitation.find({ email: requester.email }).lean();
    const decided = genuine.get(requestId);
    if (decided === undefined) {
      if (request?.state !== 'open' || invitations.length > 0) blame('forgeries that had an effect', requestId);
      continue;
    }
    const ids = invitations.map(({ _id }) => _id.toHexString());
    const invited = outgoing.filter(
      ({ notice, to }) =>
        notice.kind === 'invitation' && ids.includes(notice.invitationId) && to.email === requester.email,
    );
    const expected = decided.state === 'approved' ? 1 : 0;
    const roles = invitations.flatMap(({ roles }) => roles).join();
    const good =
      request?.state === decided.state &&
      decided.ids.map(graphId).includes(request.decision?.origin ?? '') &&
      invitations.length === expected &&
      invited.length === expected &&
      invited.every(({ _id }) => marks.get(_id) === 1) &&
      roles === (expected === 1 ? 'reportViewer' : '');
    if (good) exactlyOnce += 1;
    else blame('decisions without their one effect', `${requestId}: ${request?.state}, ${invitations.length} invited`);
  }

  let marked = 0;
  for (const { id, bounced } of mails) {
    if (bounced === undefined) continue;
    if ((await Invitation.findById(bounced).lean())?.undeliverable) marked += 1;
    else blame('bounces not noted', id);
  }

  const answers = outgoing.filter(({ notice }) => notice.kind === 'mailAnswer');
  const perMail = new Map<string, number>();
  for (const { _id, answers: thread } of answers) {
    const key = thread?.messageId ?? _id;
    perMail.set(key, (perMail.get(key) ?? 0) + (marks.get(_id) ?? 0));
  }
  for (const [key, sent] of perMail) if (sent !== 1) blame('answers not sent exactly once', `${key}: ${sent}`);
  for (const { what, messageId = '' } of mails) {
    if (what === 'decision' && perMail.get(messageId) !== 1) blame('decisions not answered exactly once', messageId);
    if (what === 'request' && perMail.get(messageId) !== 1) blame('requests not answered exactly once', messageId);
  }
  const unsent = outgoing.filter(({ dueAt }) => dueAt !== undefined).length;
  if (unsent > 0) blame('mails still in the outbox', String(unsent));
  if (came.size !== mails.length) blame('mails recorded', `${came.size} of ${mails.length}`);

  for (const [what, row] of Object.entries(table)) {
    const where = Object.entries(row)
      .sort()
      .map(([folder, count]) => `${folder} ${count}`)
      .join('; ');
    console.log(
      `${what.padEnd(10)} ${String(Object.values(row).reduce((sum, count) => sum + count, 0)).padStart(4)}  ${where}`,
    );
  }
  console.log(`decisions that took effect exactly once  ${exactlyOnce} of ${genuine.size}`);
  console.log(`invitations noted as undeliverable       ${marked}`);
  console.log(`answers, each sent once                  ${[...perMail.values()].filter((sent) => sent === 1).length}`);
  for (const what of [
    'forgeries that had an effect',
    'automatic mails answered',
    'mails not in the folder of their kind',
    'answers not sent exactly once',
  ]) {
    console.log(`${what.padEnd(40)} ${wrong[what]?.length ?? 0}`);
  }
  for (const [what, which] of Object.entries(wrong)) {
    console.log(`WRONG ${what}: ${which.length}, such as ${which.slice(0, 3).join(' | ')}`);
  }
  if (killed !== kills || exactlyOnce !== genuine.size || Object.keys(wrong).length > 0) process.exitCode = 1;
}

/** By which id Graph shows the copy that was delivered to the first, and only, recipient of a mail of the sandbox. */
function graphId(id: string): string {
  return `${id}~0`;
}

/** @returns of each mail that is delivered twice, the other one. */
function pairs(mails: readonly MixedMail[]): Map<string, string> {
  const first = new Map<string, string>();
  const pairs = new Map<string, string>();
  for (const { id, decides, messageId } of mails) {
    if (!decides || messageId === undefined) continue;
    const other = first.get(messageId);
    if (other === undefined) first.set(messageId, id);
    else pairs.set(id, other).set(other, id);
  }
  return pairs;
}

function databaseOfItsOwn(server: string | undefined): string {
  if (!server) return '';
  const address = new URL(server);
  address.pathname = `/usher-mails-${randomUUID()}`;
  return address.href;
}
