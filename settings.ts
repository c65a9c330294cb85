import { isIP } from 'node:net';
import * as z from 'zod';

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'is no whole number')
    .transform(Number)
    .refine((n) => n >= least && n <= most, `is not between ${least} and ${most}`);
const address = z
  .url({ protocol: /^https?$/, error: 'is no http(s) address' })
  .transform((url) => url.replace(/\/+$/, ''));
const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'is no id of the form 00000000-0000-0000-0000-000000000000')
  .transform((id) => id.toLowerCase());
const hostName = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean),
);

/** `1.1.1.1`, `1.1.1.1:53`, `2606:4700::1111`, `[2606:4700::1111]:53`: what dns.setServers of Node takes. */
function isDnsServer(server: string): boolean {
  const [, host = server, port = '53'] = /^(\[.+\]|[^:]+):(\d+)$/.exec(server) ?? [];
  return isIP(host.replace(/^\[(.*)\]$/, '$1')) > 0 && Number(port) > 0 && Number(port) <= 65_535;
}

function isOrigin(url: string): boolean {
  const { pathname, search, hash, username, password } = new URL(url);
  return pathname === '/' && !search && !hash && !username && !password;
}

interface Setting<T = unknown> {
  /** What it is for, in one sentence. */
  meaning: string;
  /** What counts while it is not set, in words. */
  unset: string;
  /** Reads the value; its messages continue a sentence that begins with the setting's name. */
  read: z.ZodType<T, string>;
  /** Its value is shown nowhere. */
  secret?: boolean;
}

