import assert from 'node:assert/strict';
import { textsFor } from '../../language/texts.ts';
import { noticeLink } from '../../mail/noticeLink.ts';
import { overtaken } from '../../mail/overtaken.ts';
import { AuditEntry } from '../../models/auditEntry.ts';
import { Credential } from '../../models/credential.ts';
import type { NoticeKind } from '../../models/notice.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { PasswordReset } from '../../models/passwordReset.ts';
import { Person } from '../../models/person.ts';
import type { Actor } from '../../onboarding/actor.ts';
import { maskSecrets } from '../../onboarding/maskSecrets.ts';
import { hashPassword } from '../../onboarding/password/hashPassword.ts';
import { resetPassword } from '../../onboarding/resetPassword.ts';
import { takeFromSignInLimits } from '../../onboarding/takeFromSignInLimits.ts';
import { loggedText } from '../onboarding/house.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { rightBefore, watchStore } from '../onboarding/storeCalls.ts';
import { type Got, type Site, startSite, Visitor } from './site.ts';

const password = 'quattro gatti nella neve';
const newPassword = 'sette nani sotto un melo';
const { omar, marco, lena, stranger } = people;

describe('passwords on pages', () => {
  const here = scene();
  let site: Site;
  let passwordHash: string;
  before(async () => {
    passwordHash = await hashPassword(password);
  });
  beforeEach(async () => {
    site = await startSite(here.house);
    await Credential.create({ _id: omar.email, passwordHash, createdAt: new Date() });
  });
  afterEach(() => site.close());

  const signIn = (visitor: Visitor, secret: string, email = omar.email) =>
    visitor.fill('/sign-in', { email, password: secret });
  const isIn = async (visitor: Visitor) => (await visitor.get('/home')).status === 200;
  const signedIn = async () => {
    const visitor = new Visitor(site);
    assert.equal((await signIn(visitor, password)).location, '/home');
    return visitor;
  };
  const mailsOf = (email: string, kind: NoticeKind) =>
    OutgoingMail.find({ 'to.email': email, 'notice.kind': kind }).sort({ _id: 1 }).lean();

  describe('forgotten', () => {
    const ask = (email: string, visitor = new Visitor(site)) => visitor.fill('/forgot-password', { email });
    /** @returns the path of the newest link that was mailed. */
    async function mailed(email = omar.email): Promise<string> {
      await here.house.work();
      const [mail] = (await mailsOf(email, 'passwordReset')).slice(-1);
      assert.ok(mail, 'no link was mailed');
      const link = noticeLink(mail.notice, { linkSecret: here.house.linkSecret, publicUrl: site.origin }) ?? '';
      return new URL(link).pathname;
    }
    const choose = (path: string, secret = newPassword, confirmation = secret, visitor = new Visitor(site)) =>
      visitor.fill(path, { password: secret, confirmation });

    it('leads by a mailed link to a new password, with which one signs in', async () => {
      assert.match((await new Visitor(site).get('/sign-in')).body, /href="\/forgot-password"/);
      assert.equal((await ask(' Omar.Haddad@contoso.com ')).title, 'Look in your mailbox');
      const path = await mailed();
      assert.match(path, /^\/new-password\/[\w-]{43}$/);
      const visitor = new Visitor(site);
      const page = await visitor.get(path);
      assert.equal(page.title, 'Choose a new password');
      assert.match(page.body, /omar\.haddad@contoso\.com/);
      const set = await visitor.send(page, { password: newPassword, confirmation: newPassword }, path);
      assert.equal(set.location, '/sign-in?password-set&language=en');
      assert.match((await visitor.follow(set)).body, /Your new password is set/);
      assert.equal(await isIn(visitor), false, 'the link alone lets nobody in');
      assert.equal((await signIn(new Visitor(site), password)).status, 422);
      assert.equal((await signIn(visitor, newPassword)).location, '/home');
    });

    it('goes on in the language of whose password it is, also after a wrong one', async () => {
      await Credential.create({ _id: marco.email, passwordHash, createdAt: new Date() });
      await ask(marco.email);
      const visitor = new Visitor(site, { 'accept-language': 'en' });
      const page = await visitor.follow(await choose(await mailed(marco.email), newPassword, newPassword, visitor));
      assert.match(page.body, /<html lang="it">/);
      assert.equal(page.title, textsFor('it').pages.signIn.title);
      const wrong = await visitor.send(page, { email: marco.email, password: 'not this one' }, '/sign-in');
      assert.match(wrong.body, /<html lang="it">/);
      assert.match((await visitor.get('/sign-in')).body, /<html lang="en">/);
      await Person.create({ email: marco.email, language: 'en' });
      await ask(marco.email);
      const chosen = await new Visitor(site, { 'accept-language': 'it' }).get(await mailed(marco.email));
      assert.match(chosen.body, /<html lang="en">/, 'the one that they have chosen since');
    });

    it('says the same to the last byte whether there is an account, a password, access or none of it', async () => {
      await Credential.create({ _id: stranger.email, passwordHash, createdAt: new Date() });
      await Credential.create({
        _id: lena.email,
        microsoft: { tenantId: 'a', objectId: 'b' },
        createdAt: new Date(),
      });
      const pages = new Set<string>();
      const calls = new Set<string>();
      for (const email of [omar.email, marco.email, lena.email, stranger.email, 'nobody@contoso.com']) {
        const visitor = new Visitor(site);
        const page = await visitor.get('/forgot-password');
        const seen: string[] = [];
        const stop = watchStore((call) => seen.push(call));
        const got = await visitor.send(page, { email }, '/forgot-password');
        stop();
        calls.add(seen.sort().join('\n'));
        pages.add(`${got.status} ${got.body} ${[...got.headers.keys()].sort()}`);
      }
      assert.equal(pages.size, 1);
      assert.equal(calls.size, 1, [...calls].join('\n\n'));
      await here.house.work();
      assert.deepEqual(
        (await OutgoingMail.find({ 'notice.kind': 'passwordReset' }).lean()).map(({ to }) => to.email).sort(),
        [omar.email, stranger.email].sort(),
      );
    });

    it('says beside the field when what was typed is no address', async () => {
      for (const [email, words] of [
        ['', /Work account: /],
        ['omar', /Work account: /],
      ] as const) {
        const got = await ask(email);
        assert.equal(got.status, 422);
        assert.match(got.body, words);
      }
      assert.equal(await PasswordReset.countDocuments(), 0);
    });

    it('keeps the link out of the store, of logs and of transcripts', async () => {
      await ask(omar.email);
      const path = await mailed();
      const token = path.split('/').at(-1) ?? '';
      const stored = [
        await Credential.find().lean(),
        await PasswordReset.find().lean(),
        await OutgoingMail.find().lean(),
      ];
      assert.ok(!JSON.stringify(stored).includes(token));
      await choose(path);
      assert.ok(!loggedText(here.house).includes(token));
      assert.equal(maskSecrets(`see ${site.origin}${path}, please`), `see ${site.origin}/new-password/•••, please`);
    });

    it('is not used up by opening the link, and works once', async () => {
      await ask(omar.email);
      const path = await mailed();
      for (let time = 0; time < 3; time++) assert.equal((await new Visitor(site).get(path)).status, 200);
      assert.equal((await fetch(site.origin + path, { method: 'HEAD' })).status, 200);
      assert.equal((await choose(path)).location, '/sign-in?password-set&language=en');
      const again = await new Visitor(site).get(path);
      assert.equal(again.status, 410);
      assert.equal(again.title, 'This link does not work any more');
      assert.match(again.body, /href="\/forgot-password"/);
    });

    it('sets the password once of several in one instant; pressing twice does no harm', async () => {
      await ask(omar.email);
      const path = await mailed();
      const visitors = [new Visitor(site), new Visitor(site), new Visitor(site)];
      const pages = await Promise.all(visitors.map((visitor) => visitor.get(path)));
      const secrets = [newPassword, 'otto volante di carta blu', newPassword];
      const got = await Promise.all(
        visitors.map((visitor, at) =>
          visitor.send(pages[at] as Got, { password: secrets[at] ?? '', confirmation: secrets[at] ?? '' }, path),
        ),
      );
      const credential = await Credential.findById(omar.email).lean();
      assert.equal(credential?.passwordChanges, 1);
      const won = (await signIn(new Visitor(site), newPassword)).location === '/home' ? newPassword : secrets[1];
      for (const [at, one] of got.entries()) {
        assert.equal(one.status, secrets[at] === won ? 303 : 410, `${at}`);
      }
      await here.house.work();
      assert.equal((await mailsOf(omar.email, 'passwordChanged')).length, 1);
    });

    it('ends with the hour, with a newer link, and with a change of the password', async () => {
      await ask(omar.email);
      const first = await mailed();
      here.later({ minutes: 20 });
      await ask(omar.email);
      const second = await mailed();
      assert.notEqual(first, second);
      assert.equal((await new Visitor(site).get(first)).status, 410);
      assert.equal((await new Visitor(site).get(second)).status, 200);
      const page = new Visitor(site);
      const opened = await page.get(second);
      here.later({ minutes: 61 });
      assert.equal((await new Visitor(site).get(second)).status, 410);
      assert.equal((await page.send(opened, { password: newPassword, confirmation: newPassword }, second)).status, 410);
      assert.equal((await signIn(new Visitor(site), password)).location, '/home');

      await ask(omar.email);
      const third = await mailed();
      const visitor = await signedIn();
      await visitor.fill('/home/password', { current: password, password: newPassword, confirmation: newPassword });
      assert.equal((await new Visitor(site).get(third)).status, 410);
    });

    it('sets nothing by a link that dies while the password is hashed', async () => {
      await ask(omar.email);
      const first = await mailed();
      rightBefore('credentials.updateOne', ['passwordChangedAt'], async () => {
        await ask(omar.email);
        await mailed();
      });
      assert.equal((await choose(first)).status, 410);
      const second = await mailed();
      rightBefore('credentials.updateOne', ['passwordChangedAt'], async () => {
        await Credential.updateOne({ _id: omar.email }, { $set: { 'reset.expiresAt': new Date(0) } });
      });
      assert.equal((await choose(second)).status, 410);
      assert.equal((await signIn(new Visitor(site), password)).location, '/home');
    });

    it('guesses no password by a link that was used', async () => {
      here.still();
      await ask(omar.email);
      const path = await mailed();
      assert.equal((await choose(path)).status, 303);
      const token = path.split('/').at(-1) ?? '';
      const press = async (secret: string) =>
        (await resetPassword(here.house, { token, password: secret, confirmation: secret, client: 'here' })).outcome;
      for (let time = 0; time < 5; time++) assert.equal(await press('not this one at all'), 'dead');
      assert.equal(await press(newPassword), 'dead', 'tried too often');
      here.later({ minutes: 1 });
      assert.equal(await press(newPassword), 'changed');
    });

    it('makes no link that would outdo a newer one, or a change of the password since', async () => {
      await ask(omar.email);
      const [older] = await PasswordReset.find().lean();
      assert.ok(older);
      await PasswordReset.updateMany({}, { $unset: { workDueAt: 1 } });
      here.later({ minutes: 1 });
      await ask(omar.email);
      const newest = await mailed();
      const late = () => PasswordReset.updateOne({ _id: older._id }, { $set: { workDueAt: older.workDueAt } });
      await late();
      assert.equal(await mailed(), newest);
      assert.equal((await new Visitor(site).get(newest)).status, 200);

      await Credential.updateOne(
        { _id: omar.email },
        { $set: { passwordChangedAt: new Date() }, $unset: { reset: 1 } },
      );
      await PasswordReset.updateOne({ _id: older._id }, { $set: { pendingWork: older.pendingWork } });
      await late();
      await here.house.work();
      assert.equal((await Credential.findById(omar.email).lean())?.reset, undefined);
    });

    it('does not mail a link that is dead already', async () => {
      await ask(omar.email);
      await mailed();
      await ask(omar.email);
      await mailed();
      const [older, newer] = await mailsOf(omar.email, 'passwordReset');
      assert.ok(older && newer);
      assert.match((await overtaken(older)) ?? '', /newer link/);
      assert.equal(await overtaken(newer), undefined);
      here.later({ minutes: 61 });
      assert.match((await overtaken(newer)) ?? '', /expired/);
    });

    it('makes one link of one asking, however often the work is taken up', async () => {
      await ask(omar.email);
      const [asked] = await PasswordReset.find().lean();
      await mailed();
      // As if the process had died before it struck the work off.
      await PasswordReset.updateOne(
        { _id: asked?._id },
        { $set: { pendingWork: asked?.pendingWork, workDueAt: asked?.workDueAt } },
      );
      await mailed();
      assert.equal((await mailsOf(omar.email, 'passwordReset')).length, 1);
    });

    it('keeps the rules for passwords, and the link good until they are kept', async () => {
      await ask(omar.email);
      const path = await mailed();
      for (const [secret, confirmation, words] of [
        ['', '', /Choose a password\./],
        ['corta', 'corta', /at least 12 characters/],
        ['Password2026!!', 'Password2026!!', /too easy to guess/],
        ['omar haddad contoso', 'omar haddad contoso', /too easy to guess/],
        [newPassword, `${newPassword}!`, /not the same/],
      ] as const) {
        const got = await choose(path, secret, confirmation);
        assert.equal(got.status, 422, secret);
        assert.match(got.body, words);
        assert.ok(!secret || !got.body.includes(`value="${secret}`));
      }
      assert.equal((await choose(path)).location, '/sign-in?password-set&language=en');
    });

    it('ends every session of the person, tells them by mail, and puts it into the audit log', async () => {
      const elsewhere = [await signedIn(), await signedIn()];
      await Credential.create({ _id: marco.email, passwordHash, createdAt: new Date() });
      const other = new Visitor(site);
      await signIn(other, password, marco.email);
      await ask(omar.email);
      await choose(await mailed());
      for (const visitor of elsewhere) assert.equal(await isIn(visitor), false);
      assert.equal(await isIn(other), true, 'nobody else’s');
      await here.house.work();
      const [told] = await mailsOf(omar.email, 'passwordChanged');
      assert.equal(told?.to.firstName, 'Omar');
      const [entry] = await AuditEntry.find({ action: 'passwordChanged' }).lean();
      assert.deepEqual([entry?.who, entry?.channel, entry?.details], [omar.email, 'web', { proven: 'link' }]);
    });

    it('is limited per network address, and silently per account', async () => {
      here.still();
      const { most } = here.house.limits.passwordResetsPerAccount;
      for (let time = 0; time < most + 2; time++) {
        assert.equal((await ask(omar.email)).title, 'Look in your mailbox');
        await here.house.work();
      }
      assert.equal((await mailsOf(omar.email, 'passwordReset')).length, most);
      assert.equal((await new Visitor(site).get(await mailed())).status, 200, 'the newest link stays good');
      const left = here.house.limits.passwordResetsPerClient.most - most - 2;
      for (let time = 0; time < left; time++) await ask(`nobody${time}@contoso.com`);
      assert.equal((await ask('nobody@contoso.com')).status, 429);
    });

    it('says of anything else that the link does not work', async () => {
      for (const token of ['x', '%00', `${'A'.repeat(43)}`, '%7B%22$ne%22:1%7D']) {
        const got = await new Visitor(site).get(`/new-password/${token}`);
        assert.equal(got.status, 410, token);
      }
    });
  });

  describe('changed', () => {
    const change = (visitor: Visitor, fields: Partial<Record<'current' | 'password' | 'confirmation', string>> = {}) =>
      visitor.fill('/home/password', {
        current: password,
        password: newPassword,
        confirmation: newPassword,
        ...fields,
      });

    it('is offered on My profile, and ends all other sessions', async () => {
      const visitor = await signedIn();
      const elsewhere = await signedIn();
      assert.match((await visitor.get('/home')).body, /href="\/home\/password"/);
      const done = await change(visitor);
      assert.equal(done.location, '/home?password-changed');
      assert.match((await visitor.follow(done)).body, /Your password was changed/);
      assert.equal(await isIn(elsewhere), false);
      assert.equal((await signIn(new Visitor(site), password)).status, 422);
      assert.equal((await signIn(new Visitor(site), newPassword)).location, '/home');
      await here.house.work();
      assert.equal((await mailsOf(omar.email, 'passwordChanged')).length, 1);
      const [entry] = await AuditEntry.find({ action: 'passwordChanged' }).lean();
      assert.deepEqual(entry?.details, { proven: 'password' });
    });

    it('asks for the current password, and keeps the rules', async () => {
      const visitor = await signedIn();
      for (const [fields, words] of [
        [{ current: '' }, /Current password: Type the password/],
        [{ current: 'not this one at all' }, /Current password: This is not your current password/],
        [{ password: 'corta', confirmation: 'corta' }, /New password: Take at least 12 characters/],
        [{ password: 'omar haddad contoso' }, /New password: This is too easy to guess/],
        [{ password, confirmation: password }, /New password: This is your current password\. Choose another/],
        [{ confirmation: 'something else' }, /Confirm password: The two passwords/],
      ] as const) {
        const got = await change(visitor, fields);
        assert.equal(got.status, 422);
        assert.match(got.body, words);
      }
      assert.equal((await Credential.findById(omar.email).lean())?.passwordHash, passwordHash);
      assert.equal(await OutgoingMail.countDocuments({ 'notice.kind': 'passwordChanged' }), 0);
    });

    it('is changed once when the button is pressed twice', async () => {
      const visitor = await signedIn();
      const page = await visitor.get('/home/password');
      const fields = { current: password, password: newPassword, confirmation: newPassword };
      const got = await Promise.all([1, 2].map(() => visitor.send(page, fields, '/home/password')));
      for (const one of got) assert.equal(one.location, '/home?password-changed');
      assert.equal((await visitor.send(page, fields, '/home/password')).location, '/home?password-changed');
      assert.equal(await isIn(visitor), true);
      assert.equal((await Credential.findById(omar.email).lean())?.passwordChanges, 1);
    });

    it('is tried a few times only', async () => {
      here.still();
      const visitor = await signedIn();
      const { most } = here.house.limits.passwordChangesPerPerson;
      for (let time = 0; time < most; time++) {
        assert.equal((await change(visitor, { current: 'not this one at all' })).status, 422);
      }
      assert.equal((await change(visitor)).status, 429);
    });

    it('is for those who are signed in and have one', async () => {
      assert.match((await new Visitor(site).get('/home/password')).location ?? '', /^\/sign-in/);
      const visitor = await signedIn();
      await Credential.updateOne({ _id: omar.email }, { $unset: { passwordHash: 1 } });
      assert.match((await visitor.get('/home/password')).body, /You sign in with Microsoft/);
      assert.ok(!(await visitor.get('/home')).body.includes('/home/password'));
    });

    it('lets nobody in with a session that the old password began in the same instant', async () => {
      const [visitor, late] = [await signedIn(), new Visitor(site)];
      const page = await late.get('/sign-in');
      await Promise.all([change(visitor), late.send(page, { email: omar.email, password }, '/sign-in')]);
      assert.equal(await isIn(late), false);
    });
  });

  describe('tried by others', () => {
    beforeEach(() => here.still());

    /** Uses up what the account has for the day, from many addresses. */
    async function useUp(person: Actor): Promise<void> {
      const limit = here.house.limits.signInsPerDay.most;
      for (let at = 0; at < limit; at++) {
        await takeFromSignInLimits(here.house, { account: person.email, client: `somewhere ${at}` });
      }
      assert.equal((await signIn(new Visitor(site), password, person.email)).status, 429);
    }

    it('lock nobody out of a browser on which they have signed in before', async () => {
      const visitor = await signedIn();
      const device = visitor.cookies.get('usher-device') ?? '';
      assert.match(device, /^[0-9a-z]+\.[\w-]{22}\.[\w-]{43}$/);
      visitor.cookies.delete('usher-session');
      await useUp(omar);
      const got = await signIn(visitor, password);
      assert.equal(got.location, '/home');
      assert.match(
        got.set.find((line) => line.startsWith('usher-device=')) ?? '',
        /; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/,
      );
    });

    it('lock nobody out who has chosen a new password by the mailed link', async () => {
      await useUp(omar);
      const visitor = new Visitor(site);
      await visitor.fill('/forgot-password', { email: omar.email });
      await here.house.work();
      const [mail] = await mailsOf(omar.email, 'passwordReset');
      assert.ok(mail);
      const link = noticeLink(mail.notice, { linkSecret: here.house.linkSecret, publicUrl: '' }) ?? '';
      await visitor.fill(link, { password: newPassword, confirmation: newPassword });
      assert.equal((await signIn(visitor, newPassword)).location, '/home');
    });

    it('gain nothing from a browser’s cookie for another account, one that is made up, or one that is old', async () => {
      const visitor = await signedIn();
      const device = visitor.cookies.get('usher-device') ?? '';
      await Credential.create({ _id: marco.email, passwordHash, createdAt: new Date() });
      await useUp(marco);
      visitor.cookies.delete('usher-session');
      assert.equal((await signIn(visitor, password, marco.email)).status, 429);
      await useUp(omar);
      for (const made of ['x', 'a.b.c', device.replace(/.$/, (last) => (last === 'A' ? 'E' : 'A')), `0${device}`, '']) {
        const other = new Visitor(site);
        other.cookies.set('usher-device', made);
        assert.equal((await signIn(other, password)).status, 429, made);
      }
      here.later({ days: 366 });
      await useUp(omar);
      const later = new Visitor(site);
      later.cookies.set('usher-device', device);
      assert.equal((await signIn(later, password)).status, 429);
    });

    it('may try from a browser that is known, too, but not for ever', async () => {
      const visitor = await signedIn();
      visitor.cookies.delete('usher-session');
      await useUp(omar);
      const { most } = here.house.limits.signInsPerDevice;
      for (let at = 0; at < most; at++) assert.equal((await signIn(visitor, 'not this one at all')).status, 422);
      assert.equal((await signIn(visitor, password)).status, 429);
      here.later({ hours: 1 });
      assert.equal((await signIn(visitor, password)).location, '/home');
    });
  });
});
