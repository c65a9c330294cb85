// Usher's own turn: the activity checked, the person looked up, the walk's state read and written, the turn recorded in
// the store and in the conversation log, a form of the size of a real one sent back.
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import restify from 'restify';
import { mountBot } from '../../bot/routes.ts';
import { openStore } from '../../models/connection.ts';
import { defaultLimits } from '../../onboarding/limits.ts';
import { answerQuestions } from './echoServer.ts';
import { standInWalks } from './standInWalks.ts';

const dataDirectory = mkdtempSync(join(tmpdir(), 'usher-bench-'));
const store = await openStore({ dataDirectory });

const log = { info: () => undefined, warn: console.warn, error: console.error };
const server = restify.createServer();
const bot = mountBot(server, {
  walks: standInWalks,
  house: {
    linkSecret: 'a secret of thirty-two bytes and more, for benchmarks only',
    resolveTxt: async () => [],
    limits: defaultLimits,
    log,
    wake: () => undefined,
  },
  log,
  exclusiveStore: true,
});
bot.start();
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port }));
answerQuestions(async () => {
  await bot.stop();
  await store.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});
