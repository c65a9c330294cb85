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
  it('make local mode on loopback without any', () => {
    const settings = readSettings({ PATH: '/usr/bin' });
    assert.equal(settings.port, 3978);
    assert.equal(settings.host, '127.0.0.1');
    assert.equal(settings.dataDirectory, './data');
    assert.deepEqual(settings.local, { chats: true, firstChatPort: 56_150 });
    assert.equal(settings.service, undefined);
    assert.equal(settings.mailsPerMinute, 0);
  });

  it('serve Teams with a registration, and run nothing local then', () => {
    const settings = readSettings(service);
    assert.equal(settings.local, undefined);
    assert.equal(settings.host, '0.0.0.0');
    assert.equal(settings.publicUrl, 'https://usher.contoso.com');
    assert.equal(settings.mailbox, 'usher@contoso.com');
    assert.equal(settings.graphUrl, 'https://graph.microsoft.com');
    assert.equal(settings.mailsPerMinute, 30);
    assert.deepEqual(settings.service?.tenants, [id]);
    assert.deepEqual(settings.service?.graph, { tenantId: id, clientId: id, clientSecret: service.USHER_APP_PASSWORD });
  });

  it('keep what was said for half a year, or for as long as is said', () => {
    assert.equal(readSettings({}).retentionDays, 180);
    assert.equal(readSettings({ USHER_RETENTION_DAYS: '30' }).retentionDays, 30);
    for (const wrong of ['0', '6', '4000', '-1', '1.5', 'never']) {
      assert.match(faultsOf({ USHER_RETENTION_DAYS: wrong }).join(), /^USHER_RETENTION_DAYS /, wrong);
    }
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
    ['a port that is none', { PORT: '80a' }, [/^PORT is no whole number/]],
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
    ['a size of mails that is none', { USHER_MAIL_LARGEST_BYTES: '0' }, [/^USHER_MAIL_LARGEST_BYTES is not between/]],
    [
      'a size of mails that the store cannot keep',
      { USHER_MAIL_LARGEST_BYTES: '16777216' },
      [/^USHER_MAIL_LARGEST_BYTES is not between/],
    ],
    ['asking for mail all the time', { USHER_MAIL_ASK_MINUTES: '0' }, [/^USHER_MAIL_ASK_MINUTES is not between/]],
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
