import assert from 'node:assert/strict';
import { request } from 'node:http';
import { Invitation } from '../../models/invitation.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { Session } from '../../models/session.ts';
import { startSession } from '../../onboarding/startSession.ts';
import { by, people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { watchStore } from '../onboarding/storeCalls.ts';
import { formOf, type Site, startSite, Visitor } from './site.ts';

describe('the frame of all pages', () => {
  const here = scene();
  let site: Site;
  beforeEach(async () => {
    site = await startSite(here.house);
  });
  afterEach(() => site.close());

  /** A browser on which somebody is signed in. */
  async function signedIn(person = people.omar): Promise<Visitor> {
    const visitor = new Visitor(site);
    visitor.cookies.set('usher-session', await startSession(by(person, 'web'), 'password'));
    return visitor;
  }

  it('lets nothing run, frame or embed a page, and nobody learn its address', async () => {
    for (const path of ['/', '/sign-in', '/privacy', '/invitation/x', '/resend-invitation', '/nowhere']) {
      const { headers, body } = await new Visitor(site).get(path, { headers: { accept: 'text/html' } });
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'/);
      assert.match(policy, /frame-ancestors 'none'/);
      assert.match(policy, /form-action 'self'/);
      assert.ok(!policy.includes('unsafe'), policy);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'same-origin');
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.ok(!/<script|\sstyle=|\son\w+=|javascript:/i.test(body), path);
    }
  });

  it('speaks the language of the person, else the chosen one, else that of the browser', async () => {
    const visitor = new Visitor(site, { 'accept-language': 'it-IT,it;q=0.9' });
    assert.match((await visitor.get('/sign-in')).body, /<html lang="it">[\s\S]*Accedi al Business Center/);
    const back = await visitor.get('/language/en', { headers: { referer: `${site.origin}/sign-in?to=/home` } });
    assert.equal(back.location, '/sign-in?to=/home');
    assert.match((await visitor.get('/sign-in')).body, /<html lang="en">/);

    const marco = await signedIn(people.marco);
    assert.match((await marco.get('/home')).body, /<html lang="it">[\s\S]*Ti diamo il benvenuto, Marco/);
  });

  it('goes on in the language of whoever was signed in when their session is over, until another is chosen', async () => {
    const marco = await signedIn(people.marco);
    await marco.get('/home');
    here.later({ minutes: 61 });
    const asked = await marco.follow(await marco.get('/access/invite'));
    assert.match(asked.body, /<html lang="it">[\s\S]*Accedi al Business Center/);
    const { body } = await marco.send(asked, { email: people.marco.email, password: 'wrong' }, '/sign-in');
    assert.match(body, /<html lang="it">/);
    await marco.get('/language/en');
    assert.match((await marco.get('/sign-in')).body, /<html lang="en">/);
  });

  it('leads back from the choice of language to pages of ours only', async () => {
    const visitor = new Visitor(site);
    for (const referer of [
      'https://contoso.com/a',
      'nonsense',
      `${site.origin}//contoso.com`,
      'http://localhost:1/x',
    ]) {
      assert.equal((await visitor.get('/language/it', { headers: { referer } })).location, '/', referer);
    }
    assert.deepEqual((await visitor.get('/language/xx')).set, []);
    // The answer to a form stands where only forms are taken: the way leads back to the page with the form.
    for (const [answered, page] of [
      ['/access/invitations/65f0c0ffee0000000000beef/correct?a=b', '/access/invitations/65f0c0ffee0000000000beef'],
      ['/access/domains/65f0c0ffee0000000000beef/check', '/access/domains'],
      ['/access/invite/give-roles', '/access/invite'],
      ['/access/requests/65f0c0ffee0000000000beef?late=own', '/access/requests/65f0c0ffee0000000000beef?late=own'],
      ['/sign-out', '/'],
      ['/access//', '/access'],
    ]) {
      const referer = `${site.origin}${answered}`;
      assert.equal((await visitor.get('/language/it', { headers: { referer } })).location, page, answered);
    }
    assert.deepEqual((await visitor.get('/language/it%0d%0aset-cookie:a=b')).set, []);
  });

  it('says friendly that there is no such page, and answers programs with JSON', async () => {
    const visitor = new Visitor(site);
    const page = await visitor.get('/nowhere', { headers: { accept: 'text/html,*/*' } });
    assert.equal(page.status, 404);
    assert.equal(page.title, 'There is no such page');
    // What only takes forms, opened from the address bar after one was refused.
    const formOnly = await visitor.get('/sign-out', { headers: { accept: 'text/html,*/*' } });
    assert.equal(formOnly.status, 405);
    assert.equal(formOnly.title, 'There is no such page');
    const json = await visitor.get('/nowhere', { headers: { accept: 'application/json' } });
    assert.equal(json.status, 404);
    assert.equal(JSON.parse(json.body).code, 'ResourceNotFound');
    assert.equal((await visitor.post('/nowhere', {}, { headers: { accept: 'text/html' } })).status, 404);
  });

  it('answers a fault with a reference under which the log has the cause, and nothing else of it', async () => {
    const visitor = await signedIn();
    const stop = watchStore(() => {
      throw new Error('the store has burnt down');
    });
    const got = await visitor.get('/home');
    stop();
    assert.equal(got.status, 500);
    assert.ok(!/burnt|Error:|at .*\.ts/.test(got.body));
    const [, reference] = /<strong>(\w{8})<\/strong>/.exec(got.body) ?? [];
    const [level, fields] = here.house.logged.at(-1) as [string, { reference: string; err: Error }];
    assert.equal(level, 'error');
    assert.equal(fields.reference, reference);
    assert.match(fields.err.message, /burnt down/);
  });

  it('lets in only who is signed in and has access, and leads back after the sign-in', async () => {
    assert.equal(
      (await new Visitor(site).get('/home?a=b&c')).location,
      `/sign-in?to=${encodeURIComponent('/home?a=b&c=')}`,
    );
    const omar = await signedIn();
    assert.match((await omar.get('/home')).body, /Omar Haddad[\s\S]*Report Viewer/);
    const stranger = await signedIn(people.stranger);
    assert.equal((await stranger.get('/home')).location, '/no-access');
    assert.match((await stranger.get('/no-access')).body, /eve@stranger\.example/);
    assert.match((await (await signedIn(people.anna)).get('/no-access')).body, /An invitation is waiting for you/);
    assert.match((await (await signedIn(people.nina)).get('/no-access')).body, /Say “my customers” to Usher/);
  });

  it('tells who has no access because their invitation has expired how to get another', async () => {
    const expired = { state: 'expired', expiresAt: new Date('2026-01-20T12:00:00Z'), endedAt: new Date() } as const;
    await Invitation.updateMany({ email: people.anna.email }, { $set: expired });
    const anna = await signedIn(people.anna);
    anna.cookies.set('usher-language', 'en');
    const administrator = await anna.get('/no-access');
    assert.match(
      administrator.body,
      /Your invitation to the purchasing account of Fabrikam GmbH was good until January 20, 2026\./,
    );
    assert.match(administrator.body, /href="\/resend-invitation"/);
    assert.doesNotMatch(administrator.body, /Ask the administrator/);

    await PurchasingAccount.updateMany(
      { 'administrator.email': people.anna.email },
      { $set: { 'administrator.email': people.bernd.email } },
    );
    const invitee = await anna.get('/no-access');
    assert.match(invitee.body, /Ask the administrator of your organization for a new one/);
    assert.doesNotMatch(invitee.body, /resend-invitation/);
    await Invitation.updateMany(
      { email: people.anna.email },
      { $set: { invitedBy: people.bernd.email, invitedByName: 'Bernd Lang' } },
    );
    assert.match((await anna.get('/no-access')).body, /Ask Bernd Lang for a new one/);
  });

  it('says that a role comes from the agreement, and not who only had an invitation resent', async () => {
    const marco = await signedIn(people.marco);
    marco.cookies.set('usher-language', 'en');
    const { body } = await marco.get('/home');
    assert.match(body, /Given by<\/dt><dd>Agreement 4100012345, signed by Paola Conti</);
  });

  it('ends a session by signing out, after an hour without use, and after twelve hours', async () => {
    const omar = await signedIn();
    const out = await omar.send(await omar.get('/home'), {}, '/sign-out');
    assert.equal(out.location, '/sign-in?signed-out');
    assert.equal(await Session.countDocuments(), 0);
    assert.equal(omar.cookies.has('usher-session'), false);
    const marco = await signedIn(people.marco);
    const left = await marco.follow(await marco.send(await marco.get('/home'), {}, '/sign-out'));
    assert.match(left.body, /<html lang="it">/);

    const idle = await signedIn();
    here.later({ minutes: 59 });
    assert.equal((await idle.get('/home')).status, 200);
    here.later({ minutes: 61 });
    assert.equal((await idle.get('/home')).status, 303);

    const busy = await signedIn();
    for (let hour = 0; hour < 11.5; hour += 0.75) {
      assert.equal((await busy.get('/home')).status, 200, String(hour));
      here.later({ minutes: 45 });
    }
    here.later({ minutes: 30 });
    assert.equal((await busy.get('/home')).status, 303);
  });

  it('takes a made-up session for none', async () => {
    for (const value of ['x', 'a'.repeat(43), '%00', '{"$gt":""}']) {
      const visitor = new Visitor(site, { cookie: `usher-session=${value}` });
      assert.equal((await visitor.get('/home')).location, '/sign-in?to=%2Fhome');
    }
  });

  describe('a form', () => {
    const path = '/resend-invitation';
    const fields = {
      administratorEmail: 'anna.keller@fabrikam.com',
      agreementNumber: '4100054321',
      accountNumber: '0005054321',
    };

    it('is taken with its token only, from the browser it was given to', async () => {
      const visitor = new Visitor(site);
      const page = await visitor.get(path);
      const { formToken = '' } = formOf(page.body, path);
      assert.equal((await visitor.post(path, { ...fields, formToken })).status, 200);
      for (const wrong of ['', 'x', `${formToken.slice(0, -1)}!`, formToken.repeat(2)]) {
        const got = await visitor.post(path, { ...fields, formToken: wrong });
        assert.equal(got.status, 403);
        assert.equal(got.title, 'This page is out of date');
      }
      assert.equal((await visitor.post(path, fields)).status, 403);
      const other = new Visitor(site);
      assert.equal((await other.post(path, { ...fields, formToken })).status, 403);
      await other.get(path);
      assert.equal((await other.post(path, { ...fields, formToken })).status, 403);
    });

    it('counts for the session in which it was drawn', async () => {
      const omar = await signedIn();
      const { formToken = '' } = formOf((await omar.get(path)).body, path);
      const again = await signedIn();
      assert.equal((await again.post(path, { ...fields, formToken })).status, 403);
      assert.equal((await omar.post(path, { ...fields, formToken })).status, 200);
    });

    it('is not taken from another site', async () => {
      const visitor = new Visitor(site);
      const { formToken = '' } = formOf((await visitor.get(path)).body, path);
      const from = async (headers: Record<string, string>) =>
        (await visitor.post(path, { ...fields, formToken }, { headers })).status;
      assert.equal(await from({ origin: 'https://contoso.com' }), 403);
      assert.equal(await from({ origin: 'null' }), 403);
      assert.equal(await from({ 'sec-fetch-site': 'cross-site' }), 403);
      assert.equal(await from({ 'sec-fetch-site': 'same-site' }), 403);
      assert.equal(await from({ origin: site.origin, 'sec-fetch-site': 'same-origin' }), 200);
    });

    it('is refused when it is no form, too large, or has a field twice', async () => {
      const visitor = new Visitor(site);
      const { formToken = '' } = formOf((await visitor.get(path)).body, path);
      const all = { ...fields, formToken };
      const send = async (body: string, type = 'application/x-www-form-urlencoded', more = {}) =>
        (await visitor.post(path, {}, { body, headers: { 'content-type': type, ...more } })).status;
      const text = new URLSearchParams(all).toString();
      assert.equal(await send(text), 200);
      assert.equal(await send(text, 'application/x-www-form-urlencoded; charset=UTF-8'), 200);
      assert.equal(await send(JSON.stringify(all), 'application/json'), 415);
      assert.equal(await send(text, 'multipart/form-data; boundary=x'), 415);
      assert.equal(await send(text, 'application/x-www-form-urlencoded; charset=utf-16'), 415);
      assert.equal(await send(text, undefined, { 'content-encoding': 'gzip' }), 415);
      assert.equal(await send(`${text}&accountNumber=1`), 400);
      assert.equal(await send(`${text}&formToken=${formToken}`), 400);
      assert.equal(await send(`${text}&x=%00`), 400);
      assert.equal(await send(`${text}&${Array.from({ length: 300 }, (_, i) => `f${i}=`).join('&')}`), 400);
      assert.equal(await send(`${text}&x=${'y'.repeat(40_000)}`), 413);
    });

    it('is refused when it grows too large on the way', async () => {
      const status = await new Promise<number | undefined>((resolve, reject) => {
        const sent = request(`${site.origin}${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        });
        sent.on('response', (response) => resolve(response.statusCode));
        sent.on('error', reject);
        sent.write('x='.padEnd(40_000, 'y'));
        sent.write('y');
      });
      assert.equal(status, 413);
    });

    it('shows what was typed as text, whatever it is', async () => {
      const visitor = new Visitor(site);
      const evil = '"><img src=x onerror=alert(1)>{{7*7}}';
      const got = await visitor.fill(path, { ...fields, administratorEmail: evil, agreementNumber: "'<script>" });
      assert.equal(got.status, 422);
      assert.ok(!got.body.includes('<img') && !got.body.includes('<script'));
      assert.equal(formOf(got.body, path).administratorEmail, evil);
      assert.match(got.body, /aria-describedby="administratorEmail-error" aria-invalid="true"/);
      assert.match(got.body, /<title>Error: /);
    });

    it('is limited per address', async () => {
      const visitor = new Visitor(site);
      let last = 0;
      for (let sent = 0; sent < 201 && last !== 429; sent++) {
        const { formToken = '' } = formOf((await visitor.get(path)).body, path);
        last = (await visitor.post(path, { formToken })).status;
      }
      assert.equal(last, 429);
    });
  });
});
