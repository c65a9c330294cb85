import assert from 'node:assert/strict';
import { AuditEntry } from '../../models/auditEntry.ts';
import { Credential } from '../../models/credential.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { acceptInvitation } from '../../onboarding/acceptInvitation.ts';
import { findSession } from '../../onboarding/findSession.ts';
import { invitationToken } from '../../onboarding/invitationLink.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { revokeInvitation } from '../../onboarding/revokeInvitation.ts';
import { sendInvitationAgain } from '../../onboarding/sendInvitationAgain.ts';
import { signIn } from '../../onboarding/signIn.ts';
import { loggedText } from './house.ts';
import { by, people } from './people.ts';
import { outcomeOf } from './refusalOf.ts';
import { scene } from './scene.ts';
import { rightBefore, watchStore } from './storeCalls.ts';

const password = 'un gatto sul tetto';
const typed = { firstName: 'Maria', lastName: 'Rossi', password, confirmation: password, client: 'here' };
const email = 'maria.rossi@contoso.com';

describe('accept an invitation', () => {
  const here = scene();

  /** Marco invites Maria. @returns what stands in her link. */
  async function invited(roles = ['reportViewer', 'accountViewer'], address = email): Promise<string> {
    const result = await inviteUser(here.house, people.marco, {
      purchasingAccountId: here.ids.contoso,
      email: address,
      firstName: 'Maria',
      lastName: 'Rossi',
      language: 'it',
      country: 'IT',
      roles,
      confirmOutsideDomain: true,
    });
    await here.house.work();
    return tokenOf(outcomeOf(result, 'invited').invitation.id);
  }
  async function tokenOf(id: string): Promise<string> {
    const invitation = await Invitation.findById(id).lean();
    return invitationToken(here.house.linkSecret, id, invitation?.sendings ?? 0);
  }
  const accept = (token: string, changes: Partial<typeof typed> = {}, actor?: (typeof people)['omar']) =>
    acceptInvitation(here.house, actor, { token, ...typed, ...changes });
  const accepted = async () =>
    (await AuditEntry.find({ action: 'invitationAccepted' }).lean()).map(
      ({ who, forWhom, channel, details }) => `${who} ${forWhom} ${channel} ${details?.roles}`,
    );

  it('lets the person in with the roles, given by who invited, and remembers it in the audit log', async () => {
    const token = await invited();
    const { sessionId } = outcomeOf(await accept(token, { firstName: ' Maria  Pia ' }), 'accepted');
    const session = await findSession(sessionId);
    assert.equal(session?.isIn, true);
    assert.deepEqual(session?.actor, {
      email,
      firstName: 'Maria Pia',
      lastName: 'Rossi',
      language: 'it',
      channel: 'web',
    });
    const membership = await Membership.findOne({ email }).lean();
    assert.deepEqual(membership?.roles.map(({ role, givenBy }) => `${role} ${givenBy}`).sort(), [
      `accountViewer ${people.marco.email}`,
      `reportViewer ${people.marco.email}`,
    ]);
    assert.equal((await Invitation.findOne({ email }).lean())?.state, 'accepted');
    await here.house.work();
    assert.deepEqual(await accepted(), [`${email} ${email} web ${membership?.roles.map(({ role }) => role)}`]);
    outcomeOf(await signIn(here.house, { email, password, client: 'x' }), 'signedIn');
  });

  it('keeps a password as an scrypt hash only, and strikes it off the invitation', async () => {
    outcomeOf(await accept(await invited()), 'accepted');
    const { passwordHash } = (await Credential.findById(email).lean()) ?? {};
    assert.match(passwordHash ?? '', /^\$scrypt\$ln=15,r=8,p=3\$[\w+/]{22}\$[\w+/]{43}$/);
    await here.house.work();
    const invitation = JSON.stringify(await Invitation.findOne({ email }).lean());
    assert.ok(!invitation.includes('scrypt') && !invitation.includes(password));
    assert.ok(!loggedText(here.house).includes(password));
  });

  it('gives the administrator whom the agreement designates the role that it gives', async () => {
    const invitation = await Invitation.findOne({ email: people.anna.email }).lean();
    outcomeOf(await accept(await tokenOf(invitation?._id.toHexString() ?? '')), 'accepted');
    const membership = await Membership.findOne({ email: people.anna.email }).lean();
    assert.deepEqual(
      membership?.roles.map(({ role, givenBy }) => [role, givenBy]),
      [['accountAdministrator', 'agreement']],
    );
  });

  it('says beside each field what is wrong, and changes nothing', async () => {
    const token = await invited();
    const faultsOf = async (changes: Partial<typeof typed>) =>
      outcomeOf(await accept(token, changes), 'invalid').faults.map(({ field, problem }) => `${field} ${problem}`);
    assert.deepEqual(await faultsOf({ firstName: '', lastName: 'www.prize.example' }), [
      'firstName missing',
      'lastName badCharacters',
    ]);
    assert.deepEqual(await faultsOf({ password: '', confirmation: '' }), ['password missing']);
    assert.deepEqual(await faultsOf({ password: 'elevenchars', confirmation: 'elevenchars' }), ['password tooShort']);
    const long = 'abcdé fghi '.repeat(30);
    assert.deepEqual(await faultsOf({ password: long, confirmation: long }), ['password tooLong']);
    for (const known of ['Password2026!!', '123456789012', 'qwertyqwerty123', 'aaaaaaaaaaaaaaaa']) {
      assert.deepEqual(await faultsOf({ password: known, confirmation: known }), ['password common'], known);
    }
    for (const own of ['Maria.Rossi1984', 'contoso2026contoso', `${email}!`]) {
      assert.deepEqual(await faultsOf({ password: own, confirmation: own }), ['password personal'], own);
    }
    assert.deepEqual(await faultsOf({ confirmation: `${password} ` }), ['confirmation different']);
    assert.equal(await Credential.countDocuments(), 0);
    assert.equal((await Invitation.findOne({ email }).lean())?.state, 'pending');
  });

  it('takes a password however its accents were typed', async () => {
    const nfd = 'perché così è più bello'.normalize('NFD');
    outcomeOf(await accept(await invited(), { password: nfd, confirmation: nfd.normalize('NFC') }), 'accepted');
    outcomeOf(await signIn(here.house, { email, password: nfd.normalize('NFC'), client: 'x' }), 'signedIn');
  });

  it('does not take a link that has expired, was withdrawn, was sent again or is made up', async () => {
    const token = await invited();
    const { _id } = (await Invitation.findOne({ email }).lean()) ?? {};
    const invitationId = _id?.toHexString() ?? '';
    for (const made of ['', 'x', 'a'.repeat(43), '../x', `${token}x`]) outcomeOf(await accept(made), 'unknown');
    here.later({ minutes: 10 });
    outcomeOf(await sendInvitationAgain(here.house, people.marco, { invitationId }), 'sentAgain');
    outcomeOf(await accept(token), 'unknown');
    here.later({ days: 61 });
    outcomeOf(await accept(await tokenOf(invitationId)), 'expired');
    await here.afresh();
    const second = await invited();
    const invitation = await Invitation.findOne({ email }).lean();
    outcomeOf(
      await revokeInvitation(here.house, people.marco, { invitationId: invitation?._id.toHexString() ?? '' }),
      'revoked',
    );
    outcomeOf(await accept(second), 'revoked');
    assert.equal(await Membership.countDocuments({ email }), 0);
    assert.equal(await Credential.countDocuments(), 0);
  });

  it('does not take a link that dies while the password is hashed', async () => {
    const token = await invited();
    const invitationId = String((await Invitation.findOne({ email }).lean())?._id);
    rightBefore('invitations.findOneAndUpdate', ['invitationAccepted'], () =>
      sendInvitationAgain(here.house, people.marco, { invitationId }),
    );
    outcomeOf(await accept(token), 'unknown');
    rightBefore('invitations.findOneAndUpdate', ['invitationAccepted'], async () => {
      await Invitation.updateOne({ _id: invitationId }, { $set: { expiresAt: new Date(0) } });
    });
    outcomeOf(await accept(await tokenOf(invitationId)), 'expired');
    assert.equal(await Credential.countDocuments(), 0);
  });

  it('makes one work account where two invitations are accepted in one instant', async () => {
    const token = await invited();
    await Membership.create({
      ...(await Membership.findOne({ email: people.marco.email }).select('-_id').lean()),
      purchasingAccount: here.ids.fabrikam,
    });
    const other = await inviteUser(here.house, people.marco, {
      ...typed,
      purchasingAccountId: here.ids.fabrikam,
      email,
      language: 'it',
      country: 'DE',
      roles: ['accountManager'],
      confirmOutsideDomain: true,
    });
    const first = await tokenOf(outcomeOf(other, 'invited').invitation.id);
    const itsPassword = 'un altro gatto sul tetto';
    rightBefore('invitations.findOneAndUpdate', ['invitationAccepted'], () =>
      accept(first, { password: itsPassword, confirmation: itsPassword }),
    );
    outcomeOf(await accept(token), 'accepted');
    await here.house.work();
    assert.equal(await Membership.countDocuments({ email }), 2);
    outcomeOf(await signIn(here.house, { email, password: itsPassword, client: 'x' }), 'signedIn');
    outcomeOf(await signIn(here.house, { email, password, client: 'x' }), 'wrong');
  });

  it('lets no personal address in', async () => {
    const token = await invited();
    await Invitation.updateOne({ email }, { $set: { email: 'maria.rossi@gmail.com' } });
    outcomeOf(await accept(token), 'personalAddress');
    assert.equal(await Membership.countDocuments({ email: 'maria.rossi@gmail.com' }), 0);
  });

  it('has whoever has a work account sign in, and then needs no second password', async () => {
    outcomeOf(await accept(await invited()), 'accepted');
    await here.house.work();
    await Membership.deleteOne({ email });
    const again = await invited(['accountManager']);
    outcomeOf(await accept(again), 'signInFirst');
    outcomeOf(await accept(again, {}, by(people.omar, 'web')), 'notYours');
    const maria = { ...by(people.omar, 'web'), email: 'Maria.Rossi@contoso.com' };
    outcomeOf(await accept(again, { password: '', confirmation: '', firstName: '' }, maria), 'accepted');
    const membership = await Membership.findOne({ email }).lean();
    assert.deepEqual(
      membership?.roles.map(({ role }) => role),
      ['accountManager'],
    );
    outcomeOf(await signIn(here.house, { email, password, client: 'x' }), 'signedIn');
  });

  it('adds the roles for whoever came in meanwhile', async () => {
    const token = await invited();
    const { purchasingAccount } = (await Invitation.findOne({ email }).lean()) ?? {};
    await Membership.create({
      email,
      firstName: 'Maria',
      lastName: 'Rossi',
      language: 'it',
      purchasingAccount,
      roles: [{ role: 'reportViewer', since: new Date(), givenBy: people.lena.email }],
      pendingWork: [],
    });
    outcomeOf(await accept(token), 'accepted');
    const membership = await Membership.findOne({ email }).lean();
    assert.deepEqual(membership?.roles.map(({ role, givenBy }) => `${role} ${givenBy}`).sort(), [
      `accountViewer ${people.marco.email}`,
      `reportViewer ${people.lena.email}`,
    ]);
  });

  it('happens once, however many press at the same time', async () => {
    const token = await invited();
    const results = await Promise.all([
      ...Array.from({ length: 4 }, () => accept(token)),
      ...Array.from({ length: 4 }, (_, at) => {
        const other = `un altro gatto, numero ${at}`;
        return accept(token, { password: other, confirmation: other });
      }),
    ]);
    // The same password is the same person who pressed twice; another one comes too late.
    const { passwordHash } = (await Credential.findById(email).lean()) ?? {};
    assert.ok(passwordHash);
    const outcomes = results.map(({ outcome }) => outcome);
    assert.ok(
      outcomes.every((outcome) => outcome === 'accepted' || outcome === 'used'),
      outcomes.join(),
    );
    assert.ok(outcomes.includes('accepted'));
    await here.house.work();
    assert.equal(await Membership.countDocuments({ email }), 1);
    assert.equal((await Membership.findOne({ email }).lean())?.roles.length, 2);
    assert.equal((await accepted()).length, 1);
    assert.equal(await AuditEntry.countDocuments({ action: 'rolesGranted', forWhom: email }), 0);
  });

  it('guesses no password through a used link', async () => {
    const token = await invited();
    outcomeOf(await accept(token), 'accepted');
    for (let attempt = 0; attempt < 5; attempt++) outcomeOf(await accept(token, { password: 'not this one' }), 'used');
    outcomeOf(await accept(token), 'used');
  });

  it('is neither lost nor done twice when the process dies at any write, or between any two', async () => {
    let deaths = 0;
    for (let survived = 0; ; survived++) {
      await here.afresh();
      const token = await invited();
      let writes = 0;
      let died = false;
      const stop = watchStore((call) => {
        if (!/update|insert|AndUpdate/i.test(call)) return;
        writes += 1;
        if (writes > survived) {
          died = true;
          throw new Error('the process is gone');
        }
      });
      await accept(token).catch(() => undefined);
      stop();
      if (died) deaths += 1;
      // The next process takes over; the person presses again.
      here.later({ minutes: 2 });
      await here.house.work();
      outcomeOf(await accept(token), 'accepted');
      await here.house.work();
      const membership = await Membership.find({ email }).lean();
      assert.equal(membership.length, 1, `after ${survived} writes`);
      assert.equal(membership[0]?.roles.length, 2);
      assert.equal((await accepted()).length, 1);
      assert.equal(await AuditEntry.countDocuments({ action: 'rolesGranted', forWhom: email }), 0);
      outcomeOf(await signIn(here.house, { email, password, client: 'elsewhere' }), 'signedIn');
      if (!died) break;
    }
    assert.ok(deaths >= 5, String(deaths));
  });

  it('is carried out by the worker when the process died right after the acceptance', async () => {
    const token = await invited();
    let gone = false;
    const stop = watchStore((call, args) => {
      if (gone) throw new Error('the process is gone');
      gone = call === 'invitations.findOneAndUpdate' && JSON.stringify(args).includes('accepted');
    });
    await accept(token).catch(() => undefined);
    stop();
    assert.equal(await Membership.countDocuments({ email }), 0);
    await here.house.work();
    assert.equal((await Membership.findOne({ email }).lean())?.roles.length, 2);
    outcomeOf(await signIn(here.house, { email, password, client: 'x' }), 'signedIn');
  });

  it('gives back no role that was taken away before the work was struck off', async () => {
    const token = await invited();
    outcomeOf(await accept(token), 'accepted');
    await Membership.updateOne({ email }, { $pull: { roles: { role: 'reportViewer' } } });
    await here.house.work();
    assert.deepEqual(
      (await Membership.findOne({ email }).lean())?.roles.map(({ role }) => role),
      ['accountViewer'],
    );
  });
});
