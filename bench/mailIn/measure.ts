// Run compiled, in a process of its own, by mailIn.ts.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { pino } from 'pino';
import { createWalks } from '../../dialogs/root.ts';
import { createUnderstanding } from '../../language/understand.ts';
import { startActing } from '../../mail/incoming/act/actOnMails.ts';
import { examineMail } from '../../mail/incoming/examine/examineMail.ts';
import { recordSource } from '../../mail/incoming/fetch/recordSource.ts';
import { openStore } from '../../models/connection.ts';
import { IncomingMail } from '../../models/incomingMail.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import type { House } from '../../onboarding/house.ts';
import { defaultLimits } from '../../onboarding/limits.ts';
import { startWorker } from '../../onboarding/worker.ts';
import { publishedTxt } from '../../sandbox/mailbox/signing/publishedTxt.ts';
import { makeMailWorld } from '../mails/mailWorld.ts';
import { mailbox } from '../mails/mixedMails.ts';
import { type OfficeMail, officeMails, shares } from './officeMails.ts';

const rounds = 5;
/** V8 goes on compiling for so many rounds. */
const warmUp = 2;
const perRound = 100;
const limits = { bytes: 20_000_000, parts: 200, nesting: 20, headers: 1_000, addresses: 500 };

/** Of one round. */
interface Figures {
  mailsPerSecond: number;
  /** Of the process, user and system, in microseconds. */
  cpuPerMail: number;
}
interface Row {
  usher: Figures;
  bare: Figures;
}

