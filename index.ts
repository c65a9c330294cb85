import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Duration } from 'luxon';
import { register } from 'prom-client';
import restify, { type Request, type Response, type Server } from 'restify';
import { noticeCard } from './bot/noticeCard.ts';
import { startProactive } from './bot/proactive.ts';
import { readBody } from './bot/readBody.ts';
import { mountBot } from './bot/routes.ts';
import type { TeamsCredentials } from './bot/teamsCredentials.ts';
import { certificateKey } from './certificateKey.ts';
import { createWalks } from './dialogs/root.ts';
import { startFiguresKeeper } from './helpdesk/figures/keepFigures.ts';
import type { HelpdeskSettings } from './helpdesk/helpdeskSettings.ts';
import { startLogReader } from './helpdesk/log/logReader.ts';
import { mountHelpdesk } from './helpdesk/mountHelpdesk.ts';
import { startRetention } from './helpdesk/retention/startRetention.ts';
import { helpdeskReturnPath } from './helpdesk/signIn/helpdeskReturnPath.ts';
import { helpdeskSignIn } from './helpdesk/signIn/helpdeskSignIn.ts';
import { createUnderstanding } from './language/understand.ts';
import type { LocalMode } from './localMode.ts';
import { openLog } from './log.ts';
import { graphToken } from './mail/graphToken.ts';
import { startActing } from './mail/incoming/act/actOnMails.ts';
import { startInbox } from './mail/incoming/fetch/inbox.ts';
import { mountNotifications } from './mail/incoming/fetch/notificationRoutes.ts';
import { MailboxTraffic } from './mail/mailboxTraffic.ts';
import { startOutbox } from './mail/outbox.ts';
import { openStore } from './models/connection.ts';
import { storeFaults } from './models/storeFaults.ts';
import { mountFigures } from './mountFigures.ts';
import type { House } from './onboarding/house.ts';
import { defaultLimits } from './onboarding/limits.ts';
import { recordMail } from './onboarding/perform/recordMail.ts';
import { txtResolver } from './onboarding/txtResolver.ts';
import { startWorker } from './onboarding/worker.ts';
import { refuseUntilReady } from './refuseUntilReady.ts';
import { readSettings, type Service, type Settings, SettingsError } from './settings.ts';
import { mountPages } from './web/mountPages.ts';
import { refuseUnreadable } from './web/refuseUnreadable.ts';
import { entraSignIn } from './web/signIn/entraSignIn.ts';
import { microsoftReturnPath } from './web/signIn/microsoftSignIn.ts';

/** How long what is in hand may take when Usher is stopped, in milliseconds. */
const stopPatience = 2_000;

/** How often the helpdesk's lists are brought up with the log while nobody looks at them, in milliseconds. */
const readLogEvery = 5_000;

/** The router's own limit is 100 characters, and a chat's id in Teams has more; `@types/restify` does not know it. */
const longParams = { maxParamLength: 1_000 };

/** Nothing can be heard at that address or port; the operator chooses others. */
class CannotListenError extends Error {
  constructor({ host, port }: Settings, { code }: NodeJS.ErrnoException) {
    super(
      code === 'EADDRINUSE'
        ? `Port ${port} is taken by another program. Set PORT to another one.`
        : `Usher cannot listen on port ${port} of ${host} (${code}). Look at PORT and USHER_HOST.`,
    );
  }
}

try {
  const stop = await start(readSettings(process.env));
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A second Ctrl-C is for those who do not want to wait. Nothing is lost: that is what the store is for.
      if (stopping) process.kill(process.pid, 'SIGKILL');
      stopping = true;
      void stop().then(() => process.exit(0));
    });
  }
} catch (fault) {
  // What the operator can mend is said in plain words; anything else is a fault, with all it tells.
  const plain = [SettingsError, CannotListenError, ...storeFaults];
  const isPlain = plain.some((kind) => fault instanceof kind);
  console.error(isPlain ? `Usher does not start. ${(fault as Error).message}` : fault);
  process.exit(1);
}

