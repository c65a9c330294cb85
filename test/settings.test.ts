import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { Resolver } from 'node:dns';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { certificateKey } from '../certificateKey.ts';
import { readSettings, SettingsError, settingTable } from '../settings.ts';

const id = '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0001';
const service = {
  USHER_APP_ID: id,
  USHER_APP_TENANT_ID: id,
  USHER_APP_PASSWORD: 'a password of the registration',
  USHER_TENANTS: id,
  USHER_PUBLIC_URL: 'https://usher.contoso.com/',
  USHER_LINK_SECRET: 'x'.repeat(32),
  USHER_MAILBOX: 'Usher@contoso.com',
};

/** The lines of the list that ends the start. */
function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (fault) {
    if (fault instanceof SettingsError) return fault.lines;
    throw fault;
  }
  return [];
}

describe('settings', () => {
  /** What counts in both modes while nothing is said. */
  const usual = {
    port: 3978,
    dataDirectory: './data',
    mongodbUri: undefined,
    proxyHops: 0,
    auditSecrets: [],
    dnsServers: [],
    retentionDays: 180,
    mailGiveUpDays: 3,
    mailAskMinutes: 3,
    mailNotifications: true,
    mailLargestBytes: 10_000_000,
    reading: { bytes: 10_000_000, parts: 200, nesting: 20, headers: 1_000, addresses: 500 },
  };

  it('make local mode on loopback without any', () => {
    assert.deepEqual(readSettings({ PATH: '/usr/bin' }), {
      ...usual,
      host: '127.0.0.1',
      publicUrl: undefined,
      linkSecret: undefined,
      logLevel: 'warn',
      metrics: true,
      mailbox: 'usher@businesscenter.example',
      graphUrl: undefined,
      mailAuthentication: 'verify',
      mailsPerMinute: 0,
      local: { chats: true, firstChatPort: 56_150 },
    });
  });

  it('serve Teams with a registration, and run nothing local then', () => {
    assert.deepEqual(readSettings(service), {
      ...usual,
      host: '0.0.0.0',
      publicUrl: 'https://usher.contoso.com',
      linkSecret: service.USHER_LINK_SECRET,
      logLevel: 'info',
      metrics: false,
      mailbox: 'usher@contoso.com',
      graphUrl: 'https://graph.microsoft.com',
      mailAuthentication: 'exchange',
      mailsPerMinute: 30,
      service: {
        appId: id,
        appTenantId: id,
        credential: { secret: service.USHER_APP_PASSWORD },
        tenants: [id],
        graph: { tenantId: id, clientId: id, clientSecret: service.USHER_APP_PASSWORD },
      },
    });
  });

  it('know ids and domains in whatever letters', () => {
    const settings = readSettings({
      ...service,
      USHER_TENANTS: ` ${id.toUpperCase()} ,${id}`,
      USHER_ENTRA_TENANT_ID: id.toUpperCase(),
      USHER_ENTRA_CLIENT_ID: id.toUpperCase(),
      USHER_ENTRA_CLIENT_SECRET: 'of the pages',
      USHER_ENTRA_DOMAINS: 'Contoso.com, CONTOSO.it',
    });
    assert.deepEqual(settings.service?.tenants, [id, id]);
    assert.deepEqual(settings.entra, {
      tenantId: id,
      clientId: id,
      clientSecret: 'of the pages',
      domains: ['contoso.com', 'contoso.it'],
    });
  });

  it('tell the helpdesk in its channel, in Teams’ own place and English unless they say otherwise', () => {
    const channel = '19:aBc_1@thread.tacv2';
    assert.equal(readSettings(service).helpdeskChannel, undefined);
    assert.deepEqual(readSettings({ ...service, USHER_HELPDESK_CHANNEL: channel }).helpdeskChannel, {
      id: channel,
      serviceUrl: 'https://smba.trafficmanager.net/teams',
      language: 'en',
    });
    const own = {
      USHER_HELPDESK_CHANNEL_SERVICE_URL: 'https://smba.trafficmanager.net/emea/',
      USHER_HELPDESK_CHANNEL_LANGUAGE: 'it',
    };
    assert.deepEqual(readSettings({ ...service, ...own, USHER_HELPDESK_CHANNEL: channel }).helpdeskChannel, {
      id: channel,
      serviceUrl: 'https://smba.trafficmanager.net/emea',
      language: 'it',
    });
  });

  it('take any address of this machine in local mode, and for what stands in for Microsoft', () => {
    for (const host of ['127.0.0.1', '127.8.0.1', '::1']) assert.equal(readSettings({ USHER_HOST: host }).host, host);
    for (const url of ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000']) {
      assert.equal(readSettings({ ...service, USHER_GRAPH_URL: url }).graphUrl, url);
    }
  });

  it('keep what was said for half a year, or for as long as is said', () => {
    assert.equal(readSettings({}).retentionDays, 180);
    assert.equal(readSettings({ USHER_RETENTION_DAYS: '30' }).retentionDays, 30);
  });

  it('say whose word counts on who sent a mail', () => {
    const of = (environment: Record<string, string>) => readSettings(environment).mailAuthentication;
    assert.equal(of({}), 'verify');
    assert.equal(of(service), 'exchange');
    assert.equal(of({ ...service, USHER_MAIL_AUTHENTICATION: 'Verify' }), 'verify');
    assert.equal(of({ ...service, USHER_MAIL_AUTHENTICATION: 'MX.contoso.com' }), 'mx.contoso.com');
  });

  it('open the helpdesk’s console to one tenant, with an app of its own or that of the pages', () => {
    const other = '7f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0001';
    const tenant = { ...service, USHER_HELPDESK_TENANT_ID: id };
    const entra = {
      USHER_ENTRA_TENANT_ID: id,
      USHER_ENTRA_CLIENT_ID: other,
      USHER_ENTRA_CLIENT_SECRET: 'of the pages',
      USHER_ENTRA_DOMAINS: 'contoso.com',
    };
    const own = { USHER_HELPDESK_CLIENT_ID: id, USHER_HELPDESK_CLIENT_SECRET: 'of the console' };
    assert.equal(readSettings(service).helpdesk, undefined);
    assert.equal(readSettings({ ...service, ...entra }).helpdesk, undefined);
    assert.deepEqual(readSettings({ ...tenant, ...own }).helpdesk, {
      tenantId: id,
      clientId: id,
      clientSecret: 'of the console',
    });
    assert.deepEqual(readSettings({ ...tenant, ...entra }).helpdesk, {
      tenantId: id,
      clientId: other,
      clientSecret: 'of the pages',
    });
    const names = (environment: Record<string, string>) => faultsOf(environment).map((line) => line.split(' ')[0]);
    const both = ['USHER_HELPDESK_CLIENT_ID', 'USHER_HELPDESK_CLIENT_SECRET'];
    assert.deepEqual(names(tenant), both);
    assert.deepEqual(names({ ...tenant, ...entra, USHER_HELPDESK_TENANT_ID: other }), both);
    assert.deepEqual(names({ ...tenant, ...entra, USHER_HELPDESK_CLIENT_ID: id }), both.slice(1));
    // The secret is one of the other tenant’s.
    const sameId = { USHER_HELPDESK_TENANT_ID: other, USHER_HELPDESK_CLIENT_ID: other };
    assert.deepEqual(names({ ...tenant, ...entra, ...sameId }), both.slice(1));
    assert.deepEqual(names({ ...service, ...own }), ['USHER_HELPDESK_TENANT_ID']);
  });

  it('take a certificate or a managed identity instead of a secret', () => {
    const { USHER_APP_PASSWORD: _, ...rest } = service;
    const graph = { USHER_GRAPH_CLIENT_SECRET: 'another secret' };
    const certificate = { USHER_APP_CERTIFICATE_FILE: 'key.pem', USHER_APP_CERTIFICATE_THUMBPRINT: 'ab'.repeat(20) };
    assert.deepEqual(readSettings({ ...rest, ...graph, ...certificate }).service?.credential, {
      certificate: { file: 'key.pem', thumbprint: 'ab'.repeat(20) },
    });
    assert.deepEqual(readSettings({ ...rest, ...graph, USHER_APP_MANAGED_IDENTITY: 'on' }).service?.credential, {
      managedIdentity: true,
    });
  });

  it('name name servers by address, with a port or without', () => {
    const servers = ['127.0.0.1', '127.0.0.1:5353', '::1', '[::1]:5353'];
    assert.deepEqual(readSettings({ USHER_DNS_SERVERS: servers.join(', ') }).dnsServers, servers);
    new Resolver().setServers(servers);
  });

  it('say of a certificate without a readable key that it has none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'usher-key-'));
    const holding = (content: string): string => {
      const file = join(folder, 'key.pem');
      writeFileSync(file, content);
      return file;
    };
    const none = (file: string, why: RegExp) =>
      assert.throws(
        () => certificateKey(file),
        (fault: Error) =>
          fault.name === 'SettingsError' && /_CERTIFICATE_FILE holds no/.test(fault.message) && why.test(fault.message),
      );
    const { privateKey } = generateKeyPairSync('ec', {
      namedCurve: 'P-256',
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'of a test' },
    });
    none('/there/is/none.pem', /ENOENT/);
    none(holding('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'), /there is no PRIVATE KEY in it/);
    none(holding(privateKey), /it has a pass phrase/);
    rmSync(folder, { recursive: true });
  });

  const wrong: [title: string, environment: Record<string, string>, lines: RegExp[]][] = [
    ['a port out of range', { PORT: '70000' }, [/^PORT is not between 0 and 65535/]],
    ['an unknown setting', { USHER_COLOUR: 'blue' }, [/^USHER_COLOUR is no setting/]],
    ['a misspelt one, with the right name', { USHER_APPID: id }, [/USHER_APP_ID is\./]],
    [
      'an address other machines reach, in local mode',
      { USHER_HOST: '0.0.0.0' },
      [/^USHER_HOST is no loopback address/],
    ],
    [
      'a word for exchange that is none',
      { USHER_MAIL_AUTHENTICATION: 'exchnage' },
      [/^USHER_MAIL_AUTHENTICATION is neither/],
    ],
    ['a short secret', { USHER_LINK_SECRET: 'short' }, [/^USHER_LINK_SECRET has fewer than 32/]],
    [
      'a short secret of the audit log, among others',
      { USHER_AUDIT_SECRET: `${'x'.repeat(32)},short` },
      [/^USHER_AUDIT_SECRET has fewer than 32/],
    ],
    ['tenants without a registration', { USHER_TENANTS: id }, [/^USHER_TENANTS is set, but USHER_APP_ID is not/]],
    [
      'a certificate without its thumbprint',
      {
        ...service,
        USHER_APP_PASSWORD: '',
        USHER_APP_CERTIFICATE_FILE: 'key.pem',
        USHER_GRAPH_CLIENT_SECRET: 'another secret',
      },
      [/^USHER_APP_CERTIFICATE_THUMBPRINT is missing/],
    ],
    [
      'a sign-in with Microsoft without the rest',
      { USHER_ENTRA_TENANT_ID: id },
      [/^USHER_ENTRA_CLIENT_ID is missing/, /^USHER_ENTRA_CLIENT_SECRET is missing/, /^USHER_ENTRA_DOMAINS is missing/],
    ],
    ['credentials without a registration', { USHER_APP_PASSWORD: 'secret' }, [/USHER_APP_ID is not/]],
    ['a mailbox that is none', { USHER_MAILBOX: 'usher' }, [/^USHER_MAILBOX is no e-mail address/]],
    ['a database that is none', { MONGODB_URI: 'postgres://x' }, [/^MONGODB_URI does not begin with mongodb/]],
    [
      'everything at once',
      { PORT: '-1', USHER_LOG_LEVEL: 'loud', USHER_X: '1' },
      [/^PORT/, /^USHER_LOG_LEVEL is no log level/, /^USHER_X/],
    ],
    [
      'a registration without the rest',
      { USHER_APP_ID: id },
      [
        /^USHER_APP_TENANT_ID is missing/,
        /^USHER_TENANTS is missing/,
        /^Exactly one of/,
        /CLIENT_SECRET is missing/,
        /PUBLIC_URL/,
        /LINK_SECRET/,
        /MAILBOX/,
      ],
    ],
    ['two kinds of credentials', { ...service, USHER_APP_MANAGED_IDENTITY: 'on' }, [/^Exactly one of/]],
    ['a list of tenants with none in it', { ...service, USHER_TENANTS: ' , ' }, [/^USHER_TENANTS is empty/]],
    [
      'pages that are not at the root of their host',
      { USHER_PUBLIC_URL: 'https://usher.contoso.com/usher' },
      [/^USHER_PUBLIC_URL has more in it/],
    ],
    ['a name server that is named and not numbered', { USHER_DNS_SERVERS: '127.0.0.1,ns.contoso.com' }, [/^USHER_DNS/]],
    ['a port of a name server that is none', { USHER_DNS_SERVERS: '127.0.0.1:99999' }, [/^USHER_DNS_SERVERS has/]],
    [
      'Graph with its version',
      { ...service, USHER_GRAPH_URL: 'https://graph.microsoft.com/v1.0/' },
      [/^USHER_GRAPH_URL ends in a version/],
    ],
    [
      'pages on which people would sign in in the clear',
      { ...service, USHER_PUBLIC_URL: 'http://usher.contoso.com' },
      [/^USHER_PUBLIC_URL is no https/],
    ],
    [
      'tokens sent in the clear to what is only named like this machine',
      { ...service, USHER_GRAPH_URL: 'http://127.0.0.1.contoso.com' },
      [/^USHER_GRAPH_URL is no https/],
    ],
    [
      'tokens sent in the clear',
      {
        ...service,
        USHER_GRAPH_URL: 'http://graph.microsoft.com',
        USHER_HELPDESK_CHANNEL_SERVICE_URL: 'http://connector.example',
      },
      [/^USHER_GRAPH_URL is no https/, /^USHER_HELPDESK_CHANNEL_SERVICE_URL is no https/],
    ],
    ['a tenant that is no id', { ...service, USHER_TENANTS: `${id},contoso` }, [/^USHER_TENANTS is no id/]],
  ];
  for (const [title, environment, lines] of wrong) {
    it(`refuse ${title}`, () => {
      const faults = faultsOf(environment);
      assert.equal(faults.length, lines.length, faults.join('\n'));
      for (const [place, line] of lines.entries()) assert.match(faults[place] as string, line);
    });
  }

  /** Of each setting what it does not take; the others take any text. */
  const notTaken: Partial<Record<keyof typeof settingTable, string[]>> = {
    PORT: ['-1', '65536', '80.5', '0x50', '1e3', 'http'],
    MONGODB_URI: ['localhost:27017', 'http://localhost'],
    USHER_HOST: ['localhost', 'usher.contoso.com', '[::1]'],
    USHER_PUBLIC_URL: [
      'usher.contoso.com',
      'ftp://usher.contoso.com',
      'https://usher.contoso.com/usher',
      'https://usher.contoso.com?x',
      'https://usher.contoso.com#x',
      'https://usher@usher.contoso.com',
      'https://:x@usher.contoso.com',
    ],
    USHER_PROXY_HOPS: ['-1', '11', 'one'],
    USHER_LINK_SECRET: ['x'.repeat(31)],
    USHER_AUDIT_SECRET: ['x'.repeat(31), ','],
    USHER_LOG_LEVEL: ['loud', 'INFO', 'silent'],
    USHER_METRICS: ['yes', 'true', 'On'],
    USHER_DNS_SERVERS: ['ns.contoso.com', '127.0.0.1:0', '127.0.0.1:65536', '::1:53:x', '256.0.0.1'],
    USHER_CHAT_PORT: ['0', '65001'],
    USHER_CHATS: ['no'],
    USHER_APP_ID: ['usher', `${id}0`, `x${id}`, id.replaceAll('-', '')],
    USHER_APP_TENANT_ID: ['contoso.com'],
    USHER_APP_CERTIFICATE_THUMBPRINT: ['ab'.repeat(19), 'ab'.repeat(33), 'x'.repeat(40)],
    USHER_APP_MANAGED_IDENTITY: ['1'],
    USHER_TENANTS: ['*', `${id};${id}`, ','],
    USHER_MAILBOX: ['usher', 'usher@contoso.com, x@contoso.com', '@contoso.com'],
    USHER_GRAPH_URL: ['graph.microsoft.com', 'https://graph.microsoft.com/v1.0', 'https://graph.microsoft.com/beta/'],
    USHER_GRAPH_TENANT_ID: ['contoso.com'],
    USHER_GRAPH_CLIENT_ID: ['usher'],
    USHER_MAIL_AUTHENTICATION: ['none', 'mx', 'mx.contoso.com; x'],
    USHER_ENTRA_TENANT_ID: ['common', 'organizations'],
    USHER_ENTRA_CLIENT_ID: ['usher'],
    USHER_ENTRA_DOMAINS: ['contoso', '@contoso.com', 'contoso.com;contoso.it', '*.contoso.com', ','],
    USHER_HELPDESK_CHANNEL: ['helpdesk', '19:abc', 'https://teams.microsoft.com/l/channel/19%3aabc%40thread.tacv2'],
    USHER_HELPDESK_CHANNEL_SERVICE_URL: ['smba.trafficmanager.net'],
    USHER_HELPDESK_CHANNEL_LANGUAGE: ['de', 'EN'],
    USHER_HELPDESK_TENANT_ID: ['common'],
    USHER_HELPDESK_CLIENT_ID: ['usher'],
    USHER_RETENTION_DAYS: ['0', '6', '3651', '-1', '7.5', 'never'],
    USHER_MAILS_PER_MINUTE: ['-1', '100001', 'all'],
    USHER_MAIL_GIVE_UP_DAYS: ['0', '31'],
    USHER_MAIL_ASK_MINUTES: ['0', '61'],
    USHER_MAIL_NOTIFICATIONS: ['true'],
    USHER_MAIL_LARGEST_BYTES: ['0', '9999', '15000001', '16777216', '10MB'],
    USHER_MAIL_MOST_PARTS: ['0', '1001'],
    USHER_MAIL_MOST_NESTING: ['0', '101'],
    USHER_MAIL_MOST_HEADERS: ['49', '10001'],
    USHER_MAIL_MOST_ADDRESSES: ['1', '10001'],
  };
  for (const [name, values] of Object.entries(notTaken)) {
    it(`refuse by its name ${name} that is none`, () => {
      for (const value of values) {
        const faults = faultsOf({ [name]: value });
        assert.equal(faults.filter((line) => line.startsWith(`${name} `)).length, 1, value);
      }
    });
  }

  it('say of every one what it does not take, but of those that may be any text', () => {
    assert.deepEqual(
      Object.keys(settingTable).filter((name) => !(name in notTaken)),
      [
        'DATA_DIR',
        'USHER_APP_PASSWORD',
        'USHER_APP_CERTIFICATE_FILE',
        'USHER_GRAPH_CLIENT_SECRET',
        'USHER_ENTRA_CLIENT_SECRET',
        'USHER_HELPDESK_CLIENT_SECRET',
      ],
    );
  });

  it('show no value of a secret in what is wrong', () => {
    const faults = faultsOf({ USHER_LINK_SECRET: 'hunter2', MONGODB_URI: 'mysql://user:hunter2@host' });
    assert.equal(faults.length, 2);
    assert.doesNotMatch(faults.join('\n'), /hunter2/);
  });

  it('stand in docs/settings.md one by one', () => {
    const page = readFileSync(new URL('../docs/settings.md', import.meta.url), 'utf8');
    for (const [name, { meaning, unset }] of Object.entries(settingTable)) {
      assert.ok(page.includes(`| \`${name}\` | ${meaning} | ${unset} |`), name);
    }
  });
});