const dataDirectory = await mkdtemp(join(tmpdir(), 'usher-mail-in-'));
try {
  await measure();
} finally {
  await rm(dataDirectory, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const house: House = {
    linkSecret: 'the secret of a benchmark, long enough for links',
    resolveTxt: async () => [],
    limits: defaultLimits,
    log: pino({ level: 'error' }, pino.destination(2)),
    wake: () => undefined,
  };
  const size = (warmUp + rounds) * perRound;
  // What is only prepared need not wait for the disk.
  const preparing = await openStore({ dataDirectory, durable: false });
  const worker = startWorker(house, { alone: true });
  const world = await makeMailWorld(house, worker, {
    requests: (2 * size * shares.decision) / 20,
    invitations: (2 * size * shares.bounce) / 20,
    accounts: 40,
  });
  await worker.stop();
  const half = <One>(all: readonly One[], which: 0 | 1) => all.slice((which * all.length) / 2).slice(0, all.length / 2);
  const sorts = await Promise.all(
    ([0, 1] as const).map(async (which) => {
      const ofItsOwn = { asked: half(world.asked, which), invited: half(world.invited, which) };
      return { mails: await officeMails(ofItsOwn, size, which === 1), rows: [] as Row[] };
    }),
  );

  await preparing.close();
  const store = await openStore({ dataDirectory });

  const { understand } = createUnderstanding();
  // Name servers that answer at once.
  const answers = new Map<string, Promise<string[]>>();
  const published = publishedTxt(house.resolveTxt);
  let authentication = 'exchange';
  const acting = startActing({
    house,
    walks: createWalks({ house, understand, publicUrl: 'http://127.0.0.1:3978' }),
    examine: (mime) =>
      examineMail(mime, {
        limits,
        mailbox,
        authentication,
        understand,
        resolveTxt: (name) => {
          const answer = answers.get(name) ?? published(name);
          answers.set(name, answer);
          return answer;
        },
      }),
    file: async () => undefined,
    alone: true,
    log: house.log,
  });
  const usher = async (mails: readonly OfficeMail[]) => {
    const ids = await found(mails);
    return async () => {
      await eachOf([...mails.entries()], 4, async ([index, { mime }]) => {
        await recordSource(ids[index] as string, mime);
        acting.wake();
      });
      await acting.drain();
    };
  };
  const bare = async (mails: readonly OfficeMail[]) => async () => {
    for (const { mime } of mails) await simpleParser(mime);
  };
  const contestants = { usher, bare };
  for (let round = 0; round < warmUp + rounds; round += 1) {
    for (const [which, { mails, rows }] of sorts.entries()) {
      authentication = which === 0 ? 'exchange' : 'verify';
      const some = mails.slice(round * perRound, (round + 1) * perRound);
      const row: Partial<Row> = {};
      const order: (keyof Row)[] = round % 2 === 0 ? ['bare', 'usher'] : ['usher', 'bare'];
      for (const name of order) row[name] = await timed(some.length, await contestants[name](some));
      if (round >= warmUp) rows.push(row as Row);
    }
  }
  await acting.stop();
  await check(2 * size);
  await store.close();

  console.log(`Medians of ${rounds} interleaved rounds of ${perRound} mails.\n`);
  for (const [index, { mails, rows }] of sorts.entries()) {
    const sizes = mails.map(({ mime }) => mime.length).sort((one, other) => one - other);
    const kilobytes = (share: number) => ((sizes[Math.floor(sizes.length * share)] as number) / 1_024).toFixed(0);
    console.log(
      `${index === 0 ? 'Mails as Outlook and Exchange Online write them, proven by its Authentication-Results' : 'The same without headers of servers, styles and images, proven by verifying their signature'}: ${kilobytes(0.5)} KB in the middle, nine of ten up to ${kilobytes(0.9)} KB`,
    );
    for (const name of ['usher', 'bare'] as const) {
      const of = (figure: keyof Figures) => median(rows.map((row) => row[name][figure])).toFixed(0);
      const what = name === 'usher' ? 'Usher, from MIME to recorded answer' : 'bare mailparser';
      console.log(
        `  ${what.padEnd(38)}${of('mailsPerSecond').padStart(6)} mails/s${of('cpuPerMail').padStart(8)} µs CPU/mail`,
      );
    }
    const ratio = median(rows.map((row) => row.usher.mailsPerSecond / row.bare.mailsPerSecond));
    const cpu = median(rows.map((row) => row.bare.cpuPerMail / row.usher.cpuPerMail));
    console.log(`  ${'ratio'.padEnd(38)}${ratio.toFixed(2).padStart(6)}        ${cpu.toFixed(2).padStart(8)}\n`);
  }
}

async function timed(mails: number, work: () => Promise<void>): Promise<Figures> {
  const before = process.cpuUsage();
  const begun = performance.now();
  await work();
  const took = performance.now() - begun;
  const { user, system } = process.cpuUsage(before);
  return { mailsPerSecond: (mails / took) * 1_000, cpuPerMail: (user + system) / mails };
}

/** As the inbox does: so many at a time, as many as are fetched from Graph at once. */
async function eachOf<One>(all: One[], atATime: number, work: (one: One) => Promise<void>): Promise<void> {
  const runners = Array.from({ length: atATime }, async () => {
    for (let one = all.shift(); one !== undefined; one = all.shift()) await work(one);
  });
  await Promise.all(runners);
}

/** Fast and wrong does not count: each mail was taken for what it is, each question and each decision was answered. */
async function check(size: number): Promise<void> {
  const expected = { decision: 'decision', request: 'request', bounce: 'bounce', automatic: 'automatic' } as const;
  for (const [what, kind] of Object.entries(expected)) {
    const count = await IncomingMail.countDocuments({ kind, state: 'filed' });
    const wanted = (size * shares[what as keyof typeof shares]) / 20;
    if (count !== wanted)
      throw new Error(`${count} mails were taken for the kind ${kind}, not ${wanted}: ${await seen()}`);
  }
  const answers = await OutgoingMail.countDocuments({ 'notice.kind': 'mailAnswer' });
  const wanted = (size * (shares.decision + shares.request)) / 20;
  if (answers !== wanted) throw new Error(`${answers} mails were answered, not ${wanted}: ${await seen()}`);
}

async function seen(): Promise<string> {
  const mails = await IncomingMail.find().lean();
  const outcomes = mails.map(({ state, kind, outcome, lastFault }) => `${state} ${kind}: ${outcome ?? lastFault}`);
  return [...new Set(outcomes)].join('; ');
}

/** They lie in the inbox; what comes then is measured. @returns their ids. */
async function found(mails: readonly OfficeMail[]): Promise<string[]> {
  const receivedAt = new Date();
  const ids = mails.map(() => randomUUID());
  await IncomingMail.insertMany(
    ids.map((_id) => ({ _id, state: 'found', receivedAt, attempts: 0, fetchAt: receivedAt })),
  );
  return ids;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] as number;
}
