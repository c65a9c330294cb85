import assert from 'node:assert/strict';
import { scryptSync } from 'node:crypto';
import { textsFor } from '../../language/texts.ts';
import { Credential } from '../../models/credential.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { Session } from '../../models/session.ts';
import { inHashingLine } from '../../onboarding/password/hashingLine.ts';
import { hashPassword } from '../../onboarding/password/hashPassword.ts';
import { signInWithMicrosoft } from '../../onboarding/signInWithMicrosoft.ts';
import { chatPeople } from '../../sandbox/chatPeople.ts';
import { mountIdentity } from '../../sandbox/identity/mountIdentity.ts';
import { entraSignIn } from '../../web/signIn/entraSignIn.ts';
import { microsoftReturnPath } from '../../web/signIn/microsoftSignIn.ts';
import { loggedText } from '../onboarding/house.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { rightBefore, watchStore } from '../onboarding/storeCalls.ts';
import { linkOf, type Site, startSite, Visitor } from './site.ts';

const password = 'quattro gatti nella neve';

/** @returns the password as it was stored when scrypt had less to do. */
function hashedWeakly(): string {
  const key = scryptSync(password, Buffer.alloc(16), 32, { N: 2 ** 14, r: 8, p: 1 });
  return `$scrypt$ln=14,r=8,p=1$AAAAAAAAAAAAAAAAAAAAAA$${key.toString('base64').replace(/=+$/, '')}`;
}