/** Every setting there is, one by one. The page docs/settings.md is this table. */
export const settingTable = {
  PORT: { meaning: 'Port on which Usher listens.', unset: '3978', read: wholeNumber(0, 65_535) },
  DATA_DIR: { meaning: 'Folder of the built-in store.', unset: './data', read: z.string().min(1, 'is empty') },
  MONGODB_URI: {
    meaning: 'MongoDB, or a compatible service, instead of the built-in store.',
    unset: 'the built-in store',
    read: z.string().regex(/^mongodb(\+srv)?:\/\//, 'does not begin with mongodb:// or mongodb+srv://'),
    secret: true,
  },
  USHER_HOST: {
    meaning: 'Address to listen on. In local mode only a loopback address is taken.',
    unset: '127.0.0.1 in local mode, otherwise 0.0.0.0',
    read: z.string().regex(/^[0-9a-f.:]+$/i, 'is no IP address'),
  },
  USHER_PUBLIC_URL: {
    meaning: 'Where people reach Usher’s pages; the links in mails begin with it.',
    unset: 'http://localhost:PORT in local mode; required otherwise',
    read: address
      .refine(isOrigin, 'has more in it than a host and a port; Usher’s pages begin at the root of their host')
      .transform((url) => new URL(url).origin),
  },
  USHER_PROXY_HOPS: {
    meaning:
      'How many reverse proxies stand in front of Usher, one behind the other: so many entries at the end of X-Forwarded-For are believed when forms are counted per address.',
    unset: '0: the address at the other end of the connection counts',
    read: wholeNumber(0, 10),
  },
  USHER_LINK_SECRET: {
    meaning: 'From this the links of invitations are made. The same for all processes; changing it kills all links.',
    unset: 'made at random and kept in DATA_DIR in local mode; required otherwise',
    read: z.string().min(32, 'has fewer than 32 characters'),
    secret: true,
  },
  USHER_AUDIT_SECRET: {
    meaning:
      'From this the chain of the audit log is made, which “audit verify” checks. Several, comma-separated: the first makes it, the others were the first before.',
    unset: 'USHER_LINK_SECRET',
    read: list.pipe(
      z.array(z.string().min(32, 'has fewer than 32 characters')).min(1, 'is empty'),
    ) as unknown as z.ZodType<string[], string>,
    secret: true,
  },
  USHER_LOG_LEVEL: {
    meaning: 'How much is logged: fatal, error, warn, info, debug or trace.',
    unset: 'warn in local mode, otherwise info',
    read: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'], { error: 'is no log level' }),
  },
  USHER_METRICS: {
    meaning:
      'on: GET /metrics gives figures for Prometheus, e.g. mails that are stuck. Keep it from the public in the reverse proxy.',
    unset: 'on in local mode, otherwise off',
    read: z.enum(['on', 'off'], { error: 'is neither on nor off' }).transform((value) => value === 'on'),
  },
  USHER_DNS_SERVERS: {
    meaning: 'DNS servers that are asked for TXT records, comma-separated, each address or address:port.',
    unset: 'those of the system',
    read: list.refine((servers) => servers.every(isDnsServer), 'has an entry that is no address or address:port'),
  },
  USHER_CHAT_PORT: {
    meaning: 'Local mode: the first port of the sample people’s chats; each takes the next.',
    unset: '56150',
    read: wholeNumber(1, 65_000),
  },
  USHER_CHATS: {
    meaning: 'Local mode: whether the sample people’s chats are started: on or off.',
    unset: 'on',
    read: z.enum(['on', 'off'], { error: 'is neither on nor off' }).transform((value) => value === 'on'),
  },
  USHER_APP_ID: {
    meaning: 'App id of the bot’s registration. Set: Usher serves Teams, and nothing of local mode runs.',
    unset: 'local mode',
    read: guid,
  },
  USHER_APP_TENANT_ID: {
    meaning: 'Tenant in which the bot is registered.',
    unset: 'required with USHER_APP_ID',
    read: guid,
  },
  USHER_APP_PASSWORD: {
    meaning: 'Client secret of the registration.',
    unset: 'see USHER_APP_CERTIFICATE_FILE and USHER_APP_MANAGED_IDENTITY; one of the three is required',
    read: z.string().min(1, 'is empty'),
    secret: true,
  },
  USHER_APP_CERTIFICATE_FILE: {
    meaning: 'PEM file with the certificate’s private key, instead of a secret.',
    unset: 'no certificate',
    read: z.string().min(1, 'is empty'),
  },
  USHER_APP_CERTIFICATE_THUMBPRINT: {
    meaning: 'Thumbprint of that certificate.',
    unset: 'required with USHER_APP_CERTIFICATE_FILE',
    read: z.string().regex(/^[0-9a-f]{40,64}$/i, 'is no thumbprint (40 to 64 hexadecimal digits)'),
  },
  USHER_APP_MANAGED_IDENTITY: {
    meaning: 'on: the registration is a user-assigned managed identity, and there is no secret.',
    unset: 'off',
    read: z.enum(['on', 'off'], { error: 'is neither on nor off' }).transform((value) => value === 'on'),
  },
  USHER_TENANTS: {
    meaning: 'Ids of the tenants whose people may talk to Usher, comma-separated.',
    unset: 'required with USHER_APP_ID',
    read: list.pipe(z.array(guid).min(1, 'is empty')) as unknown as z.ZodType<string[], string>,
  },
  USHER_MAILBOX: {
    meaning: 'Address of the mailbox that Usher sends from.',
    unset: 'usher@businesscenter.example in local mode; required otherwise',
    read: z.email('is no e-mail address').transform((email) => email.toLowerCase()),
  },
  USHER_GRAPH_URL: {
    meaning: 'Microsoft Graph, without the version.',
    unset: 'the sandbox’s stand-in in local mode, otherwise https://graph.microsoft.com',
    read: address.refine((url) => !/\/(v1\.0|beta)$/i.test(url), 'ends in a version, which is to be left out'),
  },
  USHER_GRAPH_TENANT_ID: { meaning: 'Tenant of the mailbox.', unset: 'USHER_APP_TENANT_ID', read: guid },
  USHER_GRAPH_CLIENT_ID: {
    meaning: 'App that may read and send the mailbox’s mail.',
    unset: 'USHER_APP_ID',
    read: guid,
  },
  USHER_GRAPH_CLIENT_SECRET: {
    meaning: 'Secret of that app.',
    unset: 'USHER_APP_PASSWORD',
    read: z.string().min(1, 'is empty'),
    secret: true,
  },
  USHER_MAIL_AUTHENTICATION: {
    meaning:
      'Whose word counts on who sent a mail. exchange: the Authentication-Results that Exchange Online puts on top; a name such as mx.contoso.com: those of the server with this authserv-id; verify: the mail’s own DKIM signatures, checked against DNS.',
    unset: 'verify in local mode (the sandbox signs), otherwise exchange',
    read: z
      .string()
      .transform((value) => value.toLowerCase())
      .refine(
        (value) => value === 'exchange' || value === 'verify' || hostName.test(value),
        'is neither exchange nor verify nor the name of a server',
      ),
  },
  USHER_ENTRA_TENANT_ID: {
    meaning: 'Tenant of Microsoft Entra whose people may sign in to the pages with Microsoft.',
    unset: 'the test sign-in in local mode, otherwise by password only',
    read: guid,
  },
  USHER_ENTRA_CLIENT_ID: {
    meaning:
      'App registration for that, with the redirect address USHER_PUBLIC_URL/sign-in/microsoft/back (platform Web).',
    unset: 'required with USHER_ENTRA_TENANT_ID',
    read: guid,
  },
  USHER_ENTRA_CLIENT_SECRET: {
    meaning: 'Secret of that app.',
    unset: 'required with USHER_ENTRA_TENANT_ID',
    read: z.string().min(1, 'is empty'),
    secret: true,
  },
  USHER_ENTRA_DOMAINS: {
    meaning:
      'Domains that this tenant has verified as its own, comma-separated. Only user names in them are believed; guests are not.',
    unset: 'required with USHER_ENTRA_TENANT_ID',
    read: list
      .pipe(z.array(z.string().regex(hostName, 'has an entry that is no domain')).min(1, 'is empty'))
      .transform((domains) => domains.map((domain) => domain.toLowerCase())) as unknown as z.ZodType<string[], string>,
  },
  USHER_HELPDESK_CHANNEL: {
    meaning:
      'Id of the channel in Teams (19:…@thread.tacv2) in which the helpdesk hears who waits for a person; Usher must be installed in its team.',
    unset: 'nobody is told; who waits stands in the console',
    read: z.string().regex(/^19:[\w.-]+@thread\.(tacv2|skype|v2)$/, 'is no id of a channel (19:…@thread.tacv2)'),
  },
  USHER_HELPDESK_CHANNEL_SERVICE_URL: {
    meaning: 'Address of the Bot Connector that serves that channel.',
    unset: 'https://smba.trafficmanager.net/teams',
    read: address,
  },
  USHER_HELPDESK_CHANNEL_LANGUAGE: {
    meaning: 'Language of what is said in that channel: en or it.',
    unset: 'en',
    read: z.enum(['en', 'it'], { error: 'is neither en nor it' }),
  },
  USHER_HELPDESK_TENANT_ID: {
    meaning:
      'Tenant of Microsoft Entra whose people may use the helpdesk’s console (/helpdesk), if the app gives them the role Helpdesk.Read or Helpdesk.Act.',
    unset: 'the test sign-in and links printed at the start in local mode, otherwise no console',
    read: guid,
  },
  USHER_HELPDESK_CLIENT_ID: {
    meaning:
      'App registration for that, with the app roles and the redirect address USHER_PUBLIC_URL/helpdesk/sign-in/back (platform Web).',
    unset: 'USHER_ENTRA_CLIENT_ID if the tenant is the same, otherwise required with USHER_HELPDESK_TENANT_ID',
    read: guid,
  },
  USHER_HELPDESK_CLIENT_SECRET: {
    meaning: 'Secret of that app.',
    unset: 'USHER_ENTRA_CLIENT_SECRET if the app is the same, otherwise required with USHER_HELPDESK_TENANT_ID',
    read: z.string().min(1, 'is empty'),
    secret: true,
  },
  USHER_RETENTION_DAYS: {
    meaning:
      'For how many days what was said is kept: messages of chats and mails, and what they are found by. The audit log and the sums of figures stay.',
    unset: '180',
    // Figures of a day are summed when the day after it is over.
    read: wholeNumber(7, 3_650),
  },
  USHER_MAILS_PER_MINUTE: {
    meaning:
      'How many mails each process may send in a minute; 0: as many as Graph takes. Exchange Online allows 30 in all.',
    unset: '0 in local mode, otherwise 30',
    read: wholeNumber(0, 100_000),
  },
  USHER_MAIL_GIVE_UP_DAYS: {
    meaning: 'For how many days a mail that cannot be sent, or that Graph does not give out, is tried again.',
    unset: '3',
    read: wholeNumber(1, 30),
  },
  USHER_MAIL_ASK_MINUTES: {
    meaning: 'How often the mailbox is asked for new mail, beside when Graph tells of it.',
    unset: '3',
    read: wholeNumber(1, 60),
  },
  USHER_MAIL_NOTIFICATIONS: {
    meaning:
      'on: Graph tells USHER_PUBLIC_URL of new mail at once, which must be https and reach POST /graph/notifications and /graph/lifecycle. off: it is only asked for.',
    unset: 'on',
    read: z.enum(['on', 'off'], { error: 'is neither on nor off' }).transform((value) => value === 'on'),
  },
  USHER_MAIL_LARGEST_BYTES: {
    meaning: 'The largest mail that is read, in bytes; a larger one is kept in the mailbox and shown as unreadable.',
    unset: '10000000',
    // A document of MongoDB has at most 16 MiB, and the mail is not all that stands in it.
    read: wholeNumber(10_000, 15_000_000),
  },
  USHER_MAIL_MOST_PARTS: {
    meaning: 'How many MIME parts a mail may have that is read.',
    unset: '200',
    read: wholeNumber(1, 1_000),
  },
  USHER_MAIL_MOST_NESTING: {
    meaning: 'How many multiparts within each other a mail may have that is read.',
    unset: '20',
    read: wholeNumber(1, 100),
  },
  USHER_MAIL_MOST_HEADERS: {
    meaning: 'How many header fields a mail may have that is read, those of its parts included.',
    unset: '1000',
    read: wholeNumber(50, 10_000),
  },
  USHER_MAIL_MOST_ADDRESSES: {
    meaning: 'How many senders and recipients together a mail may name in its headers that is read.',
    unset: '500',
    read: wholeNumber(2, 10_000),
  },
} as const satisfies Record<string, Setting>;

type SettingName = keyof typeof settingTable;
type Values = { [Name in SettingName]?: z.output<(typeof settingTable)[Name]['read']> };

/** The settings are not right; {@link lines} says of each what is wrong, one a line, without their values. */
export class SettingsError extends Error {
  constructor(readonly lines: readonly string[]) {
    super(`The settings are not right:\n${lines.map((line) => `  ${line}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** Settings that Usher needs only where it serves Teams and sends real mail. */
export interface Service {
  appId: string;
  appTenantId: string;
  credential: { secret: string } | { certificate: { file: string; thumbprint: string } } | { managedIdentity: true };
  tenants: readonly string[];
  graph: { tenantId: string; clientId: string; clientSecret: string };
}

/** The settings, read and put together. */
export interface Settings {
  port: number;
  host: string;
  dataDirectory: string;
  mongodbUri?: string;
  /** Absent: http://localhost and the port that was really taken. */
  publicUrl?: string;
  /** Reverse proxies in front of Usher. */
  proxyHops: number;
  /** Absent: made at random and kept in the data folder. */
  linkSecret?: string;
  /** Secrets of the audit log's chain, the newest first, beside the link secret. */
  auditSecrets: readonly string[];
  logLevel: string;
  /** Whether GET /metrics is answered. */
  metrics: boolean;
  dnsServers: readonly string[];
  mailbox: string;
  /** Absent: the sandbox's stand-in. */
  graphUrl?: string;
  /** `exchange`, an authserv-id, or `verify`; see mail/incoming/prove/proveSender.ts. */
  mailAuthentication: string;
  /** Absent: no sign-in with Microsoft; in local mode the test sign-in. */
  entra?: { tenantId: string; clientId: string; clientSecret: string; domains: readonly string[] };
  /** The helpdesk's channel in Teams. Absent: nothing is announced. */
  helpdeskChannel?: { id: string; serviceUrl: string; language: string };
  /** Absent: no console; in local mode the test sign-in and links. */
  helpdesk?: { tenantId: string; clientId: string; clientSecret: string };
  /** For how long messages are kept. */
  retentionDays: number;
  /** 0: no limit. */
  mailsPerMinute: number;
  mailGiveUpDays: number;
  mailAskMinutes: number;
  mailNotifications: boolean;
  mailLargestBytes: number;
  /** How much of a mail is taken apart; see mail/incoming/read/readingLimits.ts. */
  reading: { bytes: number; parts: number; nesting: number; headers: number; addresses: number };
  /** Local mode, where there is no bot registration. */
  local?: { chats: boolean; firstChatPort: number };
  /** Absent in local mode. */
  service?: Service;
}

const loopback = /^(127(\.\d{1,3}){3}|::1)$/;

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === 'localhost' || loopback.test(hostname.replace(/^\[(.*)\]$/, '$1'));
}

/**
 * Reads the settings once, at the start.
 * @param environment as in process.env. Empty values count as not set.
 * @throws SettingsError that names everything that is wrong, unknown `USHER_…` settings included.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const faults: string[] = [];
  const values: Values = {};
  for (const [name, { read }] of Object.entries(settingTable) as [SettingName, Setting][]) {
    const raw = environment[name]?.trim();
    if (!raw) continue;
    const result = read.safeParse(raw);
    if (result.success) Object.assign(values, { [name]: result.data });
    else faults.push(`${name} ${result.error.issues[0]?.message ?? 'is wrong'}. ${settingTable[name].meaning}`);
  }
  for (const name of Object.keys(environment)) {
    if (name.startsWith('USHER_') && !(name in settingTable)) faults.push(unknownSetting(name));
  }
  const service = values.USHER_APP_ID ? readService(values, faults) : undefined;
  if (!values.USHER_APP_ID && !isFaulty(faults, 'USHER_APP_ID')) {
    for (const name of Object.keys(values)) {
      if (name.startsWith('USHER_APP_') || name === 'USHER_TENANTS') {
        faults.push(`${name} is set, but USHER_APP_ID is not; without it this would be local mode.`);
      }
    }
  }
  if (values.USHER_APP_ID) {
    for (const name of ['USHER_PUBLIC_URL', 'USHER_LINK_SECRET', 'USHER_MAILBOX'] as const) {
      if (values[name] === undefined && !isFaulty(faults, name)) faults.push(missing(name, 'USHER_APP_ID is set'));
    }
    if (values.USHER_PUBLIC_URL?.startsWith('http:')) {
      faults.push(
        'USHER_PUBLIC_URL is no https address; people sign in there, and their sessions must not be overheard.',
      );
    }
    for (const name of ['USHER_GRAPH_URL', 'USHER_HELPDESK_CHANNEL_SERVICE_URL'] as const) {
      if (values[name]?.startsWith('http:') && !isLoopback(values[name])) {
        faults.push(`${name} is no https address; Usher’s tokens are sent there, and must not be overheard.`);
      }
    }
  } else if (values.USHER_HOST && !loopback.test(values.USHER_HOST)) {
    faults.push(
      'USHER_HOST is no loopback address; without USHER_APP_ID this is local mode, which serves this machine only.',
    );
  }
  const entra = readEntra(values, faults);
  const helpdesk = readHelpdesk(values, faults);
  if (faults.length > 0) throw new SettingsError(faults);

  const local = values.USHER_APP_ID === undefined;
  return {
    port: values.PORT ?? 3978,
    host: values.USHER_HOST ?? (local ? '127.0.0.1' : '0.0.0.0'),
    dataDirectory: values.DATA_DIR ?? './data',
    mongodbUri: values.MONGODB_URI,
    publicUrl: values.USHER_PUBLIC_URL,
    proxyHops: values.USHER_PROXY_HOPS ?? 0,
    linkSecret: values.USHER_LINK_SECRET,
    auditSecrets: values.USHER_AUDIT_SECRET ?? [],
    logLevel: values.USHER_LOG_LEVEL ?? (local ? 'warn' : 'info'),
    metrics: values.USHER_METRICS ?? local,
    dnsServers: values.USHER_DNS_SERVERS ?? [],
    mailbox: values.USHER_MAILBOX ?? 'usher@businesscenter.example',
    graphUrl: values.USHER_GRAPH_URL ?? (local ? undefined : 'https://graph.microsoft.com'),
    mailAuthentication: values.USHER_MAIL_AUTHENTICATION ?? (local ? 'verify' : 'exchange'),
    retentionDays: values.USHER_RETENTION_DAYS ?? 180,
    mailsPerMinute: values.USHER_MAILS_PER_MINUTE ?? (local ? 0 : 30),
    mailGiveUpDays: values.USHER_MAIL_GIVE_UP_DAYS ?? 3,
    mailAskMinutes: values.USHER_MAIL_ASK_MINUTES ?? 3,
    mailNotifications: values.USHER_MAIL_NOTIFICATIONS ?? true,
    mailLargestBytes: values.USHER_MAIL_LARGEST_BYTES ?? 10_000_000,
    reading: {
      bytes: values.USHER_MAIL_LARGEST_BYTES ?? 10_000_000,
      parts: values.USHER_MAIL_MOST_PARTS ?? 200,
      nesting: values.USHER_MAIL_MOST_NESTING ?? 20,
      headers: values.USHER_MAIL_MOST_HEADERS ?? 1_000,
      addresses: values.USHER_MAIL_MOST_ADDRESSES ?? 500,
    },
    ...(local && { local: { chats: values.USHER_CHATS ?? true, firstChatPort: values.USHER_CHAT_PORT ?? 56_150 } }),
    ...(service && { service }),
    ...(entra && { entra }),
    ...(values.USHER_HELPDESK_CHANNEL && {
      helpdeskChannel: {
        id: values.USHER_HELPDESK_CHANNEL,
        serviceUrl: values.USHER_HELPDESK_CHANNEL_SERVICE_URL ?? 'https://smba.trafficmanager.net/teams',
        language: values.USHER_HELPDESK_CHANNEL_LANGUAGE ?? 'en',
      },
    }),
    ...(helpdesk && { helpdesk }),
  };
}

function readService(values: Values, faults: string[]): Service | undefined {
  const {
    USHER_APP_ID: appId,
    USHER_APP_TENANT_ID: appTenantId,
    USHER_APP_PASSWORD: secret,
    USHER_APP_CERTIFICATE_FILE: file,
    USHER_APP_CERTIFICATE_THUMBPRINT: thumbprint,
    USHER_APP_MANAGED_IDENTITY: managedIdentity,
    USHER_TENANTS: tenants,
    USHER_GRAPH_CLIENT_SECRET: graphSecret = secret,
  } = values;
  for (const name of ['USHER_APP_TENANT_ID', 'USHER_TENANTS'] as const) {
    if (values[name] === undefined && !isFaulty(faults, name)) faults.push(missing(name, 'USHER_APP_ID is set'));
  }
  if ([secret, file, managedIdentity || undefined].filter((given) => given !== undefined).length !== 1) {
    faults.push(
      'Exactly one of USHER_APP_PASSWORD, USHER_APP_CERTIFICATE_FILE and USHER_APP_MANAGED_IDENTITY=on is needed with USHER_APP_ID.',
    );
  }
  if (file && !thumbprint && !isFaulty(faults, 'USHER_APP_CERTIFICATE_THUMBPRINT')) {
    faults.push(missing('USHER_APP_CERTIFICATE_THUMBPRINT', 'USHER_APP_CERTIFICATE_FILE is set'));
  }
  if (graphSecret === undefined && !isFaulty(faults, 'USHER_GRAPH_CLIENT_SECRET')) {
    faults.push(missing('USHER_GRAPH_CLIENT_SECRET', 'USHER_APP_PASSWORD is not set'));
  }
  if (!appId || !appTenantId || !tenants || graphSecret === undefined) return undefined;
  return {
    appId,
    appTenantId,
    credential: secret
      ? { secret }
      : file && thumbprint
        ? { certificate: { file, thumbprint } }
        : { managedIdentity: true },
    tenants,
    graph: {
      tenantId: values.USHER_GRAPH_TENANT_ID ?? appTenantId,
      clientId: values.USHER_GRAPH_CLIENT_ID ?? appId,
      clientSecret: graphSecret,
    },
  };
}

function readEntra(values: Values, faults: string[]): Settings['entra'] {
  const names = [
    'USHER_ENTRA_TENANT_ID',
    'USHER_ENTRA_CLIENT_ID',
    'USHER_ENTRA_CLIENT_SECRET',
    'USHER_ENTRA_DOMAINS',
  ] as const;
  const given = names.find((name) => values[name] !== undefined);
  if (given === undefined) return undefined;
  for (const name of names) {
    if (values[name] === undefined && !isFaulty(faults, name)) faults.push(missing(name, `${given} is set`));
  }
  const {
    USHER_ENTRA_TENANT_ID: tenantId,
    USHER_ENTRA_CLIENT_ID: clientId,
    USHER_ENTRA_CLIENT_SECRET: clientSecret,
    USHER_ENTRA_DOMAINS: domains,
  } = values;
  return tenantId && clientId && clientSecret && domains ? { tenantId, clientId, clientSecret, domains } : undefined;
}

function readHelpdesk(values: Values, faults: string[]): Settings['helpdesk'] {
  const { USHER_HELPDESK_TENANT_ID: tenantId, USHER_ENTRA_CLIENT_ID: entraClient } = values;
  if (tenantId === undefined) {
    for (const name of ['USHER_HELPDESK_CLIENT_ID', 'USHER_HELPDESK_CLIENT_SECRET'] as const) {
      if (values[name] !== undefined && !isFaulty(faults, 'USHER_HELPDESK_TENANT_ID')) {
        faults.push(missing('USHER_HELPDESK_TENANT_ID', `${name} is set`));
      }
    }
    return undefined;
  }
  const sameTenant = tenantId === values.USHER_ENTRA_TENANT_ID;
  const clientId = values.USHER_HELPDESK_CLIENT_ID ?? (sameTenant ? entraClient : undefined);
  const sameApp = sameTenant && clientId === entraClient;
  const clientSecret = values.USHER_HELPDESK_CLIENT_SECRET ?? (sameApp ? values.USHER_ENTRA_CLIENT_SECRET : undefined);
  for (const [name, value] of [
    ['USHER_HELPDESK_CLIENT_ID', clientId],
    ['USHER_HELPDESK_CLIENT_SECRET', clientSecret],
  ] as const) {
    if (value === undefined && !isFaulty(faults, name)) faults.push(missing(name, 'USHER_HELPDESK_TENANT_ID is set'));
  }
  return clientId && clientSecret ? { tenantId, clientId, clientSecret } : undefined;
}

function isFaulty(faults: readonly string[], name: SettingName): boolean {
  return faults.some((fault) => fault.startsWith(`${name} `));
}

function missing(name: SettingName, because: string): string {
  return `${name} is missing; it is needed because ${because}. ${settingTable[name].meaning}`;
}

function unknownSetting(name: string): string {
  const close = Object.keys(settingTable).find(
    (known) => known.replace(/_/g, '') === name.replace(/_/g, '') || known.startsWith(name),
  );
  return `${name} is no setting of Usher’s.${close ? ` ${close} is.` : ' docs/settings.md lists them.'}`;
}
