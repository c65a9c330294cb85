// Usher's own turn: the activity checked, the person looked up, the sentence understood, the walk *Invite a user* begun or
// gone on with, its state kept, the turn recorded in the store and in the conversation log, the filled-in form sent back.
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import restify from 'restify';
import { mountBot } from '../../bot/routes.ts';
import { createWalks } from '../../dialogs/root.ts';
import { createUnderstanding } from '../../language/understand.ts';
import { openStore } from '../../models/connection.ts';
import { defaultLimits } from '../../onboarding/limits.ts';
import { fillSampleOrganizations } from '../../sandbox/sampleOrganizations.ts';
import { measuredServer } from './measuredServer.ts';

const dataDirectory = mkdtempSync(join(tmpdir(), 'usher-bench-'));
const store = await openStore({ dataDirectory });

const log = { info: () => undefined, warn: console.warn, error: console.error };
const server = restify.createServer();
const house = {
  linkSecret: 'a secret of thirty-two bytes and more, for benchmarks only',
  resolveTxt: async () => [],
  limits: defaultLimits,
  log,
  wake: () => undefined,
};
await fillSampleOrganizations(house);
const { understand } = createUnderstanding();
const walks = createWalks({ house, understand, publicUrl: 'http://localhost:3978' });
const bot = mountBot(server, { walks, house, log, exclusiveStore: true });
bot.start();
measuredServer(server.server as Server, async () => {
  await bot.stop();
  await store.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});
