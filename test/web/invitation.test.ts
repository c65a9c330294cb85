import assert from 'node:assert/strict';
import { createUnderstanding } from '../../language/understand.ts';
import { Credential } from '../../models/credential.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { ResendRequest } from '../../models/resendRequest.ts';
import { Session } from '../../models/session.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { tokenHash } from '../../onboarding/invitationLink.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { revokeInvitation } from '../../onboarding/revokeInvitation.ts';
import { startSession } from '../../onboarding/startSession.ts';
import { loggedText } from '../onboarding/house.ts';
import { by, people } from '../onboarding/people.ts';
import { outcomeOf } from '../onboarding/refusalOf.ts';
import { scene } from '../onboarding/scene.ts';
import { formOf, linkOf, type Site, startSite, Visitor } from './site.ts';

const { understand } = createUnderstanding();
const password = 'vier Katzen im Schnee';
const typed = { password, confirmation: password };
const anna = people.anna.email;

describe('the page behind Start now', () => {
  const here = scene();
  let site: Site;
  let link: string;
  beforeEach(async () => {
    site = await startSite(here.house);
    link = await linkOf(here.house, anna);
  });
  afterEach(() => site.close());

  const stateOf = async (email = anna) => (await Invitation.findOne({ email }).lean())?.state;

  it('shows name and address to be checked, and uses nothing up', async () => {
    for (let opened = 0; opened < 3; opened++) {
      const got = await new Visitor(site).get(link);
      assert.equal(got.status, 200);
      assert.equal(got.title, 'Create a work account');
      const { firstName, lastName, email } = formOf(got.body, link);
      assert.deepEqual([firstName, lastName, email], ['Anna', 'Keller', anna]);
      assert.match(got.body, /At least 12 characters/);
    }
    assert.equal(await stateOf(), 'pending');
  });

  it('takes no look at the headers for an opening', async () => {
    const got = await new Visitor(site).get(link, { method: 'HEAD' });
    assert.equal(got.status, 200);
    assert.equal(got.body, '');
    assert.equal((await Invitation.findOne({ email: anna }).lean())?.openedAt, undefined);
    await new Visitor(site).get(link);
    assert.ok((await Invitation.findOne({ email: anna }).lean())?.openedAt);
  });

  it('leads home with an account, a role and a session of one’s own', async () => {
    const visitor = new Visitor(site);
    const got = await visitor.fill(link, { ...typed, firstName: 'Anna Maria' });
    assert.equal(got.status, 303);
    const cookie = got.set.find((line) => line.startsWith('usher-session=')) ?? '';
    assert.match(cookie, /HttpOnly/);
    assert.match(cookie, /SameSite=Lax/);
    const home = await visitor.follow(got);
    assert.equal(home.title, 'Welcome, Anna Maria');
    assert.match(home.body, /Fabrikam GmbH[\s\S]*Account Administrator/);
    assert.equal(await stateOf(), 'accepted');
    assert.equal((await visitor.get(link)).location, '/home');
    const elsewhere = await new Visitor(site).get(link);
    assert.equal(elsewhere.status, 410);
    assert.match(elsewhere.body, /used already[\s\S]*href="\/sign-in"/);
  });

  it('keeps what was typed, and never the password, when something is wrong', async () => {
    const visitor = new Visitor(site);
    const got = await visitor.fill(link, { firstName: 'Änne', lastName: '', password: 'short', confirmation: 'short' });
    assert.equal(got.status, 422);
    assert.equal(formOf(got.body, link).firstName, 'Änne');
    assert.ok(!got.body.includes('short'));
    assert.match(got.body, /id="password-error">Take at least 12 characters/);
    assert.match(got.body, /<a href="#lastName">Last name: Please fill this in/);
    const again = await visitor.send(got, { ...typed, lastName: 'Keller' }, link);
    assert.equal(again.status, 303);
    assert.equal((await Membership.findOne({ email: anna }).lean())?.firstName, 'Änne');
  });

  it('lets in once when the button is pressed twice', async () => {
    const visitor = new Visitor(site);
    const page = await visitor.get(link);
    const both = await Promise.all([visitor.send(page, typed, link), visitor.send(page, typed, link)]);
    assert.deepEqual(
      both.map(({ location }) => location),
      ['/home', '/home'],
    );
    await here.house.work();
    assert.equal(await Membership.countDocuments({ email: anna }), 1);
  });

  it('tells the second of two browsers that the link was used', async () => {
    const [first, second] = [new Visitor(site), new Visitor(site)];
    const [one, other] = [await first.get(link), await second.get(link)];
    assert.equal((await first.send(one, typed, link)).location, '/home');
    const late = await second.send(
      other,
      { password: 'fünf Hunde im Regen', confirmation: 'fünf Hunde im Regen' },
      link,
    );
    assert.equal(late.status, 410);
    assert.equal(
      late.set.some((line) => line.startsWith('usher-session=')),
      false,
    );
  });

  it('shows the second tab of a browser what became of the link, and takes nothing from it', async () => {
    const visitor = new Visitor(site);
    const [one, other] = [await visitor.get(link), await visitor.get(link)];
    assert.equal((await visitor.send(one, typed, link)).location, '/home');
    const late = await visitor.send(other, typed, link);
    assert.equal(late.status, 303);
    assert.equal((await visitor.follow(late)).title, 'Welcome, Anna');
    // Without the session, as anybody else.
    const stranger = new Visitor(site);
    const { formToken = '' } = formOf(other.body, link);
    const got = await stranger.follow(await stranger.post(link, { formToken, ...typed }));
    assert.equal(got.title, 'This invitation was used already');
    assert.equal(await Membership.countDocuments({ email: anna }), 1);
  });

  it('says that nothing was done where a form is out of date and the link is good still', async () => {
    const visitor = new Visitor(site);
    const page = await visitor.get(link);
    visitor.cookies.clear();
    const got = await visitor.follow(await visitor.send(page, typed, link));
    assert.equal(got.title, 'Create a work account');
    assert.match(got.body, /Nothing was done yet/);
    assert.equal(await stateOf(), 'pending');
    assert.equal((await visitor.send(got, typed, link)).location, '/home');
  });

  it('keeps to one language before and after the sign-in with Microsoft', async () => {
    const visitor = new Visitor(site, { 'accept-language': 'it' });
    assert.equal((await visitor.get(link)).title, 'Create a work account');
    const session = await startSession({ ...by(people.anna, 'web'), language: 'it' }, 'microsoft');
    visitor.cookies.set('usher-session', session);
    assert.equal((await visitor.get(link)).title, 'Accept the invitation');
  });

  it('takes the address from the invitation, whatever the form says', async () => {
    const visitor = new Visitor(site);
    await visitor.fill(link, { ...typed, email: 'eve@stranger.example' });
    assert.equal(await Credential.exists({ _id: 'eve@stranger.example' }), null);
    assert.ok(await Credential.exists({ _id: anna }));
  });

  it('says of a link that leads nowhere what to do instead', async () => {
    for (const path of ['/invitation/x', `/invitation/${'a'.repeat(43)}`, `${link}x`, '/invitation/%00']) {
      const got = await new Visitor(site).get(path);
      assert.equal(got.status, 404, path);
      assert.match(
        got.body,
        /in the newest mail from Usher[\s\S]*I need my invitation again[\s\S]*href="\/resend-invitation"/,
      );
      assert.doesNotMatch(got.body, /fabrikam|anna|keller/i);
    }
    await Invitation.updateOne({ email: anna }, { $set: { state: 'revoked' } });
    const revoked = await new Visitor(site).get(link);
    assert.equal(revoked.status, 410);
    assert.equal(revoked.title, 'This invitation was withdrawn');
    assert.doesNotMatch(revoked.body, /resend-invitation/);
    await Invitation.updateOne({ email: anna }, { $set: { state: 'declined' } });
    const declined = await new Visitor(site).get(link);
    assert.equal(declined.status, 410);
    assert.equal(declined.title, 'This invitation was declined');
    assert.doesNotMatch(declined.body, /If it was you, sign in/);
    // It is the administrator's own.
    assert.match(declined.body, /action="\/resend-invitation"/);
  });

  it('tells whoever was resent an invitation, and opens the older mail, where the working link is', async () => {
    await Invitation.updateOne({ email: anna }, { $inc: { sendings: 1 } });
    const invitation = await Invitation.findOne({ email: anna }).lean();
    const newer = await linkOf(here.house, anna);
    await Invitation.updateOne(
      { _id: invitation?._id },
      { $set: { tokenHash: tokenHash(newer.replace('/invitation/', '')) } },
    );
    const got = await new Visitor(site).get(link);
    assert.equal(got.title, 'This link leads nowhere');
    assert.match(got.body, /in the newest mail from Usher/);
    assert.doesNotMatch(got.body, /fabrikam|anna|keller/i);
    assert.equal((await new Visitor(site).get(newer)).title, 'Create a work account');
  });

  it('has those whose invitation was withdrawn ask for a new one, in words that Usher understands', async () => {
    const { invitation } = outcomeOf(
      await inviteUser(here.house, by(people.marco, 'web'), {
        purchasingAccountId: here.ids.contoso,
        firstName: 'Nora',
        lastName: 'Bianchi',
        email: 'nora.bianchi@contoso.com',
        country: 'IT',
        language: 'it',
        roles: ['reportViewer'],
      }),
      'invited',
    );
    const nora = await linkOf(here.house, 'nora.bianchi@contoso.com');
    outcomeOf(await revokeInvitation(here.house, people.marco, { invitationId: invitation.id }), 'revoked');
    for (const [language, sentence] of [
      ['en', 'I need access to the Business Center'],
      ['it', 'mi serve l’accesso al Business Center'],
    ] as const) {
      const visitor = new Visitor(site);
      await visitor.get(`/language/${language}`);
      const got = await visitor.get(nora);
      assert.equal(got.status, 410);
      assert.match(got.body, /Marco Ferri/);
      assert.ok(got.body.includes(`“${sentence}”`), sentence);
      assert.doesNotMatch(got.body, /send it again|inviarlo di nuovo|resend-invitation/);
      assert.equal(understand(sentence).intent, 'findAdministrator');
    }
    const person = { ...people.giulia, email: 'nora.bianchi@contoso.com' };
    outcomeOf(await askForInvitation(here.house, person, { purchasingAccountId: here.ids.contoso }), 'asked');
  });

  it('lets the administrator ask again from the page of an expired link', async () => {
    here.later({ days: 61 });
    const visitor = new Visitor(site);
    const expired = await visitor.get(link);
    assert.equal(expired.status, 410);
    assert.equal(expired.title, 'This invitation has expired');
    const asked = await visitor.send(expired, {}, '/resend-invitation');
    assert.equal(asked.title, 'Thank you');
    assert.equal(await ResendRequest.countDocuments({ administratorEmail: anna }), 1);
    await here.house.work();
    const fresh = await linkOf(here.house, anna);
    assert.notEqual(fresh, link);
    assert.equal((await visitor.get(fresh)).title, 'Create a work account');
  });

  it('does not let a personal address in', async () => {
    await Invitation.updateOne({ email: anna }, { $set: { email: 'anna.keller@gmail.com' } });
    const visitor = new Visitor(site);
    assert.equal((await visitor.get(link)).status, 403);
    const page = await visitor.get('/resend-invitation');
    const { formToken = '' } = formOf(page.body, '/resend-invitation');
    assert.equal((await visitor.post(link, { formToken, firstName: 'A', lastName: 'K', ...typed })).status, 403);
    assert.equal(await Membership.countDocuments({ email: 'anna.keller@gmail.com' }), 0);
  });

  it('has whoever has an account sign in, and leads back to accept without a password', async () => {
    const visitor = new Visitor(site);
    await visitor.fill(link, typed);
    await here.house.work();
    // Anna is invited by Contoso as well.
    await Invitation.updateOne(
      { email: anna },
      { $set: { state: 'pending', purchasingAccount: here.ids.contoso }, $unset: { endedAt: 1, admittedAt: 1 } },
    );
    const other = new Visitor(site);
    const asked = await other.get(link);
    assert.equal(asked.location, `/sign-in?to=${encodeURIComponent(link)}`);
    const signIn = await other.follow(asked);
    assert.match(signIn.body, /There is a work account with your address already/);
    const back = await other.send(signIn, { email: anna, password }, '/sign-in');
    assert.equal(back.location, link);
    const accept = await other.follow(back);
    assert.equal(accept.title, 'Accept the invitation');
    assert.equal((await other.send(accept, {}, link)).location, '/home');
    assert.equal(await Membership.countDocuments({ email: anna }), 2);
  });

  it('tells who is signed in as somebody else to sign out first, and opens again after that', async () => {
    const visitor = new Visitor(site);
    visitor.cookies.set('usher-session', await startSession(by(people.omar, 'web'), 'password'));
    const got = await visitor.get(link);
    assert.equal(got.status, 403);
    assert.match(got.body, /This invitation is for anna\.keller@fabrikam\.com/);
    const { body } = got;
    assert.match(body.slice(body.indexOf('<main')), /Sign out and open the invitation/);
    // The other form on the page that signs out is that of the menu.
    const inMain = { ...got, body: body.slice(body.indexOf('<main')) };
    const opened = await visitor.follow(await visitor.send(inMain, {}, '/sign-out'));
    assert.equal(opened.title, 'Create a work account');
    assert.equal(visitor.cookies.has('usher-session'), false);
    assert.equal(await stateOf(), 'pending');
  });

  it('ends the session that the browser had before', async () => {
    const visitor = new Visitor(site);
    visitor.cookies.set('usher-session', await startSession(by(people.anna, 'web'), 'microsoft'));
    assert.equal((await visitor.send(await visitor.get(link), {}, link)).location, '/home');
    assert.equal(await Session.countDocuments(), 1);
    assert.equal((await Session.findOne().lean())?.provenBy, 'invitation');
  });

  it('speaks the language of the invitation until another is chosen', async () => {
    const visitor = new Visitor(site, { 'accept-language': 'it' });
    assert.equal((await visitor.get(link)).title, 'Create a work account');
    await Invitation.updateOne({ email: anna }, { $set: { language: 'de' } });
    assert.equal((await visitor.get(link)).title, 'Crea un account aziendale');
    await Invitation.updateOne({ email: anna }, { $set: { language: 'en', state: 'revoked' } });
    assert.equal((await visitor.get(link)).title, 'This invitation was withdrawn');
    assert.equal((await visitor.get(link.slice(0, -1))).title, 'Questo link non porta da nessuna parte');
    await Invitation.updateOne({ email: anna }, { $set: { state: 'pending' } });
    await visitor.get('/language/it');
    const got = await visitor.get(link);
    assert.equal(got.title, 'Crea un account aziendale');
    assert.match(got.body, /Crea password[\s\S]*Conferma password[\s\S]*Avvia/);
    const wrong = await visitor.send(got, { password: 'corta', confirmation: 'corta' }, link);
    assert.match(wrong.body, /<title>Errore: Crea un account aziendale[\s\S]*Usa almeno 12 caratteri/);
  });

  it('puts neither link nor password into the log', async () => {
    const visitor = new Visitor(site);
    await visitor.fill(link, typed);
    const logged = loggedText(here.house);
    assert.ok(!logged.includes(password) && !logged.includes(link.slice(-43)));
  });
});
