import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';

const root = fileURLToPath(new URL('../..', import.meta.url));
const good = ['--app-id', '12345678-90ab-4cde-8f01-234567890abc', '--domain', 'usher.contoso.com'];

/** Runs the command as npm does. */
function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; said: string; complained: string }> {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...process.env, ...env } };
    const child = execFile(
      process.execPath,
      ['--import', 'tsx', 'manifest/command.ts', ...args],
      options,
      (_, said, complained) => resolve({ code: child.exitCode ?? -1, said, complained }),
    );
  });
}

describe('npm run manifest', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'manifest-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('writes the package and says where', async () => {
    const out = join(folder, 'usher.zip');
    const { code, said, complained } = await run([...good, '--out', out]);
    assert.deepEqual([code, complained], [0, '']);
    assert.ok(said.includes(out), said);

    const files = unzipSync(readFileSync(out));
    assert.deepEqual(Object.keys(files).sort(), ['color.png', 'it.json', 'manifest.json', 'outline.png']);
    const read = (name: string) => JSON.parse(Buffer.from(files[name] ?? []).toString('utf8'));
    const manifest = read('manifest.json');
    assert.equal(manifest.bots[0].botId, '12345678-90ab-4cde-8f01-234567890abc');
    assert.deepEqual(manifest.validDomains, ['usher.contoso.com']);
    assert.equal(read('it.json')['bots[0].commandLists[0].commands[0].title'], 'Trova il mio amministratore');
    const named = [manifest.icons.color, manifest.icons.outline, manifest.localizationInfo.additionalLanguages[0].file];
    assert.deepEqual(named, ['color.png', 'outline.png', 'it.json']);
    for (const icon of ['color.png', 'outline.png']) {
      const drawn = readFileSync(join(root, 'manifest/icons', icon));
      assert.ok(drawn.equals(files[icon] ?? new Uint8Array()), icon);
    }
  });

  it('writes the same bytes again, in another time zone too', async () => {
    const [here, there] = [join(folder, 'here.zip'), join(folder, 'there.zip')];
    await run([...good, '--out', here], { TZ: 'Europe/Rome' });
    await run([...good, '--out', there], { TZ: 'Pacific/Auckland' });
    assert.ok(readFileSync(here).equals(readFileSync(there)));
  });

  it('explains its flags', async () => {
    const { code, said, complained } = await run(['--help']);
    assert.deepEqual([code, complained], [0, '']);
    for (const flag of ['--app-id <GUID>', '--domain <host>', '--out <file>', '--help']) assert.ok(said.includes(flag));
  });

  const refused: [says: string, args: (folder: string) => string[], hears: RegExp][] = [
    ['nothing', () => [], /^--app-id is missing: .*\n--domain is missing: .*\nEvery flag/],
    ['a wrong id', () => [...good.with(1, 'usher')], /^--app-id "usher" is wrong: .*\nEvery flag/],
    ['a folder that is not there', (at) => [...good, '--out', `${at}/no/usher.zip`], /its folder does not exist: .*\n/],
    [
      'an unknown flag',
      (at) => [...good, '--out', `${at}/usher.zip`, '--quick'],
      /^"--quick" is unknown: .*\nEvery flag/,
    ],
  ];
  for (const [says, args, hears] of refused) {
    it(`hearing ${says}, says what to do, writes nothing and exits with 2`, async () => {
      const { code, said, complained } = await run(args(folder));
      assert.deepEqual([code, said], [2, '']);
      assert.match(complained, hears);
      assert.doesNotMatch(complained, /\n {4}at /);
      assert.deepEqual(readdirSync(folder), []);
    });
  }
});
