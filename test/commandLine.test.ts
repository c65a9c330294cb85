import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditEntry } from '../models/auditEntry.ts';
import { openStore } from '../models/connection.ts';
import { appendAudit } from '../onboarding/appendAudit.ts';
import { makeHouse } from './onboarding/house.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'usher-command-'));

/** What `npm run -s usher --` starts, with these operands. */
function usher(
  operands: string[],
  input = '',
  environment: NodeJS.ProcessEnv = {},
): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'commandLine.ts', ...operands], {
    cwd: root,
    input,
    encoding: 'utf8',
    env: { ...process.env, MONGODB_URI: '', DATA_DIR: join(folder, 'data'), ...environment },
  });
  return { status, out: stdout, err: stderr };
}

/** The example of docs/command-line.md. */
function exampleFile(): string {
  const page = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
  return /```json\n(\{\n[\s\S]*?)```/.exec(page)?.[1] as string;
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('the command line', () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('helps', () => {
    for (const operands of [[], ['help'], ['--help'], ['-h'], ['help', 'load'], ['load', '--help']]) {
      const { status, out } = usher(operands);
      assert.equal(status, 0);
      assert.match(out, /understand[\s\S]*load FILE[\s\S]*settings/);
    }
  });

  it('makes links to the helpdesk’s console, from the secret of the Usher that runs here', () => {
    const data = join(folder, 'data');
    const before = usher(['helpdesk-link', '--role', 'act']);
    assert.deepEqual([before.status, before.out], [1, '']);
    assert.match(before.err, /Start Usher first/);
    mkdirSync(data);
    writeFileSync(join(data, 'link-secret'), 'a secret for tests that is long enough');
    for (const [operands, role] of [
      [[], 'read'],
      [['--role', 'read'], 'read'],
      [['--role', 'act'], 'act'],
    ] as const) {
      const { status, out } = usher(['helpdesk-link', ...operands]);
      assert.equal(status, 0);
      assert.match(out, new RegExp(`^http://localhost:3978/helpdesk/sign-in/link/${role}\\.[\\w.-]+\\n$`));
    }
    rmSync(data, { recursive: true });
  });

  it('makes such links for the address of the pages, and none where the helpdesk signs in with Microsoft Entra', () => {
    const secret = { USHER_LINK_SECRET: 'a secret for tests that is long enough' };
    const page = usher(['helpdesk-link'], '', { ...secret, USHER_PUBLIC_URL: 'https://usher.contoso.com/' });
    assert.match(page.out, /^https:\/\/usher\.contoso\.com\/helpdesk\/sign-in\/link\/read\./);
    const anyPort = usher(['helpdesk-link'], '', { ...secret, PORT: '0' });
    assert.deepEqual([anyPort.status, anyPort.out], [1, '']);
    assert.match(anyPort.err, /PORT is 0/);
    const id = '6f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0001';
    const service = {
      ...secret,
      USHER_APP_ID: id,
      USHER_APP_TENANT_ID: id,
      USHER_APP_PASSWORD: 'a password of the registration',
      USHER_TENANTS: id,
      USHER_PUBLIC_URL: 'https://usher.contoso.com',
      USHER_MAILBOX: 'usher@contoso.com',
    };
    const teams = usher(['helpdesk-link', '--role', 'act'], '', service);
    assert.deepEqual([teams.status, teams.out], [1, '']);
    assert.match(teams.err, /Microsoft Entra/);
    const wrong = usher(['helpdesk-link'], '', { USHER_LINK_SECRET: 'kaleidoscope' });
    assert.deepEqual([wrong.status, wrong.out], [2, '']);
    assert.match(wrong.err, /USHER_LINK_SECRET has fewer than 32/);
    assert.doesNotMatch(wrong.err, /kaleidoscope/);
  });

  it('checks the audit log: 0 while it holds, 1 with the place where it does not', async () => {
    const dataDirectory = join(folder, 'audited');
    const own = 'a secret for tests of the audit log alone';
    const verifyWith = (environment: NodeJS.ProcessEnv, ...operands: string[]) =>
      usher(['audit', 'verify', ...operands], '', { DATA_DIR: dataDirectory, ...environment });
    const verify = (...operands: string[]) => verifyWith({ USHER_AUDIT_SECRET: own }, ...operands);
    const nothing = verify();
    assert.deepEqual([nothing.status, nothing.out], [1, '']);
    const linkSecret = 'a secret for tests that is long enough';
    mkdirSync(dataDirectory);
    // As an editor leaves it.
    writeFileSync(join(dataDirectory, 'link-secret'), `${linkSecret}\n`);
    const open = () => openStore({ dataDirectory, durable: false });
    let store = await open();
    const house = makeHouse({ linkSecret });
    const at = new Date('2026-11-23T10:00:00Z');
    const facts = { at, action: 'rolesGranted', who: 'marco.ferri@contoso.com', channel: 'web' } as const;
    for (const id of ['a', 'b', 'c']) await appendAudit(house, id, facts);
    await appendAudit(makeHouse({ linkSecret, auditSecrets: [own] }), 'd', facts);
    await store.close();
    const withoutSecret = verifyWith({});
    assert.equal(withoutSecret.status, 1);
    assert.match(withoutSecret.out, /broken at its end: .* made with a secret that is not known here/);
    const good = verify();
    assert.equal(good.status, 0, good.err);
    assert.match(good.out, /^The audit log is intact: 4 entries/);
    const noted = /--head: (\S+)/.exec(good.out)?.[1] as string;
    assert.equal(verify('--head', noted).status, 0);
    const other = verify('--head', noted.replace(/^4/, '2'));
    assert.equal(other.status, 1);
    assert.match(other.out, /broken at entry 2 .*noted/);
    assert.equal(verify('--head', '3').status, 2);
    store = await open();
    await AuditEntry.collection.updateOne({ seq: 2 }, { $set: { who: 'nobody@contoso.com' } });
    await store.close();
    const bad = verify();
    assert.equal(bad.status, 1);
    assert.match(
      bad.out,
      /^The audit log is broken at entry 2 \(rolesGranted, 2026-11-23T10:00:00.000Z, id b\): it was changed/,
    );
  });

  it('refuses what it does not know, with the list', () => {
    for (const operands of [
      ['dance'],
      ['constructor'],
      ['load'],
      ['load', 'a', 'b'],
      ['load', '--dry-run'],
      ['settings', 'all'],
      ['helpdesk-link', '--role', 'admin'],
      ['helpdesk-link', 'act'],
      ['audit'],
      ['audit', 'write'],
      ['audit', 'verify', '--head'],
      ['audit', 'verify', '--tail', 'x'],
      ['understand', '--decide'],
      ['understand', '--decision', '--invitation-answer'],
      ['understand', 'constructor'],
    ]) {
      const { status, out, err } = usher(operands);
      assert.equal(status, 2, operands.join(' '));
      assert.equal(out, '');
      assert.match(err, /usher <command>/);
      assert.doesNotMatch(err, /\n {4}at /);
    }
  });

  it('says what a command takes, also when it was given too little or too much', () => {
    assert.match(usher(['audit']).err, /"audit" takes verify, or verify --head N:HASH\./);
    assert.match(usher(['audit', 'verify', '--head', '1:a', 'b']).err, /"audit" takes verify/);
    assert.match(usher(['helpdesk-link', '--role', 'act', 'now']).err, /"helpdesk-link" takes .*--role act/);
  });

  it('says in one line that the database cannot be opened, and nothing of its password', () => {
    const example = file('agreements.json', exampleFile());
    for (const [address, said] of [
      ['mongodb://127.0.0.1:1/usher?serverSelectionTimeoutMS=100', /ECONNREFUSED 127\.0\.0\.1:1/],
      ['mongodb://usher:kaleido[scope@db.example/usher', /percent-encoded/],
    ] as const) {
      for (const operands of [
        ['load', example],
        ['audit', 'verify'],
      ]) {
        const secret = 'a secret for tests that is long enough';
        const { status, err } = usher(operands, '', { MONGODB_URI: address, USHER_LINK_SECRET: secret });
        assert.equal(status, 1);
        assert.match(err, /^The database of MONGODB_URI cannot be opened: [^\n]*\n$/);
        assert.match(err, said);
        assert.doesNotMatch(err, /kaleido|scope/);
      }
    }
  });

  it('says in plain words that the disk takes no more', () => {
    const load = `ulimit -f 60 && exec "${process.execPath}" --import tsx commandLine.ts load "$FILE"`;
    const { status, stderr } = spawnSync('/bin/sh', ['-c', load], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        MONGODB_URI: '',
        DATA_DIR: join(folder, 'full'),
        FILE: file('agreements.json', exampleFile()),
      },
    });
    assert.equal(status, 1);
    assert.match(stderr, /^The store could not be written: .*\. Look whether the disk is full$/m);
  });

  it('understands the sentence of docs/command-line.md', () => {
    const { out } = usher(['understand'], 'invite maria.rossi@contoso.com as user administrator, Italian\n');
    const { intent, data } = JSON.parse(out);
    assert.equal(intent, 'inviteUser');
    assert.deepEqual(data.emails, ['maria.rossi@contoso.com']);
    assert.deepEqual(data.roles, ['userAdministrator']);
    assert.deepEqual(data.languages, ['it']);
  });

  it('reads decisions, one a line, the last one without an end', () => {
    const { out } = usher(
      ['understand', '--decision'],
      "ok, ma solo come visualizzatore report\r\n\nno, lascia l'azienda\nlet me check whether we should approve",
    );
    const lines = out.trimEnd().split('\n');
    assert.deepEqual(
      lines.map((line) => JSON.parse(line)).map(({ decision, roles, reason }) => [decision, roles, reason]),
      [
        ['approve', ['reportViewer'], ''],
        ['unclear', [], ''],
        ['deny', [], "lascia l'azienda"],
        ['unclear', [], ''],
      ],
    );
    for (const line of lines) {
      assert.deepEqual(Object.keys(JSON.parse(line)), [
        'text',
        'language',
        'decision',
        'roles',
        'reason',
        'confidence',
      ]);
    }
    assert.equal(
      lines[0],
      /```json\n(\{"text".*)\n```/.exec(readFileSync(join(root, 'docs/command-line.md'), 'utf8'))?.[1],
    );
  });

  it('reads answers to an invitation', () => {
    const { out } = usher(
      ['understand', '--invitation-answer'],
      'the link has expired\nnon sono io, chiedete a Anna Keller\n',
    );
    assert.deepEqual(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
        .map(({ answer, person }) => [answer, person]),
      [
        ['expired', null],
        ['notMe', { name: 'Anna Keller' }],
      ],
    );
  });

  it('loads the example of docs/command-line.md, and again', () => {
    const example = file('agreements.json', exampleFile());
    const marked = file('marked.json', `\ufeff${exampleFile()}`);
    for (const [path, said] of [
      [marked, '0005099999 Example Org'],
      [example, '0005099999 Example Org (was there already, and stays as it is)'],
    ] as const) {
      const { status, out, err } = usher(['load', path]);
      assert.equal(status, 0, err);
      assert.equal(out, `${said}\n`);
    }
  });

  it('says what is wrong with a file, and loads nothing of it', () => {
    assert.match(usher(['load', join(folder, 'none.json')]).err, /cannot be read/);
    assert.match(usher(['load', file('broken.json', '{')]).err, /cannot be read/);
    assert.match(usher(['load', file('empty.json', '{}')]).err, /agreements/);
    assert.match(usher(['load', file('list.json', '[]')]).err, /the file: /);
    const wrong = usher(['load', file('wrong.json', exampleFile().replace('0005099999', '12'))]);
    assert.equal(wrong.status, 2);
    assert.match(wrong.err, /agreements\.0\.accounts\.0\.number: This number has ten digits/);
    const changes: [from: string, to: string, said: string][] = [
      ['Europe/Rome', 'Rome', 'timeZone: There is no such time zone'],
      ['anna.bianchi@example.org', 'anna@gmail.com', 'email: This is a personal address'],
      ['"country": "IT"', '"country": "Atlantis"', 'country: I do not know this country or region.'],
      ['"country": "IT",', '', 'agreements.0.country: is missing'],
      ['"partner":', '"parner":', 'agreements.0: Unrecognized key: "parner"'],
    ];
    for (const [from, to, said] of changes) {
      const { err } = usher(['load', file('wrong.json', exampleFile().replace(from, to))]);
      assert.ok(err.includes(said), err);
    }
  });
});
