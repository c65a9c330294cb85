// The helpdesk's console on a store with 10,000 messages, in which five more are said every second.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose, { Types } from 'mongoose';
import restify from 'restify';
import { startLogReader } from '../../helpdesk/log/logReader.ts';
import { mountHelpdesk } from '../../helpdesk/mountHelpdesk.ts';
import { startOperatorSession } from '../../helpdesk/signIn/startOperatorSession.ts';
import { openStore } from '../../models/connection.ts';
import { Conversation } from '../../models/conversation.ts';
import { ListedConversation } from '../../models/listedConversation.ts';
import { Message } from '../../models/message.ts';
import type { House } from '../../onboarding/house.ts';
import { defaultLimits } from '../../onboarding/limits.ts';
import { mountPages } from '../../web/mountPages.ts';
import { seededRandom } from '../mails/seededRandom.ts';
import { fillLog } from '../search/fillLog.ts';
import { makeOrganizations } from '../search/writers.ts';
import { writtenLog } from '../search/writtenLog.ts';
import { measuredServer } from '../turns/measuredServer.ts';

/** What the measuring process is told. */
export interface World {
  /** Cookies of signed-in operators. */
  cookies: string[];
  /** Ids of the conversations in which most was said lately. */
  conversations: string[];
}

const messages = 10_000;
const operators = 20;
const conversations = 100;
const sayEvery = 200;

const dataDirectory = mkdtempSync(join(tmpdir(), 'usher-console-'));
const database = process.env.MONGODB_URI ? new URL(process.env.MONGODB_URI) : undefined;
if (database) database.pathname = `/usher-console-${randomUUID()}`;
const store = await openStore({ dataDirectory, ...(database && { mongodbUri: database.href }) });

const random = seededRandom(20261126);
const organizations = makeOrganizations(20, random);
await fillLog(writtenLog(messages, new Date(), organizations, random), organizations, random);

let ending = false;
// Streams that stand open are cut off at the end.
const log = {
  info: () => undefined,
  warn: console.warn,
  error: (...what: unknown[]) => ending || console.error(...what),
};
const house: House = {
  linkSecret: 'a secret of thirty-two bytes and more, for benchmarks only',
  resolveTxt: async () => [],
  // Nobody reads as fast as this is measured.
  limits: { ...defaultLimits, looksPerOperator: { most: 1_000_000_000, per: { minutes: 5 } } },
  log,
  wake: () => undefined,
};
// As index.ts has it.
const server = restify.createServer({ handleUncaughtExceptions: false, maxParamLength: 1_000 } as object);
const logReader = startLogReader({ log, every: 5_000 });
const settings = {
  house,
  publicUrl: 'http://localhost:3978',
  proxyHops: 0,
  pageFolder: new URL('file:///nowhere/'),
  logReader,
};
mountHelpdesk(server, mountPages(server, settings), settings);

const cookies = await Promise.all(
  Array.from({ length: operators }, async (_, index) => {
    const email = `operator${index}@northwindtraders.com`;
    const provenBy = 'microsoft' as const;
    return `usher-helpdesk=${await startOperatorSession({ email, name: email, roles: ['Helpdesk.Read'], provenBy })}`;
  }),
);
const listed = await ListedConversation.find({}, { person: 1 }).sort({ lastMessageAt: -1 }).limit(conversations).lean();

process.on('message', (question) => {
  if (question === 'world') process.send?.({ cookies, conversations: listed.map(({ _id }) => _id) } satisfies World);
});

/** Somebody says something, as a turn writes it. */
async function say(): Promise<void> {
  const { _id, person } = listed[Math.floor(random() * listed.length)] as (typeof listed)[number];
  const at = new Date();
  await Message.collection.insertOne({
    _id: new Types.ObjectId(),
    conversation: _id,
    at,
    direction: 'in',
    person,
    text: 'Who is my administrator?',
  } as never);
  await Conversation.updateOne({ _id }, { $set: { lastMessageAt: at } });
}
const saying = setInterval(() => void say().catch(log.error), sayEvery);

measuredServer(server.server as Server, async () => {
  ending = true;
  clearInterval(saying);
  await logReader.stop();
  if (database) await mongoose.connection.dropDatabase();
  await store.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});