describe('signing in', () => {
  const here = scene();
  let site: Site;
  let passwordHash: string;
  before(async () => {
    passwordHash = await hashPassword(password);
  });
  beforeEach(async () => {
    const house = here.house;
    site = await startSite(house, {}, (server, origin) => {
      const redirectUri = origin + microsoftReturnPath;
      const named = chatPeople.map((person) => ({ ...person, name: `${person.firstName} ${person.lastName}` }));
      const identity = mountIdentity(server, { doors: [{ redirectUri, people: named }], origin });
      const domains = ['contoso.com', 'fabrikam.com'];
      return { microsoft: entraSignIn({ ...identity, domains, redirectUri, log: house.log, overHttp: true }) };
    });
    await Credential.create({ _id: people.omar.email, passwordHash, createdAt: new Date() });
  });
  afterEach(() => site.close());

  /** Goes to the stand-in and comes back as that person. */
  async function withMicrosoft(visitor: Visitor, email: string, to = '/home') {
    const away = await visitor.get(`/sign-in/microsoft?to=${encodeURIComponent(to)}`);
    const back = await fetch(`${away.location}&as=${encodeURIComponent(email)}`, { redirect: 'manual' });
    return visitor.get(back.headers.get('location') ?? '');
  }

  it('says at the stand-in what the people are in the words of the start page', async () => {
    const away = await new Visitor(site).get('/sign-in/microsoft?to=/home');
    for (const language of ['en', 'it']) {
      const page = await fetch(away.location ?? '', { headers: { 'accept-language': language } });
      const body = await page.text();
      for (const { title } of chatPeople) {
        assert.ok(!body.includes(`<span>${title}, `), title);
        assert.ok(body.includes(`<span>${textsFor(language).pages.sampleTitles[title]}, `), title);
      }
    }
  });

  describe('by password', () => {
    const signIn = (visitor: Visitor, fields: Record<string, string>, path = '/sign-in') =>
      visitor.fill(path, { email: people.omar.email, password, ...fields }, '/sign-in');

    it('leads to where one wanted to go', async () => {
      const visitor = new Visitor(site);
      assert.equal((await signIn(visitor, {})).location, '/home');
      assert.match((await visitor.get('/home')).body, /Omar Haddad/);
      const other = new Visitor(site);
      assert.equal(
        (await signIn(other, { email: ' Omar.Haddad@CONTOSO.com ' }, '/sign-in?to=/terms%3Fa=b')).location,
        '/terms?a=b',
      );
      assert.equal((await other.get('/sign-in?to=/privacy')).location, '/privacy');
    });

    it('goes on in a second tab of who has signed in in the first, and tells who is somebody else', async () => {
      const visitor = new Visitor(site);
      const second = await visitor.get('/sign-in?to=/terms');
      await signIn(visitor, {});
      const fields = { email: ' Omar.Haddad@CONTOSO.com ', password };
      assert.equal((await visitor.send(second, fields, '/sign-in')).location, '/terms');
      const other = await visitor.send(second, { email: people.marco.email, password }, '/sign-in');
      assert.equal(other.status, 403);
      assert.match(other.body, /This page is out of date/);
      assert.match((await visitor.get('/home')).body, /Omar Haddad/);
    });

    it('ends once for all tabs: pressed in another one it is said that they are signed out', async () => {
      const visitor = new Visitor(site);
      await signIn(visitor, {});
      const pages = [await visitor.get('/home'), await visitor.get('/home')] as const;
      for (const page of pages)
        assert.equal((await visitor.send(page, {}, '/sign-out')).location, '/sign-in?signed-out');
      await withMicrosoft(visitor, people.marco.email);
      assert.equal((await visitor.send(pages[0], {}, '/sign-out')).status, 403);
      assert.equal((await visitor.get('/home')).status, 200, 'nobody else is signed out');
    });

    it('leads to nobody else’s pages', async () => {
      for (const to of [
        'https://contoso.com',
        '//contoso.com',
        '/\\contoso.com',
        '/\t/contoso.com',
        'javascript:alert(1)',
        '/%0d%0aset-cookie:a=b/../..//contoso.com',
        '/a\r\nset-cookie: a=b',
        '/.//contoso.com',
        '/sign-out',
      ]) {
        const got = await withMicrosoft(new Visitor(site), people.omar.email, to);
        const location = new URL(got.location ?? '', site.origin);
        assert.equal(location.origin, site.origin, to);
        assert.ok(!location.pathname.startsWith('//'), to);
        assert.ok(!got.set.some((line) => line.startsWith('a=')), to);
      }
      const typedIn = await signIn(new Visitor(site), { to: '//contoso.com' });
      assert.equal(typedIn.location, '/home');
    });

    it('gives a new session each time, of which the store holds the hash only', async () => {
      const visitor = new Visitor(site);
      const planted = 'p'.repeat(43);
      visitor.cookies.set('usher-session', planted);
      await visitor.get('/sign-in');
      assert.equal(visitor.cookies.has('usher-session'), false, 'one that was never begun is forgotten');
      visitor.cookies.set('usher-browser', planted);
      await signIn(visitor, {});
      assert.equal(visitor.cookies.has('usher-browser'), false, 'what was handed out before proves nothing');
      const id = visitor.cookies.get('usher-session') ?? '';
      assert.match(id, /^[\w-]{43}$/);
      assert.notEqual(id, planted);
      assert.ok(!JSON.stringify(await Session.find().lean()).includes(id));
    });

    it('says the same to the last byte of a wrong password, an unknown address, a person without access and nonsense', async () => {
      await Credential.create({ _id: people.stranger.email, passwordHash, createdAt: new Date() });
      const bodies = new Set<string>();
      for (const [email, secret] of [
        [people.omar.email, 'not this one at all'],
        [people.marco.email, password],
        ['nobody@contoso.com', password],
        [people.stranger.email, password],
        ['no address', password],
      ] as const) {
        const got = await signIn(new Visitor(site, { 'x-forwarded-for': email }), { email, password: secret });
        assert.equal(got.status, 422);
        bodies.add(got.body.replace(email, '…').replace(/name="formToken" value="[^"]*"/g, ''));
      }
      assert.equal(bodies.size, 1);
    });

    it('does the same work for each of them', async () => {
      const seen = new Map<string, string>();
      await Credential.create({ _id: people.stranger.email, passwordHash, createdAt: new Date() });
      for (const email of [
        people.omar.email,
        people.marco.email,
        people.stranger.email,
        'nobody@contoso.com',
        'none',
      ]) {
        const visitor = new Visitor(site);
        const page = await visitor.get('/sign-in');
        const calls: string[] = [];
        const stop = watchStore((call) => calls.push(call));
        await visitor.send(page, { email, password: 'not this one at all' }, '/sign-in');
        stop();
        seen.set(email, calls.sort().join('\n'));
      }
      assert.equal(new Set(seen.values()).size, 1, JSON.stringify([...seen]));
    });

    it('waits longer the more attempts there were, for accounts that there are and others alike', async () => {
      here.still();
      for (const email of [people.omar.email, 'nobody@contoso.com']) {
        const visitor = new Visitor(site);
        for (let attempt = 0; attempt < 5; attempt++) {
          assert.equal((await signIn(visitor, { email, password: 'wrong' })).status, 422);
        }
        const limited = await signIn(visitor, { email });
        assert.equal(limited.status, 429);
        assert.match(limited.body, /too many attempts/);
      }
      here.later({ minutes: 2 });
      assert.equal((await signIn(new Visitor(site), {})).location, '/home');
    });

    it('hashes a password anew when it was hashed more weakly than today', async () => {
      await Credential.updateOne({ _id: people.omar.email }, { $set: { passwordHash: hashedWeakly() } });
      assert.equal((await signIn(new Visitor(site), {})).location, '/home');
      const hash = (await Credential.findById(people.omar.email).lean())?.passwordHash ?? '';
      assert.match(hash, /^\$scrypt\$ln=15,r=8,p=3\$/);
      assert.equal((await signIn(new Visitor(site), {})).location, '/home');
    });

    it('takes access away with the last role, at once', async () => {
      const visitor = new Visitor(site);
      await signIn(visitor, {});
      for (const takeAway of [
        () => Membership.updateOne({ email: people.omar.email }, { $set: { roles: [] } }),
        () => Membership.deleteOne({ email: people.omar.email }),
      ]) {
        await takeAway();
        assert.equal((await visitor.get('/home')).location, '/no-access');
        assert.equal((await signIn(new Visitor(site), {})).status, 422);
      }
      // An invitation that waits lets them in to accept it; one that has ended does not.
      await Invitation.updateOne({ email: people.ruth.email }, { $set: { email: people.omar.email } });
      assert.equal((await signIn(new Visitor(site), {})).status, 422);
      await Invitation.updateOne({ email: people.omar.email }, { $set: { state: 'pending' } });
      assert.equal((await signIn(new Visitor(site), {})).status, 303);
    });

    it('lasts while it is used, twelve hours at most, and an hour without use', async () => {
      const visitor = new Visitor(site);
      await signIn(visitor, {});
      for (let minutes = 0; minutes < 12 * 60; minutes += 50) {
        assert.equal((await visitor.get('/home')).status, 200, `${minutes}`);
        here.later({ minutes: 50 });
      }
      assert.match((await visitor.get('/home')).location ?? '', /^\/sign-in/);
      await signIn(visitor, {});
      here.later({ minutes: 61 });
      assert.match((await visitor.get('/home')).location ?? '', /^\/sign-in/);
    });

    it('opens nothing with a password that was changed while it was checked, and leaves it changed', async () => {
      await Credential.updateOne({ _id: people.omar.email }, { $set: { passwordHash: hashedWeakly() } });
      const visitor = new Visitor(site);
      rightBefore('credentials.updateOne', ['passwordHash'], () =>
        Credential.updateOne({ _id: people.omar.email }, { $set: { passwordHash }, $inc: { passwordChanges: 1 } }),
      );
      await signIn(visitor, {});
      assert.match((await visitor.get('/home')).location ?? '', /^\/sign-in/);
      assert.equal((await Credential.findById(people.omar.email).lean())?.passwordHash, passwordHash);
    });

    it('lets somebody accept whose access had gone and who is invited again, and see nothing before', async () => {
      await Credential.create({ _id: people.anna.email, passwordHash, createdAt: new Date() });
      const link = await linkOf(here.house, people.anna.email);
      const visitor = new Visitor(site);
      const led = await visitor.get(link);
      assert.match(led.location ?? '', /^\/sign-in\?to=/);
      const got = await signIn(visitor, { email: people.anna.email }, led.location);
      assert.equal(got.location, link);
      assert.equal((await visitor.get('/access/users')).location, '/no-access');
      const page = await visitor.get(link);
      assert.equal(page.title, 'Accept the invitation');
      assert.equal((await visitor.follow(await visitor.send(page, {}, link))).title, 'Welcome, Anna');
    });

    it('turns away what comes when too many passwords are waiting to be hashed', async () => {
      const visitor = new Visitor(site);
      const page = await visitor.get('/sign-in');
      let open = (): void => undefined;
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const flood = Array.from({ length: 100 }, () => inHashingLine(() => gate));
      const got = await visitor.send(page, { email: people.omar.email, password }, '/sign-in');
      open();
      assert.equal(got.status, 503);
      assert.equal(got.headers.get('retry-after'), '5');
      const outcomes = await Promise.all(flood);
      assert.equal(outcomes.filter((outcome) => outcome === 'busy').length, 58);
      assert.equal((await signIn(visitor, {})).location, '/home');
    });
  });

  describe('by https', () => {
    it('has cookies for https and this host only, and asks for https from then on', async () => {
      const own = await startSite(here.house, { publicUrl: 'https://usher.contoso.com' });
      const got = await new Visitor(own).get('/sign-in');
      await own.close();
      assert.match(got.set[0] ?? '', /^__Host-usher-browser=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      assert.match(got.headers.get('strict-transport-security') ?? '', /max-age=\d{7,}/);
    });
  });

  describe('with Microsoft', () => {
    it('leads in who has access, and knows them by Entra’s id from then on', async () => {
      const visitor = new Visitor(site);
      assert.equal((await withMicrosoft(visitor, people.lena.email, '/terms')).location, '/terms');
      assert.match((await visitor.get('/home')).body, /Lena Vogel/);
      const { microsoft } = (await Credential.findById(people.lena.email).lean()) ?? {};
      assert.ok(microsoft?.objectId);
      for (const changed of ['objectId', 'tenantId'] as const) {
        const before = { ...microsoft, [changed]: 'somebody else' };
        await Credential.updateOne({ _id: people.lena.email }, { $set: { microsoft: before } });
        const other = await withMicrosoft(new Visitor(site), people.lena.email);
        assert.equal(other.status, 403, changed);
        assert.match(other.body, /another person/);
      }
    });

    it('leads in the first of two with one address who come in one instant', async () => {
      const person = { ...people.lena, tenantId: 'a tenant' };
      rightBefore('credentials.updateOne', ['the second'], () =>
        signInWithMicrosoft(here.house, { ...person, objectId: 'the first' }),
      );
      const second = await signInWithMicrosoft(here.house, { ...person, objectId: 'the second' });
      assert.equal(second.outcome, 'otherPerson');
      assert.equal((await Credential.findById(people.lena.email).lean())?.microsoft?.objectId, 'the first');
    });

    it('believes no address outside of the tenant’s domains', async () => {
      for (const email of [
        people.nina.email,
        'giulia.romano@gmail.com',
        'x@evil.contoso.com',
        'x@contoso.com.evil.example',
      ]) {
        const visitor = new Visitor(site);
        const got = await withMicrosoft(visitor, email);
        assert.equal(got.status, 403, email);
        assert.equal(visitor.cookies.has('usher-session'), false);
      }
      assert.equal(await Session.countDocuments(), 0);
    });

    it('accepts an invitation, if its address is the one that Microsoft vouches for', async () => {
      const link = await linkOf(here.house, people.anna.email);
      const visitor = new Visitor(site);
      assert.match((await visitor.get(link)).body, /href="\/sign-in\/microsoft\?to=%2Finvitation%2F/);
      assert.equal((await withMicrosoft(visitor, people.anna.email, link)).location, link);
      const page = await visitor.get(link);
      assert.equal(page.title, 'Accept the invitation');
      assert.equal((await Invitation.findOne({ email: people.anna.email }).lean())?.state, 'pending');
      assert.equal((await visitor.follow(await visitor.send(page, {}, link))).title, 'Welcome, Anna');
      assert.equal((await Credential.findById(people.anna.email).lean())?.passwordHash, undefined);

      await here.afresh();
      const another = await linkOf(here.house, people.anna.email);
      const eve = new Visitor(site);
      await withMicrosoft(eve, 'eve.adams@contoso.com', another);
      const refused = await eve.get(another);
      assert.equal(refused.status, 403);
      assert.match(refused.body, /This invitation is for anna/);
    });

    it('tells who has no access how to get it', async () => {
      const visitor = new Visitor(site);
      assert.equal((await withMicrosoft(visitor, people.giulia.email)).location, '/home');
      assert.equal((await visitor.follow(await visitor.get('/home'))).title, 'You have no access yet');
      assert.equal(await Credential.exists({ _id: people.giulia.email }), null);
    });

    it('comes to nothing when it was cancelled, begun elsewhere, repeated, late or made up', async () => {
      const visitor = new Visitor(site);
      const away = await visitor.get('/sign-in/microsoft');
      const cancelled = await fetch(`${away.location}&cancel=1`, { redirect: 'manual' });
      assert.equal((await visitor.get(cancelled.headers.get('location') ?? '')).status, 400);

      const begun = await visitor.get('/sign-in/microsoft');
      const back =
        (await fetch(`${begun.location}&as=${people.omar.email}`, { redirect: 'manual' })).headers.get('location') ??
        '';
      assert.equal((await new Visitor(site).get(back)).status, 400, 'in another browser');
      const other = new Visitor(site);
      await other.get('/sign-in/microsoft');
      assert.equal((await other.get(back)).status, 400, 'in a browser that began another');
      assert.equal((await visitor.get(back.replace(/state=[^&]*/, 'state=x'))).status, 400);

      const late = new Visitor(site);
      const begunLate = await late.get('/sign-in/microsoft');
      const backLate =
        (await fetch(`${begunLate.location}&as=${people.omar.email}`, { redirect: 'manual' })).headers.get(
          'location',
        ) ?? '';
      here.later({ minutes: 16 });
      assert.equal((await late.get(backLate)).status, 400);

      for (const query of ['', '?code=x', '?code=x&state=y', '?error=%3Cscript%3E']) {
        const got = await new Visitor(site).get(microsoftReturnPath + query);
        assert.equal(got.status, 400);
        assert.ok(!got.body.includes('<script'));
      }
      assert.equal(await Session.countDocuments(), 0);
      assert.ok(!loggedText(here.house).includes('code='));
    });

    it('offers it for the sign-in only where it is configured', async () => {
      assert.match((await new Visitor(site).get('/sign-in')).body, /Sign in with Microsoft/);
      const own = await startSite(here.house);
      assert.ok(!(await new Visitor(own).get('/sign-in')).body.includes('Sign in with Microsoft'));
      assert.equal((await new Visitor(own).get('/sign-in/microsoft')).status, 404);
      await own.close();
    });
  });
});
