import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startOperatorSession } from '../../helpdesk/signIn/startOperatorSession.ts';
import { scene } from '../onboarding/scene.ts';
import { type Got, Visitor } from '../web/site.ts';
import { operators, startConsole, type TestConsole } from './console.ts';

describe('the console’s page', () => {
  const here = scene();
  const folder = mkdtempSync(join(tmpdir(), 'usher-console-'));
  const script = `console.log('${'x'.repeat(2_000)}')`;
  let site: TestConsole;
  let visitor: Visitor;

  before(() => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(
      join(folder, 'index.html'),
      '<!doctype html><meta property="csp-nonce" nonce="__NONCE__"><script type="module" nonce="__NONCE__" src="/helpdesk/assets/index-Ab1_.js"></script>',
    );
    writeFileSync(join(folder, 'assets', 'index-Ab1_.js'), script);
    writeFileSync(join(folder, 'assets', 'notes.txt'), 'not for the browser');
    writeFileSync(join(folder, 'secret.js'), 'outside');
  });
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(() => open(folder));
  afterEach(() => site.close());

  async function open(place: string) {
    site = await startConsole(here.house, { pageFolder: pathToFileURL(`${place}/`) });
    visitor = new Visitor(site);
  }
  async function signIn() {
    visitor.cookies.set('usher-helpdesk', await startOperatorSession(operators.reader));
  }
  const policyOf = ({ headers }: Got) =>
    new Map(
      (headers.get('content-security-policy') ?? '').split('; ').map((part) => {
        const [name = '', ...values] = part.split(' ');
        return [name, values] as const;
      }),
    );

  it('is the same for every link into the console', async () => {
    await signIn();
    for (const path of [
      '/helpdesk',
      '/helpdesk/',
      '/helpdesk/conversations/teams%3Aa%3A1?m=2',
      '/helpdesk/search?q=x',
    ]) {
      const { status, body, headers } = await visitor.get(path);
      assert.equal(status, 200, path);
      assert.match(body, /index-Ab1_\.js/);
      assert.equal(headers.get('cache-control'), 'no-store');
    }
  });

  it('leads who is not signed in to the sign-in, and back', async () => {
    const got = await visitor.get('/helpdesk/conversations/7?m=2');
    assert.equal(got.status, 303);
    assert.equal(got.location, `/helpdesk/sign-in?to=${encodeURIComponent('/helpdesk/conversations/7?m=2')}`);
    const page = await visitor.follow(got);
    assert.match(page.title, /Sign in to the helpdesk/);
    assert.match(page.headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/);
    await signIn();
    here.later({ minutes: 61 });
    assert.equal((await visitor.get('/helpdesk')).status, 303);
  });

  it('shows itself without data in a frame, where it signs in by Teams', async () => {
    assert.equal((await visitor.get('/helpdesk', { headers: { 'sec-fetch-dest': 'iframe' } })).status, 200);
    assert.equal((await visitor.get('/helpdesk?in=teams')).status, 200);
    assert.equal((await visitor.get('/helpdesk/api/me')).status, 401);
  });

  it('allows its own script, and styles with a nonce that is new each time', async () => {
    await signIn();
    const nonces = new Set<string>();
    for (let time = 0; time < 3; time++) {
      const got = await visitor.get('/helpdesk');
      const policy = policyOf(got);
      assert.deepEqual(policy.get('script-src'), ["'self'"]);
      assert.deepEqual(policy.get('default-src'), ["'none'"]);
      // These two do not follow what counts by default.
      assert.deepEqual(policy.get('base-uri'), ["'none'"]);
      assert.deepEqual(policy.get('form-action'), ["'self'"]);
      // Only mails in their frames have styles in their elements.
      assert.deepEqual(policy.get('style-src-attr'), ["'unsafe-inline'"]);
      policy.delete('style-src-attr');
      assert.doesNotMatch([...policy.values()].flat().join(' '), /unsafe|\*(?!\.)| https?: /);
      const nonce = /nonce="([\w-]{24})"/.exec(got.body)?.[1] ?? '';
      assert.ok(policy.get('style-src')?.includes(`'nonce-${nonce}'`));
      assert.ok(!got.body.includes('__NONCE__'));
      nonces.add(nonce);
    }
    assert.equal(nonces.size, 3);
  });

  it('may stand in the frames of Microsoft 365, and nothing else of ours may', async () => {
    await signIn();
    const got = await visitor.get('/helpdesk');
    const ancestors = policyOf(got).get('frame-ancestors') ?? [];
    for (const one of [
      "'self'",
      'https://teams.microsoft.com',
      'https://*.teams.microsoft.com',
      'https://*.cloud.microsoft',
    ]) {
      assert.ok(ancestors.includes(one), one);
    }
    assert.equal(got.headers.get('x-frame-options'), null);
    for (const path of ['/', '/sign-in', '/helpdesk/sign-in', '/helpdesk/api/me']) {
      assert.deepEqual(policyOf(await visitor.get(path)).get('frame-ancestors'), ["'none'"], path);
    }
  });

  it('has its files kept for good, and gives out no others', async () => {
    const { status, headers, body } = await visitor.get('/helpdesk/assets/index-Ab1_.js');
    assert.equal(status, 200);
    assert.equal(body, script);
    assert.match(headers.get('cache-control') ?? '', /immutable/);
    assert.equal(headers.get('content-encoding'), 'gzip');
    assert.match(headers.get('content-type') ?? '', /^text\/javascript/);
    const plain = await visitor.get('/helpdesk/assets/index-Ab1_.js', { headers: { 'accept-encoding': 'identity' } });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.equal(plain.body, script);
    for (const name of [
      'gone.js',
      'notes.txt',
      '..%2Fsecret.js',
      '..%5Csecret.js',
      '%2e%2e%2Findex.html',
      '',
      'constructor',
    ]) {
      const other = await visitor.get(`/helpdesk/assets/${name}`);
      assert.notEqual(other.status, 200, name);
      assert.doesNotMatch(other.body, /outside|not for/);
    }
  });

  it('says so when it was not built', async () => {
    await site.close();
    await open(join(import.meta.dirname, '../../helpdesk/page'));
    await signIn();
    const got = await visitor.get('/helpdesk');
    assert.equal(got.status, 503);
    assert.match(got.body, /npm run build/);
  });

  it('stands behind no address of the API', async () => {
    const ask = async () => {
      const { status, body } = await visitor.get('/helpdesk/api/nothing/here?x=1');
      return [status, body];
    };
    assert.deepEqual(await ask(), [401, '{"refused":"notSignedIn"}']);
    await signIn();
    assert.deepEqual(await ask(), [404, '{"refused":"notFound"}']);
  });
});