/** @returns what ends everything that was started. */
async function start(settings: Settings): Promise<() => Promise<void>> {
  const log = openLog(settings.logLevel);
  const server = restify.createServer({ name: 'Usher', handleUncaughtExceptions: false, ...longParams });
  refuseUnreadable(server);
  // Messages are taken from the moment this says so, and not before.
  let ready = false;
  refuseUntilReady(server, () => ready);
  server.get('/healthz', async (_request: Request, response: Response) => {
    response.json(ready ? 200 : 503, { status: ready ? 'ready' : 'starting' });
  });
  if (settings.metrics) mountFigures(server, { register, log });
  const port = await listen(server, settings);
  // Nothing of it is loaded where Usher serves Teams. Models must be known before the store is opened, which builds their
  // indexes, and the sandbox has one of its own.
  const localMode = settings.local && (await import('./localMode.ts'));
  const store = await openStore({ mongodbUri: settings.mongodbUri, dataDirectory: settings.dataDirectory });
  const publicUrl = settings.publicUrl ?? `http://localhost:${port}`;

  const senders: { mail?: () => void; message?: () => void } = {};
  let wakeWorker = (): void => undefined;
  const house: House = {
    linkSecret: settings.linkSecret ?? keptSecret(settings.dataDirectory),
    resolveTxt: txtResolver(settings.dnsServers),
    limits: defaultLimits,
    log,
    wake: () => wakeWorker(),
    recorded: (what) => senders[what]?.(),
    auditSecrets: settings.auditSecrets,
    appended: (head) => log.info(head, 'audit log'),
    conversationChanged: (conversation) => bot.conversationChanged(conversation),
    ...(settings.helpdeskChannel && { announceWaitingIn: settings.helpdeskChannel.language }),
  };

  const { understand } = createUnderstanding();
  const walks = createWalks({ house, understand, publicUrl });
  const exclusiveStore = store.engine === 'embedded';
  const bot = mountBot(server, {
    walks,
    house,
    log,
    exclusiveStore,
    ...(settings.service && { teams: credentials(settings.service) }),
  });
  const local = localMode && (await localMode.startLocal({ settings, server, house, port, publicUrl }));
  const microsoft = microsoftFor(settings, publicUrl, house, local);
  const pages = mountPages(server, {
    house,
    publicUrl,
    proxyHops: settings.proxyHops,
    ...(microsoft && { microsoft }),
    ...(local && { places: local.places }),
  });
  const helpdesk = helpdeskFor(settings, publicUrl, house, local);
  // Where there is no console nobody reads what it lists; it reads up on the log when it is there.
  const logReader = helpdesk && startLogReader({ log, every: readLogEvery });
  if (helpdesk && logReader) {
    mountHelpdesk(server, pages, {
      house,
      publicUrl,
      proxyHops: settings.proxyHops,
      pageFolder: pageFolder(),
      logReader,
      ...helpdesk,
    });
  }

  const worker = startWorker(house, { alone: exclusiveStore });
  wakeWorker = () => worker.wake();
  const graphUrl = settings.graphUrl ?? `http://127.0.0.1:${port}/sandbox/graph`;
  const mailbox = {
    graph: {
      baseUrl: graphUrl,
      mailbox: settings.mailbox,
      getToken: settings.service ? graphToken(settings.service.graph, graphUrl) : async () => undefined,
    },
    traffic: new MailboxTraffic(),
    giveUpAfter: Duration.fromObject({ days: settings.mailGiveUpDays }),
    alone: exclusiveStore && settings.graphUrl === undefined,
  };
  const outbox = startOutbox({
    ...mailbox,
    linkSecret: house.linkSecret,
    publicUrl,
    ...(settings.mailsPerMinute > 0 && { perMinute: settings.mailsPerMinute }),
    log,
  });
  const inbox = startInbox({
    ...mailbox,
    linkSecret: house.linkSecret,
    askEvery: Duration.fromObject({ minutes: settings.mailAskMinutes }),
    largestMail: settings.mailLargestBytes,
    // The sandbox calls this machine only.
    ...(settings.mailNotifications && {
      notificationBase: local && settings.graphUrl === undefined ? `http://127.0.0.1:${port}` : publicUrl,
    }),
    recorded: () => acting.wake(),
    log,
  });
  const acting = startActing({
    house,
    walks,
    examine: async (mime) => {
      // Parsing mail takes a while to load, and a start need not wait for it.
      const { examineMail } = await import('./mail/incoming/examine/examineMail.ts');
      return examineMail(mime, {
        limits: settings.reading,
        mailbox: settings.mailbox,
        authentication: settings.mailAuthentication,
        resolveTxt: local ? local.publishedTxt(house.resolveTxt) : house.resolveTxt,
        understand,
      });
    },
    file: async (mailId, kind) => {
      await inbox.moveTo(mailId, kind);
    },
    alone: exclusiveStore,
    log,
  });
  mountNotifications(server, {
    mailbox: settings.mailbox,
    linkSecret: house.linkSecret,
    readBody,
    wake: () => inbox.wake(),
    log,
  });
  const proactive = startProactive({
    bot,
    renderNotice: (notice, language, to) =>
      noticeCard(house, notice, to, { language, consoleUrl: `${publicUrl}/helpdesk` }),
    ...(settings.helpdeskChannel && { channel: channelAddress(settings.helpdeskChannel, settings.service?.appId) }),
    recordMail: (id, to, notice) => recordMail(house, id, to, notice),
    alone: exclusiveStore,
    log,
  });
  const figuresKeeper = startFiguresKeeper(log);
  const retention = startRetention(house, settings.retentionDays);
  senders.mail = () => outbox.wake();
  senders.message = () => proactive.wake();
  bot.start();
  ready = true;
  local?.announce({ hasConsole: existsSync(new URL('index.html', pageFolder())) });
  if (!local) log.info({ port, store: store.engine }, 'Usher is ready');

  return async () => {
    ready = false;
    const closed = once(server, 'close');
    // Whoever has asked by now still gets an answer: what was done would otherwise look as if it had failed.
    server.close();
    // What hangs, a name server or a chat that is gone, is not waited for: it is carried out after the next start.
    const ended = Promise.all([
      local?.stop(),
      worker.stop(),
      outbox.stop(),
      inbox.stop(),
      acting.stop(),
      proactive.stop(),
      figuresKeeper.stop(),
      retention.stop(),
      bot.stop(),
      logReader?.stop(),
      closed,
    ]);
    await Promise.race([ended, wait(stopPatience)]);
    server.server.closeAllConnections();
    await store.close();
  };
}

