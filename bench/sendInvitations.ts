// One life of the process that killedWhileSending.ts kills: store, worker, outbox and the sandbox's mailbox, as index.ts
// wires them in local mode. It invites whoever is not yet invited while the earlier ones are being sent, and ends when
// everything is. One line on standard output for each thing that happens.
import { writeSync } from 'node:fs';
import { Duration, Settings } from 'luxon';
import { pino } from 'pino';
import restify from 'restify';
import { startOutbox } from '../mail/outbox.ts';
import { openStore } from '../models/connection.ts';
import { Membership } from '../models/membership.ts';
import { OutgoingMail } from '../models/outgoingMail.ts';
import { PurchasingAccount } from '../models/purchasingAccount.ts';
import type { House } from '../onboarding/house.ts';
import { inviteUser } from '../onboarding/inviteUser.ts';
import { defaultLimits } from '../onboarding/limits.ts';
import { loadAgreement } from '../onboarding/loadAgreement.ts';
import { startWorker } from '../onboarding/worker.ts';
import { mountMailbox } from '../sandbox/mailbox/mountMailbox.ts';

const [dataDirectory = '', mongodbUri = '', people = '0', life = '0'] = process.argv.slice(2);

// Each life begins five minutes after the one before, so that what that one had leased is free again.
let ahead = Number(life) * 5 * 60 * 1000;
Settings.now = () => Date.now() + ahead;

const happened = (what: string): void => {
  writeSync(1, `${what}\n`);
};

const store = await openStore({ dataDirectory, mongodbUri });
const server = restify.createServer();
const stepOf = ({ method, url = '' }: restify.Request) => {
  if (method !== 'POST') return 'look-up';
  return url.endsWith('/send') ? 'sending' : 'draft';
};
server.pre((request, _response, next) => {
  happened(`${stepOf(request)} asked`);
  next();
});
server.on('after', (request: restify.Request) => happened(`${stepOf(request)} answered`));
mountMailbox(server, { people: [] });
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

const log = pino({ level: 'warn' }, pino.destination(2));
const linkSecret = 'the secret of a benchmark, long enough for links';
const outbox = startOutbox({
  graph: {
    baseUrl: `http://127.0.0.1:${server.address().port}/sandbox/graph`,
    mailbox: 'usher@contoso.com',
    getToken: async () => undefined,
  },
  linkSecret,
  publicUrl: 'http://localhost:3978',
  giveUpAfter: Duration.fromObject({ days: 3 }),
  log,
});
const house: House = {
  linkSecret,
  resolveTxt: async () => [],
  limits: defaultLimits,
  log,
  wake: () => worker.wake(),
  recorded: () => {
    happened('recorded');
    outbox.wake();
  },
};
const worker = startWorker(house);

const marco = { email: 'marco.ferri@contoso.com', firstName: 'Marco', lastName: 'Ferri' };
await loadAgreement(
  house,
  { ...marco, language: 'it', channel: 'commandLine' },
  {
    agreements: [
      {
        number: '4100012345',
        organization: 'Contoso S.p.A.',
        country: 'IT',
        timeZone: 'Europe/Rome',
        signedBy: { firstName: 'Paola', lastName: 'Conti' },
        accounts: [{ number: '0005012345', administrator: { ...marco, language: 'it' } }],
      },
    ],
  },
);
const account = await PurchasingAccount.findOne({ number: '0005012345' }).lean();
if (account === null) throw new Error('The agreement was not loaded');
const membership = { email: marco.email, purchasingAccount: account._id };
await Membership.updateOne(
  membership,
  {
    $setOnInsert: {
      ...marco,
      language: 'it',
      roles: [{ role: 'accountAdministrator', since: new Date(), givenBy: marco.email }],
    },
  },
  { upsert: true },
);

happened('ready');
for (let number = 1; number <= Number(people); number += 1) {
  const result = await inviteUser(
    house,
    { ...marco, language: 'it', channel: 'teams' },
    {
      purchasingAccountId: account._id.toHexString(),
      email: `person${number}@contoso.com`,
      firstName: 'Person',
      lastName: `Number ${number}`,
      language: number % 2 === 0 ? 'it' : 'en',
      country: 'IT',
      roles: ['reportViewer'],
      confirmOutsideDomain: true,
    },
  );
  if (result.outcome === 'invited') happened('invited');
  else if (result.refusal.reason !== 'alreadyInvited') throw new Error(`Refused: ${result.refusal.reason}`);
}
for (;;) {
  await worker.drain();
  await outbox.drain();
  const next = await OutgoingMail.findOne({ dueAt: { $exists: true } }, { dueAt: 1 })
    .sort({ dueAt: 1 })
    .lean();
  if (!next?.dueAt) break;
  // What could not be sent waits for its next attempt; nobody else does.
  ahead = Math.max(ahead, next.dueAt.getTime() - Date.now());
}
await worker.stop();
await outbox.stop();
server.close();
await store.close();
happened('done');
process.exit(0);
