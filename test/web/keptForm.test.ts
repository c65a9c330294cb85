import assert from 'node:assert/strict';
import { Invitation } from '../../models/invitation.ts';
import type { Actor } from '../../onboarding/actor.ts';
import { addDomain } from '../../onboarding/addDomain.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { startSession } from '../../onboarding/startSession.ts';
import { openForm, sealForm } from '../../web/keptForm.ts';
import { people } from '../onboarding/people.ts';
import { outcomeOf } from '../onboarding/refusalOf.ts';
import { scene } from '../onboarding/scene.ts';
import { type Filled, fieldsOf, type Got, type Site, startSite, Visitor } from './site.ts';

const { marco, lena, giulia } = people;

describe('a form that is sent when the session is over', () => {
  const here = scene();
  let site: Site;
  beforeEach(async () => {
    site = await startSite(here.house);
  });
  afterEach(() => site.close());

  const signIn = async (visitor: Visitor, actor: Actor) =>
    visitor.cookies.set('usher-session', await startSession(actor, 'password'));
  async function signedIn(actor: Actor = marco): Promise<Visitor> {
    const visitor = new Visitor(site);
    await signIn(visitor, actor);
    visitor.cookies.set('usher-language', 'en');
    return visitor;
  }
  /** Fills in the form of a page and sends it from there, after the session has ended. */
  async function sendLate(visitor: Visitor, path: string, filled: Filled, action = path): Promise<Got> {
    const page = await visitor.get(path);
    here.later({ minutes: 61 });
    const standing = fieldsOf(page.body, action).filter(([name]) => !Object.hasOwn(filled, name));
    const typed = Object.entries(filled).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
    return visitor.post(action, [...standing, ...typed], { headers: { referer: site.origin + path } });
  }
  const invitee = {
    email: 'nora.bianchi@contoso.com',
    firstName: 'Nora',
    lastName: "D'Amico",
    language: 'it',
    country: 'Germany',
    roles: ['reportViewer', 'accountViewer'],
  };

  it('stands there again after signing in, and is sent only by pressing once more', async () => {
    const visitor = await signedIn();
    const got = await sendLate(visitor, '/access/invite', invitee);
    assert.equal(got.location, '/sign-in?to=%2Faccess%2Finvite&kept');
    assert.match((await visitor.follow(got)).body, /what you had typed is still there/);
    assert.doesNotMatch(JSON.stringify([...visitor.cookies]), /nora|amico/i, 'nobody else reads it in the cookie');
    await signIn(visitor, marco);
    assert.doesNotMatch((await visitor.get('/access/domains')).body, /sign in again/, 'it stands elsewhere');
    const page = await visitor.get('/access/invite');
    assert.match(page.body, /You had to sign in again, so nothing was sent yet/);
    const standing = fieldsOf(page.body, '/access/invite');
    for (const [name, value] of Object.entries(invitee)) {
      assert.deepEqual(
        standing.filter(([one]) => one === name).map(([, one]) => one),
        [value].flat(),
        name,
      );
    }
    assert.equal(await Invitation.countDocuments({ email: invitee.email }), 0);
    assert.match((await visitor.send(page, {}, '/access/invite')).location ?? '', /\?done=invited$/);
    assert.doesNotMatch((await visitor.get('/access/invite')).body, /Nora|sign in again/, 'shown once');
  });

  it('stands there also for a decision, a domain and a corrected address', async () => {
    const { requestId } = outcomeOf(
      await askForInvitation(here.house, giulia, { purchasingAccountId: here.ids.contoso, message: '' }),
      'asked',
    );
    const { invitation } = outcomeOf(
      await inviteUser(here.house, marco, {
        ...invitee,
        country: 'IT',
        purchasingAccountId: here.ids.contoso,
        confirmOutsideDomain: false,
      }),
      'invited',
    );
    outcomeOf(
      await addDomain(here.house, marco, { purchasingAccountId: here.ids.contoso, name: 'a.example' }),
      'added',
    );
    const corrected = `/access/invitations/${invitation.id}`;
    for (const [path, action, filled] of [
      [`/access/requests/${requestId}`, undefined, { roles: ['accountManager'], reason: 'As we\nagreed' }],
      ['/access/domains', undefined, { name: 'contoso.example' }],
      [corrected, `${corrected}/correct`, { email: 'nora.b@contoso.com' }],
    ] as const) {
      const visitor = await signedIn();
      assert.equal(
        (await sendLate(visitor, path, filled, action)).location,
        `/sign-in?to=${encodeURIComponent(path)}&kept`,
      );
      await signIn(visitor, marco);
      const page = await visitor.get(path);
      assert.equal(page.status, 200);
      const standing = fieldsOf(page.body, action ?? path);
      for (const [name, value] of Object.entries(filled)) {
        assert.deepEqual(
          standing.filter(([one]) => one === name).map(([, one]) => one),
          [value].flat(),
          name,
        );
      }
    }
  });

  it('stands there at once for who has signed in meanwhile elsewhere', async () => {
    const visitor = await signedIn();
    const page = await visitor.get('/access/domains');
    await signIn(visitor, marco);
    const got = await visitor.send(page, { name: 'contoso.example' }, '/access/domains');
    assert.equal(got.location, '/access/domains');
    assert.match((await visitor.follow(got)).body, /value="contoso\.example"/);
  });

  it('is shown to nobody else who signs in there, and taken from nobody who made it up', async () => {
    const visitor = await signedIn();
    await sendLate(visitor, '/access/invite', invitee);
    await signIn(visitor, lena);
    assert.doesNotMatch((await visitor.get('/access/invite')).body, /Nora|sign in again/);
    const other = await signedIn(lena);
    const page = await other.get('/access/domains').then(() => other.get('/access/invite'));
    await signIn(other, marco);
    assert.equal((await other.send(page, invitee, '/access/invite')).status, 403);
    const kept = { page: '/access/invite', writer: 'x', fields: [['email', 'a@b.example']] as const };
    const forged = await sealForm('another secret', kept);
    assert.equal(await openForm(here.house.linkSecret, forged ?? ''), undefined);
    const made = await signedIn();
    made.cookies.set('usher-kept', (await sealForm(here.house.linkSecret, kept)) ?? '');
    assert.doesNotMatch((await made.get('/access/invite')).body, /a@b\.example/);
  });

  it('is shown to be copied where it is too long to be kept, and never to anybody else', async () => {
    const { requestId } = outcomeOf(
      await askForInvitation(here.house, giulia, { purchasingAccountId: here.ids.contoso, message: '' }),
      'asked',
    );
    const path = `/access/requests/${requestId}`;
    const reason = `As we agreed: ${'月'.repeat(980)} <end>`;
    const visitor = await signedIn();
    const got = await sendLate(visitor, path, { roles: 'accountManager', reason });
    assert.equal(got.status, 403);
    assert.match(got.body, /too long to be kept.*As we agreed: 月{980} &lt;end&gt;.*href="\/access\/requests\//s);
    await signIn(visitor, marco);
    const page = await visitor.get(path);
    await signIn(visitor, lena);
    assert.doesNotMatch((await visitor.send(page, { roles: 'accountManager', reason }, path)).body, /agreed/);
  });

  it('is kept for an hour, and only where it fits into a cookie', async () => {
    const { linkSecret } = here.house;
    const kept = { page: '/access/invite', writer: 'x', fields: [['email', 'a@b.example']] as const };
    const sealed = (await sealForm(linkSecret, kept)) ?? '';
    assert.deepEqual((await openForm(linkSecret, sealed))?.fields, kept.fields);
    here.later({ minutes: 61 });
    assert.equal(await openForm(linkSecret, sealed), undefined);
    assert.equal(await sealForm(linkSecret, { ...kept, fields: [['reason', 'x'.repeat(4_000)]] }), undefined);
  });
});