/** @returns the port that was really taken. */
function listen(server: Server, settings: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      reject(new CannotListenError(settings, fault));
    });
    server.listen(settings.port, settings.host, () => resolve((server.address() as AddressInfo).port));
  });
}

/** The secret of the links in local mode: made once, kept beside the store, readable by its owner only. */
function keptSecret(dataDirectory: string): string {
  const file = join(dataDirectory, 'link-secret');
  if (!existsSync(file)) {
    mkdirSync(dataDirectory, { recursive: true });
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

function credentials({ appId, appTenantId, credential, tenants }: Service): TeamsCredentials {
  const registration = { appId, tenantId: appTenantId, allowedTenants: tenants };
  if ('managedIdentity' in credential) return { ...registration, type: 'UserAssignedMsi' };
  if ('secret' in credential) return { ...registration, type: 'SingleTenant', secret: credential.secret };
  const { file, thumbprint } = credential.certificate;
  return { ...registration, type: 'SingleTenant', certificate: { thumbprint, privateKey: certificateKey(file) } };
}

/** Where the helpdesk's channel is; in Teams a bot's own id begins with 28:. */
function channelAddress(
  { id, serviceUrl }: NonNullable<Settings['helpdeskChannel']>,
  appId = '',
): NonNullable<Parameters<typeof startProactive>[0]['channel']> {
  return {
    channelId: 'msteams',
    serviceUrl,
    conversation: { id, isGroup: true, conversationType: 'channel' },
    bot: { id: `28:${appId}`, name: 'Usher' },
    user: { id: '' },
  };
}

/** Signing in with Microsoft: as configured, or in local mode at the stand-in. */
function microsoftFor({ entra }: Settings, publicUrl: string, { log }: House, local?: LocalMode | false) {
  const redirectUri = publicUrl + microsoftReturnPath;
  if (entra) {
    return entraSignIn({
      ...entra,
      issuer: `https://login.microsoftonline.com/${entra.tenantId}/v2.0`,
      redirectUri,
      log,
    });
  }
  return local ? entraSignIn({ ...local.identity, redirectUri, log, overHttp: true }) : undefined;
}

/** How the helpdesk signs in: as configured, in local mode at the stand-in and by links; or not at all, and there is no console. */
function helpdeskFor(
  settings: Settings,
  publicUrl: string,
  { log }: House,
  local?: LocalMode | false,
): Pick<HelpdeskSettings, 'signIn' | 'links'> | undefined {
  const shared = { redirectUri: publicUrl + helpdeskReturnPath, publicHost: new URL(publicUrl).host, log };
  if (settings.helpdesk) {
    const issuer = `https://login.microsoftonline.com/${settings.helpdesk.tenantId}/v2.0`;
    const signIn = helpdeskSignIn({ ...settings.helpdesk, issuer, ...shared });
    return { signIn, ...(local && { links: local.links }) };
  }
  if (!local) return undefined;
  return { signIn: helpdeskSignIn({ ...local.identity, ...shared, overHttp: true }), links: local.links };
}

/** Where the console's page lies: beside this file where that was bundled, otherwise where the build puts it. */
function pageFolder(): URL {
  const built = new URL('./dist/helpdesk/page/', import.meta.url);
  return existsSync(built) ? built : new URL('./helpdesk/page/', import.meta.url);
}
