import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { Me } from '../../helpdesk/api.ts';
import { helpdeskReturnPath } from '../../helpdesk/signIn/helpdeskReturnPath.ts';
import { helpdeskSignIn } from '../../helpdesk/signIn/helpdeskSignIn.ts';
import { makeSignInLink } from '../../helpdesk/signIn/makeSignInLink.ts';
import { type HelpdeskRole, OperatorSession } from '../../models/operatorSession.ts';
import { helpdeskPeople, helpdeskStaff } from '../../sandbox/helpdeskPeople.ts';
import { mountIdentity } from '../../sandbox/identity/mountIdentity.ts';
import { loggedText } from '../onboarding/house.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { Visitor } from '../web/site.ts';
import { OperatorBrowser, startConsole, type TestConsole } from './console.ts';
import { type EntraTenant, mountEntraTenant } from './entraTenant.ts';

const encode = (part: unknown) => Buffer.from(JSON.stringify(part)).toString('base64url');

describe('signing in to the console', () => {
  const here = scene();
  let site: TestConsole;
  afterEach(() => site.close());

  /** What the API tells a visitor of themselves. */
  async function me(visitor: Visitor): Promise<{ status: number; me: Partial<Me> }> {
    const { status, body } = await visitor.get('/helpdesk/api/me');
    return { status, me: JSON.parse(body) as Partial<Me> };
  }

  describe('with Microsoft', () => {
    beforeEach(async () => {
      const { log } = here.house;
      site = await startConsole(here.house, (server, origin) => {
        const redirectUri = origin + helpdeskReturnPath;
        const staff = helpdeskStaff.map(({ role, ...person }) => ({
          ...person,
          title: role,
          organization: 'Business Center',
          roles: [role, 'Something.Else'],
        }));
        const identity = mountIdentity(server, { doors: [{ redirectUri, people: staff }], origin });
        const publicHost = new URL(origin).host;
        return { signIn: helpdeskSignIn({ ...identity, redirectUri, publicHost, log, overHttp: true }) };
      });
    });

    async function goAs(visitor: Visitor, email: string, to = '/helpdesk') {
      const away = await visitor.get(`/helpdesk/sign-in/microsoft?to=${encodeURIComponent(to)}`);
      const back = await fetch(`${away.location}&as=${encodeURIComponent(email)}`, { redirect: 'manual' });
      return visitor.get(back.headers.get('location') ?? '');
    }

    it('lets in who has a role, with what it permits, to where they wanted to go', async () => {
      const reader = new Visitor(site);
      const { email } = helpdeskPeople['Helpdesk.Read'];
      assert.equal(
        (await goAs(reader, email, '/helpdesk/conversations/x?m=1')).location,
        '/helpdesk/conversations/x?m=1',
      );
      const read = await me(reader);
      assert.deepEqual([read.status, read.me.email, read.me.mayAct], [200, email, false]);
      const actor = new Visitor(site);
      await goAs(actor, helpdeskPeople['Helpdesk.Act'].email);
      assert.equal((await me(actor)).me.mayAct, true);
    });

    it('shows who has no role a page that says so, and gives them nothing', async () => {
      const visitor = new Visitor(site);
      const got = await goAs(visitor, people.marco.email);
      assert.equal(got.status, 403);
      assert.match(got.title, /no role/);
      assert.match(got.body, /marco\.ferri@contoso\.com/);
      assert.equal(await OperatorSession.countDocuments(), 0);
      assert.deepEqual([...visitor.cookies.keys()], []);
      assert.deepEqual(await me(visitor), { status: 401, me: { refused: 'notSignedIn' } });
      for (const path of ['/helpdesk', '/helpdesk/conversations/1']) {
        assert.match((await visitor.get(path)).location ?? '', /^\/helpdesk\/sign-in\?to=/);
      }
    });

    it('says so in Italian too', async () => {
      const got = await goAs(new Visitor(site, { 'accept-language': 'it' }), people.marco.email);
      assert.match(got.title, /Non hai un ruolo/);
    });

    it('leads to nowhere but into the console', async () => {
      for (const to of [
        '/home',
        '//evil.example',
        'https://evil.example/helpdesk',
        '/helpdesk/../home',
        '/helpdesk/sign-in',
        '/helpdesk/api/me',
        '/helpdeskx',
      ]) {
        const got = await goAs(new Visitor(site), helpdeskPeople['Helpdesk.Read'].email, to);
        assert.equal(got.location, '/helpdesk', to);
      }
    });

    it('takes nothing back that was not begun on this browser, or too long ago', async () => {
      const email = helpdeskPeople['Helpdesk.Read'].email;
      const other = new Visitor(site);
      const away = await new Visitor(site).get('/helpdesk/sign-in/microsoft');
      const back = await fetch(`${away.location}&as=${email}`, { redirect: 'manual' });
      assert.equal((await other.get(back.headers.get('location') ?? '')).status, 400);
      const slow = new Visitor(site);
      const begun = await slow.get('/helpdesk/sign-in/microsoft');
      const late = await fetch(`${begun.location}&as=${email}`, { redirect: 'manual' });
      here.later({ minutes: 16 });
      assert.equal((await slow.get(late.headers.get('location') ?? '')).status, 400);
      const unwilling = new Visitor(site);
      const asked = await unwilling.get('/helpdesk/sign-in/microsoft');
      const cancelled = await fetch(`${asked.location}&cancel=1`, { redirect: 'manual' });
      assert.equal((await unwilling.get(cancelled.headers.get('location') ?? '')).status, 400);
      assert.equal(await OperatorSession.countDocuments(), 0);
    });

    it('gives a new session each time, and signing out ends it', async () => {
      const visitor = new Visitor(site);
      const planted = 'p'.repeat(43);
      visitor.cookies.set('usher-helpdesk', planted);
      await goAs(visitor, helpdeskPeople['Helpdesk.Read'].email);
      const first = visitor.cookies.get('usher-helpdesk');
      assert.notEqual(first, planted);
      await goAs(visitor, helpdeskPeople['Helpdesk.Read'].email);
      const second = visitor.cookies.get('usher-helpdesk');
      assert.notEqual(second, first);
      assert.equal((await new OperatorBrowser(site.origin, `usher-helpdesk=${first}`).get('/me')).status, 401);
      const browser = new OperatorBrowser(site.origin, `usher-helpdesk=${second}`);
      assert.equal((await browser.post('/sign-out')).status, 409);
      browser.formToken = (await browser.get<Me>('/me')).json.formToken;
      const { status, headers } = await browser.post('/sign-out');
      assert.equal(status, 200);
      assert.match(headers.getSetCookie().join('\n'), /^usher-helpdesk=; Max-Age=0/m);
      assert.equal((await browser.get('/me')).status, 401);
    });
  });

  describe('by a link of local mode', () => {
    let used: HelpdeskRole[];
    beforeEach(async () => {
      used = [];
      site = await startConsole(here.house, { links: { people: helpdeskPeople, used: (role) => used.push(role) } });
    });
    const link = (role: HelpdeskRole) => makeSignInLink(here.house.linkSecret, role);

    it('signs in with its role, once', async () => {
      for (const [role, mayAct] of [
        ['Helpdesk.Read', false],
        ['Helpdesk.Act', true],
      ] as const) {
        const path = link(role);
        const visitor = new Visitor(site);
        assert.equal((await visitor.get(path)).location, '/helpdesk');
        const { me: who } = await me(visitor);
        assert.deepEqual([who.email, who.mayAct], [helpdeskPeople[role].email, mayAct]);
        const second = new Visitor(site);
        assert.equal((await second.get(path)).status, 410);
        assert.deepEqual([...second.cookies.keys()], []);
      }
      assert.deepEqual(used, ['Helpdesk.Read', 'Helpdesk.Act']);
    });

    it('signs in one of several who press it in one instant', async () => {
      const path = link('Helpdesk.Read');
      const got = await Promise.all(Array.from({ length: 5 }, () => new Visitor(site).get(path)));
      assert.deepEqual(got.map(({ status }) => status).sort(), [303, 410, 410, 410, 410]);
    });

    it('is not used up by what only looks whether it is there', async () => {
      const path = link('Helpdesk.Read');
      assert.equal((await new Visitor(site).get(path, { method: 'HEAD' })).status, 410);
      assert.equal((await new Visitor(site).get(path)).status, 303);
    });

    it('works for a quarter of an hour', async () => {
      const path = link('Helpdesk.Read');
      here.later({ minutes: 15, seconds: 1 });
      assert.equal((await new Visitor(site).get(path)).status, 410);
    });

    it('cannot be guessed at without end', async () => {
      here.still();
      const { most } = here.house.limits.signInsPerClient;
      const guess = link('Helpdesk.Act').slice(0, -1);
      for (let time = 0; time < most; time++) assert.notEqual((await new Visitor(site).get(guess)).status, 303);
      const path = link('Helpdesk.Act');
      assert.equal((await new Visitor(site).get(path)).status, 410);
      here.later({ minutes: 10 });
      assert.equal((await new Visitor(site).get(path)).status, 303);
    });

    it('cannot be made up, nor made to say more', async () => {
      const path = link('Helpdesk.Read');
      const later = (36 ** 8 - 1).toString(36);
      for (const bad of [
        path.replace('/read.', '/act.'),
        path.replace(/\/read\.\w+\./, `/read.${later}.`),
        `${path.slice(0, -1)}${path.endsWith('A') ? 'B' : 'A'}`,
        makeSignInLink('another secret, also long enough for this', 'Helpdesk.Act'),
        '/helpdesk/sign-in/link/x',
        `/helpdesk/sign-in/link/${'a.'.repeat(500)}`,
      ]) {
        assert.notEqual((await new Visitor(site).get(bad)).status, 303, bad);
      }
      assert.equal(await OperatorSession.countDocuments(), 0);
      assert.deepEqual(used, []);
    });
  });

  it('offers no links where there are none', async () => {
    site = await startConsole(here.house);
    const got = await new Visitor(site).get(makeSignInLink(here.house.linkSecret, 'Helpdesk.Act'));
    assert.match(got.location ?? '', /^\/helpdesk\/sign-in\?to=/);
    assert.equal(await OperatorSession.countDocuments(), 0);
  });

  describe('in Teams', () => {
    let tenant: EntraTenant;
    let tab: OperatorBrowser;
    const publicHost = 'usher.contoso.com';

    beforeEach(() => open('https://usher.contoso.com'));

    async function open(publicUrl: string) {
      const server = await startConsole(here.house, (own, origin) => {
        const made = mountEntraTenant(own, origin);
        const shared = {
          redirectUri: `${origin}${helpdeskReturnPath}`,
          publicHost,
          log: here.house.log,
          overHttp: true,
        };
        let signIn: ReturnType<typeof helpdeskSignIn> | undefined;
        const ready = made.then((one) => {
          tenant = one;
          signIn = helpdeskSignIn({ ...one, ...shared });
          return signIn;
        });
        return {
          publicUrl,
          signIn: {
            begin: async () => (await ready).begin(),
            finish: async (...given) => (await ready).finish(...given),
            fromTeams: async (token) => (await ready).fromTeams(token),
          },
        };
      });
      site = server;
      tab = new OperatorBrowser(site.origin);
      await tab.post('/sign-in/teams', { token: 'x' });
    }
    const send = (token: string, headers: Record<string, string> = {}) =>
      tab.post('/sign-in/teams', { token }, headers);

    it('takes what Teams hands a tab, and gives a cookie that works in a frame, for this site alone', async () => {
      const { status, headers } = await send(await tenant.token());
      assert.equal(status, 200);
      const [set = ''] = headers.getSetCookie();
      assert.match(set, /^__Host-usher-helpdesk-teams=[\w-]{43};/);
      for (const part of ['HttpOnly', 'Secure', 'Partitioned', 'SameSite=None', 'Path=/'])
        assert.ok(set.includes(part), part);
      assert.doesNotMatch(set, /Domain|Max-Age|Expires/);
      const browser = new OperatorBrowser(site.origin, set.split(';')[0]);
      const { json } = await browser.get<Me>('/me');
      assert.deepEqual([json.email, json.name, json.mayAct], ['rosa.berg@northwindtraders.com', 'Rosa Berg', false]);
      assert.equal((await OperatorSession.findOne().lean())?.provenBy, 'teams');
    });

    it('takes the app’s name in Teams for its audience, and both roles', async () => {
      const aud = `api://${publicHost}/${tenant.clientId}`;
      const { headers } = await send(
        await tenant.token({ aud, roles: ['Helpdesk.Act'], scp: 'openid access_as_user' }),
      );
      const browser = new OperatorBrowser(site.origin, headers.getSetCookie()[0]?.split(';')[0]);
      assert.equal((await browser.get<Me>('/me')).json.mayAct, true);
    });

    it('gives nothing to who has no role', async () => {
      for (const roles of [
        undefined,
        [],
        ['helpdesk.read'],
        ['Helpdesk.Admin'],
        'Helpdesk.Act',
        { 'Helpdesk.Act': true },
        [['Helpdesk.Act']],
      ]) {
        const { status, json, headers } = await send(await tenant.token({ roles }));
        assert.deepEqual([status, json], [403, { refused: 'mayNot' }], JSON.stringify(roles));
        assert.deepEqual(headers.getSetCookie(), []);
      }
      assert.equal(await OperatorSession.countDocuments(), 0);
    });

    it('believes no token but the tenant’s own, for this app and a person, in its time', async () => {
      const seconds = Math.floor(Date.now() / 1_000);
      const good = await tenant.token();
      const [, body = '', signature = ''] = good.split('.');
      const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
      const hs256 = `${encode({ alg: 'HS256', kid: 'own' })}.${body}`;
      const other = '9f0d5a51-3a0e-4f0e-9a52-5f1d4c0b0009';
      const hostile: Record<string, string> = {
        'another audience': await tenant.token({ aud: other }),
        'an audience of another host': await tenant.token({ aud: `api://evil.example/${tenant.clientId}` }),
        'Graph as audience': await tenant.token({ aud: '00000003-0000-0000-c000-000000000000' }),
        'another issuer': await tenant.token({ iss: `https://login.microsoftonline.com/${other}/v2.0` }),
        'no issuer': await tenant.token({ iss: undefined }),
        'no expiry': await tenant.token({ exp: undefined }),
        expired: await tenant.token({ exp: seconds - 61 }),
        'not yet': await tenant.token({ nbf: seconds + 600 }),
        'an id token, without a scope': await tenant.token({ scp: undefined, nonce: 'n' }),
        'another scope': await tenant.token({ scp: 'User.Read' }),
        'a scope that only looks like it': await tenant.token({ scp: 'access_as_user_not' }),
        'an app by itself': await tenant.token({ scp: undefined, idtyp: 'app', roles: ['Helpdesk.Act'] }),
        'an app with a scope': await tenant.token({ idtyp: 'app' }),
        'no object id': await tenant.token({ oid: undefined }),
        'a stranger’s key': await tenant.token({}, { by: 'stranger' }),
        'a key that nobody published': await tenant.token({}, { by: 'stranger', header: { kid: 'other' } }),
        'a key that it brings along': await tenant.token(
          {},
          { by: 'stranger', header: { jku: 'https://evil.example/keys' } },
        ),
        'no signature': `${encode({ alg: 'none' })}.${body}.`,
        'no signature, in capitals': `${encode({ alg: 'NONE', kid: 'own' })}.${body}.${signature}`,
        'signed with the public key': `${hs256}.${createHmac('sha256', tenant.publicKey).update(hs256).digest('base64url')}`,
        changed: `${good.split('.')[0]}.${encode({ ...claims, roles: ['Helpdesk.Act'] })}.${signature}`,
        nonsense: 'a.b.c',
        'only dots': '..',
      };
      for (const [what, token] of Object.entries(hostile)) {
        const { status, json, headers } = await send(token);
        assert.deepEqual([status, json], [401, { refused: 'notSignedIn' }], what);
        assert.deepEqual(headers.getSetCookie(), [], what);
      }
      for (const [what, token] of [
        ['another tenant', await tenant.token({ tid: other })],
        ['no address', await tenant.token({ preferred_username: 'Rosa Berg' })],
      ] as const) {
        assert.equal((await send(token)).status, 403, what);
      }
      assert.equal((await send('x'.repeat(16_001))).status, 400);
      assert.equal(await OperatorSession.countDocuments(), 0);
      const logged = loggedText(here.house);
      for (const token of [good, ...Object.values(hostile)].filter((one) => one.length > 20)) {
        assert.ok(!logged.includes(token.split('.')[1] as string), 'a token was logged');
      }
    });

    it('takes no tokens without end', async () => {
      here.still();
      const { most } = here.house.limits.signInsPerClient;
      for (let time = 0; time < most; time++) assert.equal((await send('no token')).status, 401);
      const token = await tenant.token();
      assert.deepEqual((await send(token)).json, { refused: 'tooOften' });
      here.later({ minutes: 10 });
      assert.equal((await send(token)).status, 200);
    });

    it('takes a token from our own page only', async () => {
      const token = await tenant.token();
      assert.equal((await send(token, { origin: 'https://evil.example' })).status, 403);
      assert.equal((await send(token, { 'sec-fetch-site': 'cross-site' })).status, 403);
      assert.equal((await send(token, { 'content-type': 'text/plain' })).status, 415);
      assert.equal(await OperatorSession.countDocuments(), 0);
    });

    it('cleans a name of what would turn it round', async () => {
      const { headers } = await send(await tenant.token({ name: `\u202eRosa\u0000 ${'x'.repeat(200)}` }));
      const browser = new OperatorBrowser(site.origin, headers.getSetCookie()[0]?.split(';')[0]);
      assert.equal((await browser.get<Me>('/me')).json.name, `Rosa ${'x'.repeat(95)}`);
    });

    it('is a fault, not a refusal, when the tenant’s keys cannot be had', async () => {
      await site.close();
      await open('https://usher.contoso.com');
      tenant.down = true;
      here.later({ minutes: 20 });
      const { status, json } = await send(await tenant.token({}, { header: { kid: 'new' } }));
      assert.equal(status, 500);
      assert.equal(json.refused, 'failed');
      assert.match(String(json.reference), /^[0-9A-Z]{8}$/);
    });
  });
});
