import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { AccessRequest } from '../../models/accessRequest.ts';
import { Domain } from '../../models/domain.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import type { Role } from '../../models/role.ts';
import type { Actor } from '../../onboarding/actor.ts';
import { addDomain } from '../../onboarding/addDomain.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { askForRole } from '../../onboarding/askForRole.ts';
import { decideRequest } from '../../onboarding/decideRequest.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { startSession } from '../../onboarding/startSession.ts';
import { auditLog } from '../onboarding/mails.ts';
import { people } from '../onboarding/people.ts';
import { outcomeOf } from '../onboarding/refusalOf.ts';
import { scene } from '../onboarding/scene.ts';
import { type Filled, formOf, type Got, type Site, startSite, Visitor } from './site.ts';

const nobodysId = 'ffffffffffffffffffffffff';
const garbage = ['x', nobodysId, '%00', '%7B%22$ne%22:1%7D', `${nobodysId}f`];

describe('managing access on pages', () => {
  const here = scene();
  let site: Site;
  beforeEach(async () => {
    site = await startSite(here.house);
  });
  afterEach(() => site.close());

  /** Somebody's browser, signed in, reading English. */
  async function signedIn(actor: Actor): Promise<Visitor> {
    const visitor = new Visitor(site);
    visitor.cookies.set('usher-session', await startSession(actor, 'password'));
    visitor.cookies.set('usher-language', 'en');
    return visitor;
  }

  const giveRole = (actor: Actor, role: Role) =>
    Membership.updateOne(
      { email: actor.email },
      { $set: { roles: [{ role, since: new Date(), givenBy: people.marco.email }] } },
    );

  const invitee = {
    email: 'nora.bianchi@contoso.com',
    firstName: 'Nora',
    lastName: 'Bianchi',
    language: 'it',
    country: 'Italy',
    roles: ['reportViewer'],
  };
  const invited = async (changes: Partial<typeof invitee> = {}, confirmOutsideDomain = false) =>
    outcomeOf(
      await inviteUser(here.house, people.marco, {
        ...invitee,
        country: 'IT',
        purchasingAccountId: here.ids.contoso,
        confirmOutsideDomain,
        ...changes,
      }),
      'invited',
    ).invitation.id;
  const asked = async (actor: Actor = people.giulia) =>
    outcomeOf(
      await askForInvitation(here.house, actor, { purchasingAccountId: here.ids.contoso, message: 'Per i <report>' }),
      'asked',
    ).requestId;
  const added = async (name: string) =>
    outcomeOf(await addDomain(here.house, people.marco, { purchasingAccountId: here.ids.contoso, name }), 'added')
      .domain.id;

  /** The page says no, and shows nothing of anybody's. */
  function isClosed(got: Got, status: number, what: string): void {
    assert.equal(got.status, status, what);
    const main = /<main.*<\/main>/s.exec(got.body)?.[0] ?? '';
    assert.doesNotMatch(main, /@|Nora|Anna|Keller|Fabrikam|Contoso|000\d{7}|usher-verification/, what);
  }

  const all = [
    '/home',
    '/access/users',
    '/access/invite',
    '/access/requests',
    '/access/domains',
    '/access/agreements',
    `/access/invitations/${nobodysId}`,
    `/access/requests/${nobodysId}`,
  ];

  it('leads whoever is signed out to the sign-in, and back', async () => {
    for (const path of [...all, '/access/users?account=1&b=2']) {
      const got = await new Visitor(site).get(path);
      assert.equal(got.location, `/sign-in?to=${encodeURIComponent(path)}`);
      assert.equal(got.body, '');
    }
    assert.equal((await (await signedIn(people.marco)).get('/sign-in?to=/access/users')).location, '/access/users');
  });

  it('leads back to the page with the form who was signed out when sending it', async () => {
    const id = await invited();
    const visitor = await signedIn(people.marco);
    const page = await visitor.get(`/access/invitations/${id}`);
    visitor.cookies.delete('usher-session');
    const fields = formOf(page.body, `/access/invitations/${id}/revoke`);
    const referer = `${site.origin}/access/invitations/${id}`;
    const got = await visitor.post(`/access/invitations/${id}/revoke`, fields, { headers: { referer } });
    assert.equal(got.status, 403);
    assert.match(got.body, new RegExp(`href="/access/invitations/${id}"`));
    assert.equal((await Invitation.findById(id).lean())?.state, 'pending');
  });

  it('takes no form without the token of its session', async () => {
    const invitation = await invited();
    const request = await asked();
    const domain = await added('contoso.example');
    const before = await auditLog();
    const marco = await signedIn(people.marco);
    const { formToken = '' } = formOf(
      (await (await signedIn(people.lena)).get('/access/invite')).body,
      '/access/invite',
    );
    for (const path of [
      '/access/invite',
      `/access/invitations/${invitation}/send-again`,
      `/access/invitations/${invitation}/revoke`,
      `/access/invitations/${invitation}/correct`,
      `/access/requests/${request}`,
      `/access/requests/${request}/withdraw`,
      '/access/domains',
      `/access/domains/${domain}/check`,
      `/access/domains/${domain}/remove`,
    ]) {
      const fields = {
        account: here.ids.contoso,
        ...invitee,
        roles: 'reportViewer',
        name: 'a.example',
        approve: 'yes',
      };
      for (const token of [{}, { formToken: '' }, { formToken }]) {
        assert.equal((await marco.post(path, { ...fields, ...token } as Record<string, string>)).status, 403, path);
      }
    }
    assert.deepEqual(await auditLog(), before);
    assert.equal((await Invitation.findById(invitation).lean())?.state, 'pending');
    assert.equal((await AccessRequest.findById(request).lean())?.state, 'open');
    assert.equal(await Domain.countDocuments({ name: 'a.example' }), 0);
  });

  it('shows nothing to whose roles do not go that far', async () => {
    const invitation = await invited();
    const request = await asked();
    const domain = await added('contoso.example');
    const omar = await signedIn(people.omar);
    for (const path of ['/access/users', '/access/invite', '/access/requests', '/access/domains']) {
      isClosed(await omar.get(path), 403, path);
    }
    isClosed(await omar.get(`/access/users?account=${here.ids.contoso}`), 403, 'users, named');
    isClosed(await omar.get(`/access/invitations/${invitation}`), 403, 'invitation');
    isClosed(await omar.get(`/access/requests/${request}`), 404, 'request');
    const { formToken = '' } = formOf((await omar.get('/home')).body, '/sign-out');
    for (const [path, status] of [
      ['/access/invite', 403],
      [`/access/invitations/${invitation}/send-again`, 403],
      [`/access/invitations/${invitation}/revoke`, 403],
      [`/access/invitations/${invitation}/correct`, 403],
      [`/access/requests/${request}`, 404],
      ['/access/domains', 403],
      [`/access/domains/${domain}/check`, 403],
      [`/access/domains/${domain}/remove`, 403],
    ] as const) {
      const fields = {
        ...invitee,
        roles: 'reportViewer',
        account: here.ids.contoso,
        name: 'b.example',
        approve: 'yes',
      };
      isClosed(await omar.post(path, { ...fields, formToken }), status, path);
    }
    assert.equal((await Invitation.findById(invitation).lean())?.state, 'pending');
    assert.equal((await AccessRequest.findById(request).lean())?.state, 'open');
    assert.equal(await Domain.countDocuments({ associated: true, name: 'contoso.example' }), 1);
    assert.equal(await Invitation.countDocuments({ email: invitee.email }), 1);
  });

  it('knows nothing of another organization’s, nor of what there is not', async () => {
    const foreign = (await Invitation.findOne({ email: people.anna.email }).lean())?._id.toHexString() ?? '';
    const foreignDomain = await Domain.create({
      name: 'fabrikam.com',
      purchasingAccount: here.ids.fabrikam,
      state: 'pending',
      associated: true,
      txtRecord: 'usher-verification=foreign',
      addedBy: people.anna.email,
      addedAt: new Date(),
      checks: 0,
      found: [],
      checksEndAt: new Date(),
    });
    const marco = await signedIn(people.marco);
    const { formToken = '' } = formOf((await marco.get('/home')).body, '/sign-out');
    for (const id of [here.ids.fabrikam, ...garbage]) {
      isClosed(await marco.get(`/access/users?account=${id}`), 404, `users of ${id}`);
      isClosed(await marco.get(`/access/invite?account=${id}`), 404, `inviting in ${id}`);
      const account = decodeURIComponent(id).replace('\0', '');
      const fields = { formToken, ...invitee, roles: 'reportViewer', name: 'c.example', account };
      isClosed(await marco.post('/access/invite', fields), 404, `inviting in ${id}`);
      isClosed(await marco.post('/access/domains', fields), 404, `a domain in ${id}`);
    }
    for (const id of [foreign, ...garbage]) {
      isClosed(await marco.get(`/access/invitations/${id}`), 404, id);
      for (const what of ['send-again', 'revoke', 'correct']) {
        const got = await marco.post(`/access/invitations/${id}/${what}`, { formToken, email: 'a@contoso.com' });
        isClosed(got, 404, `${what} ${id}`);
      }
      isClosed(await marco.get(`/access/requests/${id}`), 404, id);
      isClosed(await marco.post(`/access/requests/${id}`, { formToken, approve: 'yes' }), 404, id);
    }
    for (const id of [foreignDomain._id.toHexString(), ...garbage]) {
      isClosed(await marco.post(`/access/domains/${id}/check`, { formToken }), 404, id);
      isClosed(await marco.post(`/access/domains/${id}/remove`, { formToken }), 404, id);
    }
    assert.doesNotMatch((await marco.get('/access/domains')).body, /fabrikam|foreign/i);
    assert.doesNotMatch((await marco.get('/access/agreements')).body, /fabrikam/i);
    assert.equal((await Invitation.findById(foreign).lean())?.state, 'pending');
    assert.equal(await Domain.countDocuments({ name: 'fabrikam.com', associated: true }), 1);
    assert.equal(await Invitation.countDocuments({ email: invitee.email }), 0);
  });

  describe('who has access', () => {
    it('shows users and invitations, and leads on', async () => {
      const id = await invited();
      const marco = await signedIn(people.marco);
      assert.equal((await marco.get('/access')).location, '/access/users');
      const { body } = await marco.get('/access/users');
      for (const said of ['marco.ferri@contoso.com', 'lena.vogel@contoso.com', 'omar.haddad@contoso.com']) {
        assert.ok(body.includes(said), said);
      }
      assert.match(body, /Users \(3\)/);
      assert.match(body, new RegExp(`/access/invitations/${id}">Nora Bianchi`));
      assert.match(body, /aria-current="page">Manage access/);
      assert.ok(body.includes(`/access/invite?account=${here.ids.contoso}`));
    });

    it('leads to no invitation whose roles whoever looks may not give', async () => {
      const id = await invited({ roles: ['accountAdministrator'] });
      const other = await invited({ email: 'second@contoso.com' });
      const { body } = await (await signedIn(people.lena)).get('/access/users');
      assert.match(body, />Nora Bianchi</);
      assert.ok(body.includes(invitee.email) && body.includes(`/access/invitations/${other}`));
      assert.ok(!body.includes(`/access/invitations/${id}`));
      assert.ok((await (await signedIn(people.marco)).get('/access/users')).body.includes(`/access/invitations/${id}`));
    });

    it('says that there are older invitations than those it shows', async () => {
      const id = await invited();
      const marco = await signedIn(people.marco);
      assert.match((await marco.get('/access/users')).body, /Invitations \(1\)/);
      const { _id, ...one } = (await Invitation.findById(id).lean()) as Invitation;
      const more = Array.from({ length: 200 }, (_, at) => ({
        ...one,
        email: `n${at}@contoso.com`,
        tokenHash: `${at}`,
      }));
      await Invitation.insertMany(more);
      const { body } = await marco.get('/access/users');
      assert.match(body, /Invitations \(200\+\)[\s\S]*There are older ones/);
    });

    it('escapes what people are called', async () => {
      await Membership.updateOne({ email: people.omar.email }, { $set: { lastName: 'Haddad & Sons' } });
      assert.match((await (await signedIn(people.marco)).get('/access/users')).body, /Omar Haddad &amp; Sons/);
    });

    it('leads only to what the roles reach', async () => {
      const tabs = async (person: (typeof people)[keyof typeof people]) =>
        [...(await (await signedIn(person)).get('/home')).body.matchAll(/class="tab" href="([^"]+)"/g)].map(
          ([, to]) => to,
        );
      const all = ['/home', '/access/users', '/access/requests', '/access/domains', '/access/agreements'];
      assert.deepEqual(await tabs(people.marco), all);
      assert.deepEqual(await tabs(people.lena), ['/home', '/access/users', '/access/requests']);
      assert.deepEqual(await tabs(people.omar), ['/home', '/access/agreements']);
      for (const [person, held] of [
        ['marco', all],
        ['lena', all.slice(0, 3)],
        ['omar', [all[0], all[4]]],
      ] as const) {
        const visitor = await signedIn(people[person]);
        for (const to of held) assert.equal((await visitor.get(to ?? '')).status, 200, `${person} ${to}`);
      }
      await Membership.updateOne({ email: people.omar.email }, { $set: { 'roles.0.role': 'accountManager' } });
      assert.deepEqual(await tabs(people.omar), ['/home', '/access/domains', '/access/agreements']);
    });

    it('says the same of all that the roles do not reach, whether shown or pressed, and leads to where they reach', async () => {
      const omar = await signedIn(people.omar);
      const invitation = `/access/invitations/${await invited()}`;
      const domain = `/access/domains/${await added('contoso.example')}`;
      const said = /Your roles do not include this\. .*<a href="\/home">My profile/s;
      for (const path of ['/access/users', '/access/invite', '/access/requests', '/access/domains', invitation]) {
        const { title, body } = await omar.get(path);
        assert.equal(title, 'This cannot be shown', path);
        assert.match(body, said, path);
      }
      const { formToken = '' } = formOf((await omar.get('/home')).body, '/sign-out');
      for (const path of [`${invitation}/revoke`, `${domain}/check`]) {
        const { title, body } = await omar.post(path, { formToken });
        assert.equal(title, 'That was not done', path);
        assert.match(body, said, path);
      }
    });

    it('says profile and agreements as far as the roles go', async () => {
      const omar = await signedIn(people.omar);
      const profile = await omar.get('/home');
      assert.match(profile.body, /Report Viewer/);
      assert.match(profile.body, /aria-current="page">My profile/);
      const agreements = await omar.get('/access/agreements');
      assert.equal(agreements.status, 200);
      assert.match(agreements.body, /Contoso S\.p\.A\..*4100012345.*0005012345.*Italy.*Report Viewer/s);
      isClosed(
        await (await signedIn(people.lena)).get('/access/agreements'),
        403,
        'agreements of a user administrator',
      );
    });
  });

  describe('inviting', () => {
    const page = () => `/access/invite?account=${here.ids.contoso}`;
    const invite = (visitor: Visitor, changes: Record<string, string | string[]> = {}) =>
      visitor.fill(page(), { ...invitee, ...changes });

    it('sends the invitation and shows it', async () => {
      const marco = await signedIn(people.marco);
      const got = await invite(marco);
      const invitation = await Invitation.findOne({ email: invitee.email }).lean();
      assert.equal(got.location, `/access/invitations/${invitation?._id}?done=invited`);
      assert.deepEqual(invitation?.roles, ['reportViewer']);
      assert.equal(invitation?.country, 'IT');
      assert.equal(invitation?.language, 'it');
      assert.match((await marco.follow(got)).body, /on its way to nora\.bianchi@contoso\.com/);
      assert.deepEqual(await here.house.work().then(auditLog), [
        `${people.marco.email} invitationSent ${invitee.email}`,
      ]);
    });

    it('is sent once when the button is pressed twice, and both presses show it', async () => {
      const marco = await signedIn(people.marco);
      const page = await marco.get('/access/invite');
      const fields = { ...invitee, roles: 'reportViewer' };
      const first = await marco.send(page, fields, '/access/invite');
      assert.match(first.location ?? '', /done=invited/);
      assert.equal((await marco.send(page, fields, '/access/invite')).location, first.location);
      assert.match(
        (await marco.send(page, { ...fields, another: 'yes' }, '/access/invite')).location ?? '',
        /&invited=/,
      );
      // With other roles, by somebody else or from a form of later nothing was sent, and that is said.
      assert.equal((await marco.send(page, { ...fields, roles: 'accountViewer' }, '/access/invite')).status, 422);
      const lena = await signedIn(people.lena);
      assert.equal((await lena.send(await lena.get('/access/invite'), fields, '/access/invite')).status, 422);
      here.later({ minutes: 1 });
      assert.equal((await marco.fill('/access/invite', fields)).status, 422);
      assert.equal(await Invitation.countDocuments({ email: invitee.email }), 1);
    });

    it('goes on with the next on an empty form', async () => {
      const marco = await signedIn(people.marco);
      const next = await marco.follow(await invite(marco, { another: 'yes' }));
      assert.match(next.body, /Who is next\?/);
      assert.equal(formOf(next.body, '/access/invite').email, '');
      await marco.send(next, { ...invitee, email: 'second@contoso.com', another: 'yes' }, '/access/invite');
      assert.equal(await Invitation.countDocuments({ email: { $in: [invitee.email, 'second@contoso.com'] } }), 2);
    });

    it('shows what is wrong beside its field, and keeps what was typed', async () => {
      const marco = await signedIn(people.marco);
      const got = await invite(marco, { email: 'nora', firstName: '', country: 'Atlantis "<', roles: [] });
      assert.equal(got.status, 422);
      for (const name of ['email', 'firstName', 'country', 'roles']) {
        assert.match(got.body, new RegExp(`class="fieldError" id="${name}-error"`), name);
        assert.match(got.body, new RegExp(`<a href="#${name}">`), name);
      }
      assert.doesNotMatch(got.body, /id="lastName-error"/);
      assert.match(got.body, /<title>Error/);
      const kept = formOf(got.body, '/access/invite');
      assert.equal(kept.email, 'nora');
      assert.equal(kept.lastName, 'Bianchi');
      assert.equal(kept.language, 'it');
      assert.equal(kept.account, here.ids.contoso);
      assert.equal(await Invitation.countDocuments({ lastName: 'Bianchi' }), 0);
    });

    it('refuses personal addresses', async () => {
      const got = await invite(await signedIn(people.marco), { email: 'nora@gmail.com' });
      assert.equal(got.status, 422);
      assert.match(got.body, /id="email-error">This is a personal address/);
    });

    it('asks once more about an address outside the domains, and takes the yes for that address only', async () => {
      const marco = await signedIn(people.marco);
      const first = await invite(marco, { email: 'nora@example.org' });
      assert.equal(first.status, 422);
      assert.match(first.body, /nora@example\.org does not belong to the domains of this account \(contoso\.com\)/);
      assert.match(first.body, /Invite anyway/);
      const other = await marco.send(first, { email: 'mallory@example.org' }, '/access/invite');
      assert.equal(other.status, 422);
      assert.match(other.body, /mallory@example\.org does not belong/);
      assert.equal(await Invitation.countDocuments({ email: /example\.org/ }), 0);
      const yes = await marco.send(first, {}, '/access/invite');
      assert.match(yes.location ?? '', /done=invited/);
      assert.equal(await Invitation.countDocuments({ email: 'nora@example.org' }), 1);
    });

    it('asks once more about more roles for such an address, whichever button is pressed', async () => {
      const marco = await signedIn(people.marco);
      const first = await invite(marco, { email: 'nora@example.org', another: 'yes' });
      const buttons = (body: string) =>
        [...body.matchAll(/<button[^>]*>(Inv[^<]*)<\/button>/g)].map(([, title]) => title);
      assert.deepEqual(buttons(first.body), ['Invite anyway', 'Invite anyway, then another']);
      const roles = ['reportViewer', 'accountAdministrator'];
      for (const button of [{}, { another: 'yes' }] as Filled[]) {
        const more = await marco.send(first, { roles, ...button }, '/access/invite');
        assert.equal(more.status, 422);
        assert.match(more.body, /nora@example\.org does not belong/);
        assert.equal(await Invitation.countDocuments({ email: 'nora@example.org' }), 0);
      }
      const yes = await marco.send(first, { another: 'yes' }, '/access/invite');
      assert.match(yes.location ?? '', /invited=/);
      assert.deepEqual((await Invitation.findOne({ email: 'nora@example.org' }).lean())?.roles, ['reportViewer']);
    });

    it('says in Italian too what its second button does with such an address', async () => {
      const marco = await signedIn(people.marco);
      marco.cookies.set('usher-language', 'it');
      const { body } = await invite(marco, { email: 'nora@example.org', country: 'Italia' });
      assert.match(body, /Invita comunque<\/button>\s*<button[^>]*>Invita comunque, poi un altro utente</);
    });

    it('gives no role that is not on the form', async () => {
      const lena = await signedIn(people.lena);
      const form = await lena.get(page());
      assert.doesNotMatch(form.body, /value="accountAdministrator"/);
      const got = await invite(lena, { roles: ['accountAdministrator', 'reportViewer'] });
      assert.equal(got.status, 422);
      assert.match(got.body, /id="roles-error">You may not give Account Administrator/);
      assert.equal((await invite(lena, { roles: ['everything'] })).status, 422);
      assert.equal(await Invitation.countDocuments({ email: invitee.email }), 0);
    });

    it('shows the invitation that is waiting already', async () => {
      const id = await invited();
      const got = await invite(await signedIn(people.marco));
      assert.equal(got.status, 422);
      assert.match(got.body, /id="email-error">This person was invited already/);
      assert.match(got.body, new RegExp(`href="/access/invitations/${id}"`));
    });

    it('says who is in already', async () => {
      const got = await invite(await signedIn(people.marco), { email: people.omar.email });
      assert.equal(got.status, 422);
      assert.match(got.body, /id="email-error">This person is in already: Report Viewer/);
    });

    it('gives whoever is in the roles that they lack instead, at a press', async () => {
      const marco = await signedIn(people.marco);
      const give = '/access/invite/give-roles';
      const roles = ['accountViewer', 'reportViewer'];
      const got = await invite(marco, { email: ' Omar.Haddad@contoso.com', roles });
      assert.match(got.body, /Not held yet: Account Viewer/);
      assert.match(got.body, /<button class="primary">Give Account Viewer too</);
      const done = await marco.send(got, {}, give);
      assert.equal(done.location, `/access/users?account=${here.ids.contoso}&done=rolesGiven`);
      assert.match((await marco.follow(done)).body, /The roles were given/);
      const held = (await Membership.findOne({ email: people.omar.email }).lean())?.roles ?? [];
      assert.deepEqual(held.map(({ role }) => role).sort(), roles);
      assert.equal((await marco.send(got, {}, give)).location, done.location, 'pressed twice');

      // The rule is the use case's: no hidden field makes more of it.
      const lena = await signedIn(people.lena);
      const offer = await invite(lena, { email: people.omar.email, roles: ['accountManager'] });
      assert.equal((await lena.send(offer, { roles: ['accountAdministrator'] }, give)).status, 403);
      assert.equal((await Membership.findOne({ email: people.omar.email }).lean())?.roles.length, 2);
    });

    it('has nothing better to offer for whoever holds all of it', async () => {
      const got = await invite(await signedIn(people.marco), { email: people.omar.email });
      assert.doesNotMatch(got.body, /give-roles/);
    });

    it('fills the form in for somebody whose invitation was withdrawn, declined or has expired', async () => {
      const marco = await signedIn(people.marco);
      for (const state of ['revoked', 'declined', 'expired'] as const) {
        const id = await invited();
        await Invitation.updateOne({ _id: id }, { $set: { state, endedAt: new Date() } });
        const { body } = await marco.get(`/access/invitations/${id}`);
        const again = new RegExp(`href="(/access/invite[^"]*again=${id})">Invite again<`).exec(body)?.[1] ?? '';
        const form = await marco.get(again.replace('&amp;', '&'));
        assert.equal(form.status, 200);
        assert.deepEqual(
          { ...formOf(form.body, '/access/invite'), formToken: '', writer: '', drawnAt: '' },
          { ...invitee, roles: 'reportViewer', account: here.ids.contoso, formToken: '', writer: '', drawnAt: '' },
        );
      }
      const foreign = (await Invitation.findOne({ email: people.anna.email }).lean())?._id.toHexString();
      for (const id of [foreign, ...garbage]) {
        const form = await marco.get(`${page()}&again=${id}`);
        assert.equal(formOf(form.body, '/access/invite').email, '', id);
      }
    });

    it('keeps to the account that was chosen, where there are several', async () => {
      const membership = await Membership.findOne({ email: people.marco.email }).lean();
      const { _id, ...rest } = membership ?? assert.fail();
      await Membership.create({ ...rest, purchasingAccount: here.ids.fabrikam });
      const marco = await signedIn(people.marco);
      const path = `/access/invite?account=${here.ids.fabrikam}`;
      const got = await marco.get(path);
      assert.match(got.body, /aria-current="true">Fabrikam GmbH/);
      await marco.fill(path, { ...invitee, email: 'nora@fabrikam.com' });
      const invitation = await Invitation.findOne({ email: 'nora@fabrikam.com' }).lean();
      assert.equal(String(invitation?.purchasingAccount), here.ids.fabrikam);
    });
  });

  describe('an invitation', () => {
    it('is sent again once, however often the button was pressed', async () => {
      const id = await invited();
      here.later({ minutes: 1 });
      const marco = await signedIn(people.marco);
      const page = await marco.get(`/access/invitations/${id}`);
      const path = `/access/invitations/${id}/send-again`;
      const first = await marco.send(page, {}, path);
      assert.equal(first.location, `/access/invitations/${id}?done=sentAgain`);
      const second = await marco.send(page, {}, path);
      assert.equal(second.location, `/access/invitations/${id}?late=yes`);
      assert.match(
        (await marco.follow(second)).body,
        /was sent to nora\.bianchi@contoso\.com meanwhile, on .*had no effect/,
      );
      assert.equal((await Invitation.findById(id).lean())?.sendings, 2);
      assert.match((await marco.follow(first)).body, /on its way to nora\.bianchi@contoso\.com again/);
    });

    it('that is past its date is followed by a new one', async () => {
      const id = await invited();
      here.later({ days: 61 });
      const marco = await signedIn(people.marco);
      const got = await marco.fill(`/access/invitations/${id}`, {}, `/access/invitations/${id}/send-again`);
      assert.match(got.location ?? '', /done=sentAgain/);
      const next = await Invitation.findOne({ email: invitee.email, state: 'pending' }).lean();
      assert.ok(got.location?.includes(String(next?._id)));
      assert.notEqual(String(next?._id), id);
    });

    it('is withdrawn, also when pressed twice', async () => {
      const id = await invited();
      const marco = await signedIn(people.marco);
      const page = await marco.get(`/access/invitations/${id}`);
      const path = `/access/invitations/${id}/revoke`;
      for (let press = 0; press < 2; press++) {
        assert.equal((await marco.send(page, {}, path)).location, `/access/invitations/${id}?done=revoked`);
      }
      const after = await marco.get(`/access/invitations/${id}?done=revoked`);
      assert.match(after.body, /is withdrawn/);
      assert.doesNotMatch(after.body, /send-again|\/correct|\/revoke/);
      // The page as it stood before: what it offers is over.
      assert.equal((await marco.send(page, { email: 'n@contoso.com' }, path.replace('revoke', 'correct'))).status, 409);
      assert.equal((await marco.send(page, {}, path.replace('revoke', 'send-again'))).status, 409);
    });

    it('goes to the corrected address, also when pressed twice', async () => {
      const id = await invited();
      const marco = await signedIn(people.marco);
      const page = await marco.get(`/access/invitations/${id}`);
      const path = `/access/invitations/${id}/correct`;
      for (let press = 0; press < 2; press++) {
        const got = await marco.send(page, { email: 'n.bianchi@contoso.com' }, path);
        assert.equal(got.location, `/access/invitations/${id}?done=corrected`);
      }
      const { email, sendings } = (await Invitation.findById(id).lean()) ?? {};
      assert.deepEqual([email, sendings], ['n.bianchi@contoso.com', 2]);
    });

    it('keeps its address where the new one will not do', async () => {
      const id = await invited();
      await invited({ email: 'other@contoso.com' });
      const marco = await signedIn(people.marco);
      for (const [email, said] of [
        ['', /Please fill this in|missing|enter/i],
        ['nora', /address/],
        [invitee.email, /same|already/i],
        ['nora@gmail.com', /personal address/],
        [people.omar.email, /is in already/],
        ['other@contoso.com', /open invitation/],
      ] as const) {
        const got = await marco.fill(`/access/invitations/${id}`, { email }, `/access/invitations/${id}/correct`);
        assert.equal(got.status, 422, email);
        const error = /id="email-error">([^<]*)</.exec(got.body)?.[1] ?? '';
        assert.match(error, said, email);
        assert.equal(formOf(got.body, `/access/invitations/${id}/correct`).email, email);
      }
      assert.equal((await Invitation.findById(id).lean())?.email, invitee.email);
    });

    it('asks once more before it goes outside the domains, and for that address only', async () => {
      const id = await invited();
      const path = `/access/invitations/${id}/correct`;
      const marco = await signedIn(people.marco);
      const first = await marco.fill(`/access/invitations/${id}`, { email: 'nora@example.org' }, path);
      assert.equal(first.status, 422);
      assert.match(first.body, /Send it there anyway/);
      assert.equal((await marco.send(first, { email: 'mallory@example.org' }, path)).status, 422);
      assert.equal((await Invitation.findById(id).lean())?.email, invitee.email);
      assert.match((await marco.send(first, {}, path)).location ?? '', /done=corrected/);
      assert.equal((await Invitation.findById(id).lean())?.email, 'nora@example.org');
    });

    it('asks once more before it goes there with more roles than the question named', async () => {
      const id = await invited();
      const path = `/access/invitations/${id}/correct`;
      const marco = await signedIn(people.marco);
      const first = await marco.fill(`/access/invitations/${id}`, { email: 'nora@example.org' }, path);
      assert.match(first.body, /Roles in it: Report Viewer\./);
      await Invitation.updateOne({ _id: id }, { $push: { roles: 'accountManager' }, $inc: { sendings: 1 } });
      const second = await marco.send(first, {}, path);
      assert.equal(second.status, 422);
      assert.match(second.body, /Roles in it: [^.]*Account Manager/);
      assert.equal((await Invitation.findById(id).lean())?.email, invitee.email);
      assert.match((await marco.send(second, {}, path)).location ?? '', /done=corrected/);
    });

    it('to more than somebody may give is not theirs', async () => {
      const id = await invited({ roles: ['accountAdministrator'] });
      isClosed(await (await signedIn(people.lena)).get(`/access/invitations/${id}`), 403, 'an administrator’s');
    });

    it('says no more what was done before it ended', async () => {
      const id = await invited();
      const marco = await signedIn(people.marco);
      const before = ['invited', 'sentAgain', 'corrected'].map((done) => `done=${done}`);
      for (const query of [...before, 'late=yes']) {
        assert.match((await marco.get(`/access/invitations/${id}?${query}`)).body, /class="message/, query);
      }
      assert.doesNotMatch((await marco.get(`/access/invitations/${id}?done=revoked`)).body, /is withdrawn/);
      await marco.fill(`/access/invitations/${id}`, {}, `/access/invitations/${id}/revoke`);
      for (const query of [...before, 'late=yes']) {
        assert.doesNotMatch((await marco.get(`/access/invitations/${id}?${query}`)).body, /class="message/, query);
      }
    });

    it('says nothing that is not in its list, whatever stands in the address', async () => {
      const id = await invited();
      const marco = await signedIn(people.marco);
      for (const done of ['constructor', 'toString', '__proto__', '<b>']) {
        const got = await marco.get(`/access/invitations/${id}?done=${encodeURIComponent(done)}`);
        assert.equal(got.status, 200);
        assert.doesNotMatch(got.body, /class="message|<b>/);
      }
    });
  });

  describe('a request', () => {
    it('waits in the list of those who decide', async () => {
      const id = await asked();
      const marco = await signedIn(people.marco);
      const list = await marco.get('/access/requests');
      assert.match(list.body, new RegExp(`/access/requests/${id}">Giulia Romano`));
      assert.match((await marco.get(`/access/requests/${id}`)).body, /Per i &lt;report&gt;/);
    });

    it('is approved with the roles that are ticked, and closes the cards of all who were asked', async () => {
      const id = await asked();
      const marco = await signedIn(people.marco);
      const page = await marco.get(`/access/requests/${id}`);
      const got = await marco.send(
        page,
        { roles: ['accountViewer', 'reportViewer'], approve: 'yes' },
        `/access/requests/${id}`,
      );
      assert.equal(got.location, `/access/requests/${id}`);
      const request = await AccessRequest.findById(id).lean();
      assert.equal(request?.state, 'approved');
      assert.equal(request?.decision?.channel, 'web');
      assert.deepEqual([...(request?.decision?.roles ?? [])].sort(), ['accountViewer', 'reportViewer']);
      const closed = request?.pendingWork.flatMap(({ work }) => (work.kind === 'closeRequest' ? [work] : [])) ?? [];
      assert.deepEqual(closed.map(({ to }) => to.email).sort(), [people.lena.email, people.marco.email]);
      for (const { notice } of closed) assert.ok(notice.kind === 'accessRequestClosed' && notice.channel === 'web');
      await here.house.work();
      assert.equal((await Invitation.findOne({ email: people.giulia.email }).lean())?.state, 'pending');
      assert.match((await marco.follow(got)).body, /Approved by Marco Ferri on .* on the site/);
      assert.match((await marco.get('/access/requests')).body, /No requests are waiting/);
    });

    it('is not approved without a role, nor decided without a button', async () => {
      const id = await asked();
      const marco = await signedIn(people.marco);
      const got = await marco.fill(`/access/requests/${id}`, { roles: [], approve: 'yes', reason: 'Ok "così"' });
      assert.equal(got.status, 422);
      assert.match(got.body, /id="roles-error">Please choose at least one role/);
      assert.equal(formOf(got.body, `/access/requests/${id}`).reason, 'Ok "così"');
      await marco.fill(`/access/requests/${id}`, {});
      await marco.fill(`/access/requests/${id}`, { approve: 'yes', deny: 'yes', roles: ['reportViewer'] });
      assert.equal((await AccessRequest.findById(id).lean())?.state, 'open');
    });

    it('is turned down with a word to the person, that may not be too long', async () => {
      const id = await asked();
      const marco = await signedIn(people.marco);
      const long = await marco.fill(`/access/requests/${id}`, { deny: 'yes', reason: 'x'.repeat(1_001) });
      assert.equal(long.status, 422);
      assert.match(long.body, /id="reason-error"/);
      const got = await marco.fill(`/access/requests/${id}`, { deny: 'yes', reason: 'Non ora' });
      const { body } = await marco.follow(got);
      assert.match(body, /Turned down by Marco Ferri on .*“Non ora”/);
      assert.equal(await Invitation.countDocuments({ email: people.giulia.email }), 0);
    });

    it('that somebody else has decided shows who was faster', async () => {
      const id = await asked();
      const marco = await signedIn(people.marco);
      const page = await marco.get(`/access/requests/${id}`);
      const lena = { ...people.lena, channel: 'teams' } as const;
      outcomeOf(await decideRequest(here.house, lena, { requestId: id, decision: 'deny' }), 'decided');
      const tries: Filled[] = [
        { approve: 'yes', roles: ['reportViewer'] },
        { approve: 'yes', roles: [] },
        { deny: 'yes' },
      ];
      for (const fields of tries) {
        const got = await marco.send(page, fields, `/access/requests/${id}`);
        assert.equal(got.location, `/access/requests/${id}?late=yes`);
      }
      const late = await marco.get(`/access/requests/${id}?late=yes`);
      assert.match(late.body, /Somebody was faster.*had no effect/);
      assert.match(late.body, /Turned down by Lena Vogel on .* in Teams/);
      assert.doesNotMatch(late.body, /name="approve"/);
    });

    it('is nobody’s faster decision when the same person presses twice', async () => {
      const id = await asked();
      const marco = await signedIn(people.marco);
      const page = await marco.get(`/access/requests/${id}`);
      const press = () => marco.send(page, { approve: 'yes', roles: ['reportViewer'] }, `/access/requests/${id}`);
      for (const got of await Promise.all([press(), press()])) assert.equal(got.location, `/access/requests/${id}`);
      await here.house.work();
      assert.equal(await Invitation.countDocuments({ email: people.giulia.email }), 1);
    });

    it('says that a press had no effect where the same person has decided otherwise', async () => {
      const id = await asked();
      const marco = await signedIn(people.marco);
      const page = await marco.get(`/access/requests/${id}`);
      await marco.send(page, { deny: 'yes' }, `/access/requests/${id}`);
      const late = await marco.follow(
        await marco.send(page, { approve: 'yes', roles: ['reportViewer'] }, `/access/requests/${id}`),
      );
      assert.match(late.body, /You had decided this already.*had no effect/);
      assert.match(late.body, /Turned down by/);
    });

    it('says so too where the same person has approved it with other roles', async () => {
      const id = await asked();
      const marco = await signedIn(people.marco);
      const page = await marco.get(`/access/requests/${id}`);
      const path = `/access/requests/${id}`;
      const roles = ['reportViewer', 'accountViewer'];
      await marco.send(page, { approve: 'yes', roles }, path);
      for (const [pressed, location] of [
        [['accountViewer', 'reportViewer'], path],
        [['reportViewer'], `${path}?late=own`],
        [['reportViewer', 'accountManager'], `${path}?late=own`],
      ] as const) {
        assert.equal((await marco.send(page, { approve: 'yes', roles: pressed }, path)).location, location);
      }
    });

    it('gives no role that who decides may not give', async () => {
      const id = await asked();
      const lena = await signedIn(people.lena);
      const got = await lena.fill(`/access/requests/${id}`, { roles: ['accountAdministrator'], approve: 'yes' });
      assert.equal(got.status, 422);
      assert.match(got.body, /id="roles-error">You may not give Account Administrator/);
      assert.equal((await AccessRequest.findById(id).lean())?.state, 'open');
    });

    it('is not decided by who made it', async () => {
      const { requestId } = outcomeOf(
        await askForRole(here.house, people.omar, { purchasingAccountId: here.ids.contoso, roles: ['accountViewer'] }),
        'asked',
      );
      await giveRole(people.omar, 'userAdministrator');
      const omar = await signedIn(people.omar);
      const page = await omar.get(`/access/requests/${requestId}`);
      assert.equal(page.status, 200);
      assert.doesNotMatch(page.body, /name="approve"/);
      assert.doesNotMatch((await omar.get('/access/requests')).body, new RegExp(requestId));
      const { formToken = '' } = formOf(page.body, '/sign-out');
      const fields = { formToken, approve: 'yes', roles: 'accountViewer' };
      assert.equal((await omar.post(`/access/requests/${requestId}`, fields)).status, 403);
      assert.equal((await AccessRequest.findById(requestId).lean())?.state, 'open');
    });

    describe('of one’s own', () => {
      const path = (id: string) => `/access/requests/${id}`;
      const askedByOmar = async () => {
        const input = { purchasingAccountId: here.ids.contoso, roles: ['accountManager'] };
        return outcomeOf(await askForRole(here.house, people.omar, input), 'asked').requestId;
      };
      const state = async (id: string) => (await AccessRequest.findById(id).lean())?.state;

      it('stands in the profile, and is withdrawn at a press, also when pressed twice', async () => {
        const id = await askedByOmar();
        const omar = await signedIn(people.omar);
        const home = (await omar.get('/home')).body;
        assert.match(home, new RegExp(`href="${path(id)}">You asked for another role on .*still open`));
        const page = await omar.get(path(id));
        assert.equal(page.title, 'Your request');
        assert.match(page.body, /You asked for another role at Contoso[\s\S]*Account Manager/);
        const press = () => omar.send(page, {}, `${path(id)}/withdraw`);
        for (const got of await Promise.all([press(), press()])) assert.equal(got.location, path(id));
        assert.equal(await state(id), 'withdrawn');
        const after = await omar.get(path(id));
        assert.match(after.body, /This request was withdrawn/);
        assert.doesNotMatch(after.body, /withdraw"/);
        assert.doesNotMatch((await omar.get('/home')).body, /still open/);
        const marco = await (await signedIn(people.marco)).get(path(id));
        assert.match(marco.body, /This request was withdrawn/);
        assert.doesNotMatch(marco.body, /name="approve"/);
      });

      it('that was decided meanwhile shows who was faster', async () => {
        const id = await askedByOmar();
        const omar = await signedIn(people.omar);
        const page = await omar.get(path(id));
        outcomeOf(await decideRequest(here.house, people.marco, { requestId: id, decision: 'approve' }), 'decided');
        const got = await omar.send(page, {}, `${path(id)}/withdraw`);
        assert.equal(got.location, `${path(id)}?late=yes`);
        assert.match((await omar.follow(got)).body, /Somebody was faster.*had no effect[\s\S]*Approved by Marco Ferri/);
      });

      it('is withdrawn by nobody else, and not without the token of the session', async () => {
        const id = await askedByOmar();
        const [omar, marco] = [await signedIn(people.omar), await signedIn(people.marco)];
        const { formToken = '' } = formOf((await marco.get('/home')).body, '/sign-out');
        assert.equal((await marco.post(`${path(id)}/withdraw`, { formToken })).status, 404);
        for (const token of [{}, { formToken: '' }, { formToken }]) {
          assert.equal((await omar.post(`${path(id)}/withdraw`, token as Record<string, string>)).status, 403);
        }
        assert.equal(await state(id), 'open');
      });
    });
  });

  describe('domains', () => {
    const add = (visitor: Visitor, name: string) => visitor.fill('/access/domains', { name });

    it('are added with the record to publish, found when it is there, and removed', async () => {
      const marco = await signedIn(people.marco);
      const got = await add(marco, 'Contoso.example');
      const domain = await Domain.findOne({ name: 'contoso.example' }).lean();
      assert.ok(domain);
      const id = domain._id.toHexString();
      assert.equal(got.location, `/access/domains#domain-${id}`);
      const page = await marco.get('/access/domains');
      assert.ok(page.body.includes(domain.txtRecord));

      here.house.txt.set('contoso.example', ['something <else>']);
      const check = `/access/domains/${id}/check`;
      const none = await marco.follow(await marco.send(page, {}, check));
      assert.match(none.body, /The record is not there yet/);
      assert.match(none.body, /something &lt;else&gt;/);

      here.house.txt.set('contoso.example', [domain.txtRecord]);
      here.later({ minutes: 5 });
      const found = await marco.follow(await marco.send(none, {}, check));
      assert.match(found.body, /The record is there: the domain is verified/);
      assert.ok(!found.body.includes(domain.txtRecord));

      const gone = await marco.send(found, {}, `/access/domains/${id}/remove`);
      const after = await marco.follow(gone);
      assert.match(after.body, /The domain has been removed\. You may delete its TXT record now\./);
      assert.doesNotMatch(after.body, /contoso\.example/);
      assert.equal(await Domain.countDocuments({ name: 'contoso.example', associated: true }), 0);
      // Pressed twice: it is as they wanted it.
      assert.equal((await marco.send(found, {}, `/access/domains/${id}/remove`)).location, gone.location);
    });

    it('come with a way to copy the record', async () => {
      await added('contoso.example');
      const record = (await Domain.findOne({ name: 'contoso.example' }).lean())?.txtRecord;
      const { body } = await (await signedIn(people.marco)).get('/access/domains');
      assert.match(body, new RegExp(`href="/copy\\?language=en#${record}"[^>]*>Copy the value</a>`));
    });

    it('say when the name servers gave no answer, and not that the record is not there', async () => {
      const id = await added('contoso.example');
      here.house.txt.set('contoso.example', Object.assign(new Error('no'), { code: 'ESERVFAIL' }));
      const marco = await signedIn(people.marco);
      const page = await marco.get('/access/domains');
      const { body } = await marco.follow(await marco.send(page, {}, `/access/domains/${id}/check`));
      assert.match(body, /name servers gave no usable answer/);
      assert.doesNotMatch(body, /ESERVFAIL|not there yet/);
    });

    it('say whose they are when another account has verified them, now and later', async () => {
      const id = await added('contoso.example');
      const record = (await Domain.findById(id).lean())?.txtRecord ?? '';
      const { _id, ...facts } = (await Domain.findOne({ name: 'contoso.com' }).lean()) ?? assert.fail();
      await Domain.create({ ...facts, name: 'contoso.example', purchasingAccount: here.ids.fabrikam });
      here.house.txt.set('contoso.example', [record]);
      const marco = await signedIn(people.marco);
      const check = `/access/domains/${id}/check`;
      const checked = await marco.follow(await marco.send(await marco.get('/access/domains'), {}, check));
      for (const { status, body } of [checked, await marco.get('/access/domains')]) {
        assert.equal(status, 200);
        const card = body.slice(body.indexOf(`id="domain-${id}"`), body.indexOf('</section>', body.indexOf(id)));
        assert.match(card, /<dd>verified by another purchasing account/);
        assert.match(card, /Remove it here; if it should belong to this account, ask for a person/);
        assert.doesNotMatch(card, /not found|Found instead|by itself|Check now|usher-verification|Fabrikam/);
      }
      marco.cookies.set('usher-language', 'it');
      assert.match((await marco.get('/access/domains')).body, /<dd>verificato da un altro account acquisti/);
    });

    it('say what removing them does: for one that was never verified, nothing to anybody', async () => {
      const id = await added('contoso.example');
      const { body } = await (await signedIn(people.marco)).get('/access/domains');
      const [ofContoso, ofExample] = ['contoso.com', 'contoso.example'].map((name) => {
        const start = body.indexOf(`<h2>${name}</h2>`);
        return body.slice(start, body.indexOf('</section>', start));
      });
      assert.match(ofContoso ?? '', /will no longer be able to use the online services/);
      assert.ok(ofExample?.includes(`/access/domains/${id}/remove`));
      assert.doesNotMatch(ofExample ?? '', /no longer be able/);
      assert.match(ofExample ?? '', /not verified here, so nobody loses anything/);
    });

    it('are refused beside the field, which keeps what was typed', async () => {
      const marco = await signedIn(people.marco);
      for (const [name, said] of [
        ['', /./],
        ['not a domain', /./],
        ['co.uk', /not a domain of one organization/],
        ['gmail.com', /provider of personal mail/],
        ['contoso.com', /added already/],
      ] as const) {
        const got = await add(marco, name);
        assert.equal(got.status, 422, name);
        assert.match(/id="name-error">([^<]*)</.exec(got.body)?.[1] ?? '', said, name);
        assert.equal(formOf(got.body, '/access/domains').name, name);
      }
      assert.equal(await Domain.countDocuments({ purchasingAccount: here.ids.contoso }), 1);
    });

    it('are not looked for at every press', async () => {
      const id = await added('contoso.example');
      const marco = await signedIn(people.marco);
      const page = await marco.get('/access/domains');
      const press = () => marco.send(page, {}, `/access/domains/${id}/check`);
      let got = await press();
      for (let more = 0; more < 50 && got.status !== 429; more++) got = await press();
      assert.equal(got.status, 429);
      // A time that is not now any more when it is read.
      const [, said = ''] = /from ([^<.]+?[AP]M)/.exec(got.body) ?? [];
      const from = DateTime.fromFormat(said.replace(/\s/g, ' '), 'LLL d, yyyy, h:mm a', { zone: 'utc', locale: 'en' });
      assert.ok(from > DateTime.now(), said);
    });
  });
});
