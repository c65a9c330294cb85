import assert from 'node:assert/strict';
import { DateTime } from 'luxon';
import { Domain } from '../../models/domain.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { correctInvitationAddress } from '../../onboarding/correctInvitationAddress.ts';
import { endExpired } from '../../onboarding/endExpired.ts';
import { giveRoles } from '../../onboarding/giveRoles.ts';
import { invitationToken } from '../../onboarding/invitationLink.ts';
import { inviterAccounts } from '../../onboarding/inviterAccounts.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { listInvitations } from '../../onboarding/listInvitations.ts';
import { listMembers } from '../../onboarding/listMembers.ts';
import { openInvitation } from '../../onboarding/openInvitation.ts';
import { revokeInvitation } from '../../onboarding/revokeInvitation.ts';
import { sendInvitationAgain } from '../../onboarding/sendInvitationAgain.ts';
import { makeHouse } from './house.ts';
import { auditLog, mails } from './mails.ts';
import { people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';
import { rightBefore } from './storeCalls.ts';

const maria = 'maria.rossi@contoso.com';

describe('inviting', () => {
  const here = scene();
  const input = (changes: object = {}) => ({
    purchasingAccountId: here.ids.contoso,
    email: maria,
    firstName: 'Maria',
    lastName: 'Rossi',
    language: 'it',
    country: 'IT',
    roles: ['reportViewer'],
    ...changes,
  });
  const invite = (actor = people.lena, changes: object = {}) => inviteUser(here.house, actor, input(changes));
  const invited = async (actor = people.lena, changes: object = {}) =>
    outcomeOf(await invite(actor, changes), 'invited').invitation;
  const open = (id: string, sending: number) =>
    openInvitation(here.house, { token: invitationToken(here.house.linkSecret, id, sending) });

  describe('one person', () => {
    it('sends a link that is good for 60 days and stands nowhere', async () => {
      const invitation = await invited(people.lena, { email: ' Maria.Rossi@CONTOSO.com ' });
      assert.equal(invitation.email, maria);
      assert.deepEqual(invitation.invitedBy, { name: 'Lena Vogel', email: people.lena.email });
      const days = DateTime.fromJSDate(invitation.expiresAt, { zone: 'Europe/Rome' }).diff(
        DateTime.fromJSDate(invitation.sentAt, { zone: 'Europe/Rome' }),
        'days',
      ).days;
      assert.equal(days, 60);
      await here.house.work();
      assert.deepEqual(await mails(), [`invitation → ${maria}`]);
      assert.deepEqual(await auditLog(), [`${people.lena.email} invitationSent ${maria}`]);
      const token = invitationToken(here.house.linkSecret, invitation.id, 1);
      assert.match(token, /^[\w-]{43}$/);
      const kept = JSON.stringify([
        await Invitation.find().lean(),
        await OutgoingMail.find().lean(),
        here.house.logged,
      ]);
      assert.ok(!kept.includes(token));
      assert.equal((await open(invitation.id, 1)).outcome, 'found');
    });

    it('is refused with the reason', async () => {
      const rows: [actor: typeof people.lena, changes: object, reason: Parameters<typeof refusalOf>[1]][] = [
        [people.giulia, {}, 'notFound'],
        [people.lena, { purchasingAccountId: here.ids.fabrikam }, 'notFound'],
        [people.lena, { purchasingAccountId: { $ne: '' } }, 'notFound'],
        [people.omar, {}, 'mayNotInvite'],
        [people.lena, { roles: ['accountAdministrator'] }, 'rolesNotAssignable'],
        [people.lena, { email: 'maria@gmail.com', confirmOutsideDomain: true }, 'personalAddress'],
        [people.lena, { email: 'maria@fabrikam.com' }, 'outsideDomain'],
        [people.lena, { email: 'maria@fakecontoso.com' }, 'outsideDomain'],
        [people.lena, { email: people.omar.email }, 'alreadyIn'],
      ];
      for (const [actor, changes, reason] of rows) refusalOf(await invite(actor, changes), reason);
      assert.equal(await Invitation.countDocuments({ email: maria }), 0);
    });

    it('says beside each field what is wrong', async () => {
      const wrong = {
        email: 'maria',
        firstName: '',
        lastName: 'www.x',
        language: 'xx',
        country: 'XX',
        roles: ['king'],
      };
      assert.deepEqual(refusalOf(await invite(people.lena, wrong), 'invalid').fields, [
        { field: 'email', problem: 'badAddress' },
        { field: 'firstName', problem: 'missing' },
        { field: 'lastName', problem: 'badCharacters' },
        { field: 'language', problem: 'unknownLanguage' },
        { field: 'country', problem: 'unknownCountry' },
        { field: 'roles', problem: 'unknownRole' },
      ]);
      refusalOf(await invite(people.lena, { email: undefined, roles: 'reportViewer', firstName: {} }), 'invalid');
    });

    it('outside the verified domains after a second yes, and inside without', async () => {
      const { domain, verified } = refusalOf(await invite(people.lena, { email: 'm@fabrikam.com' }), 'outsideDomain');
      assert.deepEqual([domain, verified], ['fabrikam.com', ['contoso.com']]);
      await invited(people.lena, { email: 'm@fabrikam.com', confirmOutsideDomain: true });
      await invited(people.lena, { email: 'm@it.contoso.com' });
      await Domain.deleteMany({});
      await invited(people.lena, { email: 'n@contoso.com' });
      refusalOf(await invite(people.lena, { email: 'n@it.contoso.com' }), 'outsideDomain');
    });

    it('outside the verified domains also at the administrator’s own, once another is verified', async () => {
      await Domain.updateMany({ name: 'contoso.com' }, { $set: { name: 'contoso.example' } });
      refusalOf(await invite(), 'outsideDomain');
      await invited(people.lena, { email: 'm@contoso.example' });
    });

    it('who is in already: which roles they lack', async () => {
      const refusal = refusalOf(
        await invite(people.lena, { email: people.omar.email, roles: ['reportViewer', 'accountManager'] }),
        'alreadyIn',
      );
      assert.deepEqual([refusal.roles, refusal.missing], [['reportViewer'], ['accountManager']]);
    });

    it('who is invited already: which invitation, and whether it bounced', async () => {
      const { id } = await invited();
      const { invitationId, undeliverable } = refusalOf(await invite(people.marco), 'alreadyInvited');
      assert.deepEqual([invitationId, undeliverable], [id, false]);
      await Invitation.updateOne({ _id: id }, { $set: { undeliverable: { at: new Date(), reason: 'no such user' } } });
      assert.equal(refusalOf(await invite(people.marco), 'alreadyInvited').undeliverable, true);
    });

    it('two in the same instant: one invitation', async () => {
      const results = await Promise.all([invite(people.lena), invite(people.marco), invite(people.lena)]);
      assert.deepEqual(results.map((one) => one.outcome).sort(), ['invited', 'refused', 'refused']);
      for (const one of results) if (one.outcome === 'refused') refusalOf(one, 'alreadyInvited');
      assert.equal(await Invitation.countDocuments({ email: maria }), 1);
      await here.house.work();
      assert.deepEqual(await mails(), [`invitation → ${maria}`]);
    });

    it('anew when the earlier one has passed its date, marked or not', async () => {
      const { id } = await invited();
      here.later({ days: 61 });
      assert.equal((await open(id, 1)).outcome, 'expired');
      const again = await invited();
      assert.notEqual(again.id, id);
      assert.equal((await Invitation.findById(id).lean())?.state, 'expired');
      await here.house.work();
      assert.ok((await auditLog()).includes(`usher invitationExpired ${maria}`));
    });

    it('stays what it came to when its days are over, and does not end before', async () => {
      const { id } = await invited();
      await endExpired((await Invitation.findById(id).lean()) as Invitation);
      assert.equal((await open(id, 1)).outcome, 'found');
      await Invitation.updateOne({ _id: id }, { $set: { state: 'accepted' } });
      here.later({ days: 61 });
      assert.equal((await open(id, 1)).outcome, 'used');
    });

    it('is limited per person', async () => {
      here.still();
      const house = makeHouse({ limits: { invitationsPerPerson: { most: 1, per: { days: 1 } } } });
      outcomeOf(await inviteUser(house, people.lena, input()), 'invited');
      const { retryAt } = refusalOf(await inviteUser(house, people.lena, input({ email: 'b@contoso.com' })), 'limited');
      here.later({ days: 1 });
      assert.ok(retryAt <= DateTime.now().toJSDate());
      outcomeOf(await inviteUser(house, people.lena, input({ email: 'b@contoso.com' })), 'invited');
    });
  });

  describe('again', () => {
    it('makes a new link, kills the old one and restarts the 60 days', async () => {
      const { id, expiresAt } = await invited();
      await open(id, 1);
      here.later({ days: 10 });
      const { invitation } = outcomeOf(
        await sendInvitationAgain(here.house, people.marco, { invitationId: id }),
        'sentAgain',
      );
      assert.ok(invitation.expiresAt.getTime() - expiresAt.getTime() >= 9 * 24 * 60 * 60_000);
      assert.equal(invitation.openedAt, undefined);
      assert.equal((await open(id, 1)).outcome, 'unknown');
      assert.equal((await open(id, 2)).outcome, 'found');
      await here.house.work();
      assert.deepEqual(await mails(), [`invitation → ${maria}`, `invitation → ${maria}`]);
    });

    it('pressed at the same time, each sends once and the newest link works', async () => {
      const { id } = await invited();
      await Promise.all([1, 2, 3].map(() => sendInvitationAgain(here.house, people.lena, { invitationId: id })));
      assert.equal((await Invitation.findById(id).lean())?.sendings, 4);
      assert.deepEqual(await Promise.all([1, 2, 3, 4].map(async (sending) => (await open(id, sending)).outcome)), [
        'unknown',
        'unknown',
        'unknown',
        'found',
      ]);
    });

    it('after it expired, is a new invitation; a second time it is said to be there', async () => {
      const { id } = await invited();
      here.later({ days: 61 });
      const again = outcomeOf(await sendInvitationAgain(here.house, people.lena, { invitationId: id }), 'sentAgain');
      assert.notEqual(again.invitation.id, id);
      assert.deepEqual(again.invitation.roles, ['reportViewer']);
      refusalOf(await sendInvitationAgain(here.house, people.lena, { invitationId: id }), 'alreadyInvited');
    });

    it('after it expired, is not for whoever has come in since', async () => {
      const { id } = await invited();
      here.later({ days: 61 });
      await Membership.updateOne({ email: people.omar.email }, { $set: { email: maria } });
      const refusal = refusalOf(await sendInvitationAgain(here.house, people.lena, { invitationId: id }), 'alreadyIn');
      assert.deepEqual([refusal.roles, refusal.missing], [['reportViewer'], []]);
      assert.equal(await Invitation.countDocuments({ email: maria }), 1);
    });

    it('gives no new link to one that ends in the same instant', async () => {
      const { id } = await invited();
      rightBefore('invitations.findOneAndUpdate', ['invitationSentAgain'], () =>
        revokeInvitation(here.house, people.marco, { invitationId: id }),
      );
      const again = await sendInvitationAgain(here.house, people.lena, { invitationId: id });
      assert.equal(refusalOf(again, 'noLongerPending').state, 'revoked');
      assert.deepEqual([(await open(id, 1)).outcome, (await open(id, 2)).outcome], ['revoked', 'unknown']);
    });

    it('is limited per person, together with the first ones', async () => {
      here.still();
      const house = makeHouse({ limits: { invitationsPerPerson: { most: 2, per: { days: 1 } } } });
      const { id } = outcomeOf(await inviteUser(house, people.lena, input()), 'invited').invitation;
      outcomeOf(await sendInvitationAgain(house, people.lena, { invitationId: id }), 'sentAgain');
      refusalOf(await sendInvitationAgain(house, people.lena, { invitationId: id }), 'limited');
      const corrected = { invitationId: id, email: 'm@contoso.com' };
      refusalOf(await correctInvitationAddress(house, people.lena, corrected), 'limited');
      outcomeOf(await sendInvitationAgain(house, people.marco, { invitationId: id }), 'sentAgain');
      assert.equal((await Invitation.findById(id).lean())?.sendings, 3);
    });

    it('is refused when it is over or none of the actor’s business', async () => {
      const { id } = await invited(people.marco, { roles: ['accountAdministrator'] });
      const again = (actor: typeof people.lena) => sendInvitationAgain(here.house, actor, { invitationId: id });
      refusalOf(await again(people.stranger), 'notFound');
      refusalOf(await again(people.omar), 'mayNotInvite');
      refusalOf(await again(people.lena), 'rolesNotAssignable');
      await revokeInvitation(here.house, people.marco, { invitationId: id });
      assert.equal(refusalOf(await again(people.marco), 'noLongerPending').state, 'revoked');
      refusalOf(await sendInvitationAgain(here.house, people.marco, { invitationId: 'x' }), 'notFound');
    });
  });

  describe('revoking', () => {
    it('kills the link, once', async () => {
      const { id } = await invited();
      const revoke = () => revokeInvitation(here.house, people.lena, { invitationId: id });
      const results = await Promise.all([revoke(), revoke()]);
      assert.deepEqual(results.map((one) => one.outcome).sort(), ['refused', 'revoked']);
      assert.equal((await open(id, 1)).outcome, 'revoked');
      await here.house.work();
      assert.deepEqual(
        (await auditLog()).filter((one) => one.includes('Revoked')),
        [`${people.lena.email} invitationRevoked ${maria}`],
      );
      await invited();
    });

    it('comes too late for one that has expired', async () => {
      const { id } = await invited();
      here.later({ days: 61 });
      const late = await revokeInvitation(here.house, people.lena, { invitationId: id });
      assert.equal(refusalOf(late, 'noLongerPending').state, 'expired');
      assert.equal((await open(id, 1)).outcome, 'expired');
    });
  });

  describe('correcting the address', () => {
    const correct = (id: string, email: string, actor = people.lena, confirmedRoles?: string[]) =>
      correctInvitationAddress(here.house, actor, {
        invitationId: id,
        email,
        ...(confirmedRoles && { confirmedRoles }),
      });

    it('sends it there with a new link', async () => {
      const { id } = await invited(people.lena, { email: 'maria.rosi@contoso.com' });
      await Invitation.updateOne({ _id: id }, { $set: { undeliverable: { at: new Date(), reason: 'no such user' } } });
      const { invitation } = outcomeOf(await correct(id, maria), 'corrected');
      assert.deepEqual([invitation.email, invitation.undeliverable], [maria, undefined]);
      assert.equal((await open(id, 1)).outcome, 'unknown');
      assert.equal((await open(id, 2)).outcome, 'found');
      await here.house.work();
      assert.ok((await mails()).includes(`invitation → ${maria}`));
      assert.ok((await auditLog()).includes(`${people.lena.email} invitationAddressCorrected ${maria}`));
    });

    it('keeps to the rules of inviting', async () => {
      const { id } = await invited();
      await invited(people.lena, { email: 'other@contoso.com' });
      refusalOf(await correct(id, 'maria'), 'invalid');
      refusalOf(await correct(id, maria), 'nothingToDo');
      refusalOf(await correct(id, 'maria@gmail.com'), 'personalAddress');
      refusalOf(await correct(id, people.omar.email), 'alreadyIn');
      refusalOf(await correct(id, 'other@contoso.com'), 'alreadyInvited');
      refusalOf(await correct(id, 'maria@fabrikam.com'), 'outsideDomain');
      refusalOf(await correct(id, 'm@contoso.com', people.omar), 'mayNotInvite');
      outcomeOf(await correct(id, 'maria@fabrikam.com', people.lena, ['reportViewer']), 'corrected');
      here.later({ days: 61 });
      assert.equal(refusalOf(await correct(id, 'm@contoso.com'), 'noLongerPending').state, 'expired');
    });

    it('takes a second yes for the roles that it named only', async () => {
      const { id } = await invited();
      await Invitation.updateOne({ _id: id }, { $push: { roles: 'accountManager' }, $inc: { sendings: 1 } });
      refusalOf(await correct(id, 'maria@fabrikam.com', people.lena, ['reportViewer']), 'outsideDomain');
      const both = ['reportViewer', 'accountManager'];
      outcomeOf(await correct(id, 'maria@fabrikam.com', people.lena, both), 'corrected');
    });

    it('succeeds while a colleague has it sent again', async () => {
      const { id } = await invited();
      const [corrected, sentAgain] = await Promise.all([
        correct(id, 'm@contoso.com'),
        sendInvitationAgain(here.house, people.marco, { invitationId: id }),
      ]);
      assert.equal(outcomeOf(corrected, 'corrected').invitation.email, 'm@contoso.com');
      outcomeOf(sentAgain, 'sentAgain');
      assert.equal((await Invitation.findById(id).lean())?.sendings, 3);
    });

    it('does not redirect more than the actor may give, nor what the agreement designates', async () => {
      const { id } = await invited(people.marco, { roles: ['accountAdministrator'] });
      refusalOf(await correct(id, 'm@contoso.com', people.lena), 'rolesNotAssignable');
      await Invitation.updateOne({ _id: id }, { $unset: { invitedBy: 1 } });
      refusalOf(await correct(id, 'm@contoso.com', people.marco), 'notPartner');
    });
  });

  describe('giving roles to someone who is in', () => {
    const give = (actor: typeof people.lena, email: string, ...roles: string[]) =>
      giveRoles(here.house, actor, { purchasingAccountId: here.ids.contoso, email, roles });

    it('gives those they lack, once', async () => {
      const { email } = people.omar;
      const results = await Promise.all([
        give(people.lena, email, 'reportViewer', 'accountManager'),
        give(people.marco, email, 'accountManager'),
      ]);
      assert.deepEqual(results.map((one) => one.outcome).sort(), ['given', 'refused']);
      const omar = await Membership.findOne({ email }).lean();
      assert.deepEqual(
        omar?.roles.map(({ role }) => role),
        ['reportViewer', 'accountManager'],
      );
      await here.house.work();
      assert.equal((await auditLog()).length, 1);
    });

    it('is refused with the reason', async () => {
      refusalOf(await give(people.stranger, people.omar.email, 'accountViewer'), 'notFound');
      refusalOf(await give(people.omar, people.lena.email, 'accountViewer'), 'mayNotInvite');
      refusalOf(await give(people.lena, people.omar.email, 'accountAdministrator'), 'rolesNotAssignable');
      refusalOf(await give(people.lena, people.lena.email, 'accountManager'), 'rolesNotAssignable');
      refusalOf(await give(people.lena, people.omar.email, 'reportViewer'), 'alreadyHasRoles');
      refusalOf(await give(people.lena, maria, 'reportViewer'), 'notFound');
      refusalOf(await give(people.lena, 'maria', 'king'), 'invalid');
      // Ruth is in elsewhere.
      await Membership.updateOne(
        { email: people.omar.email },
        { $set: { email: people.ruth.email, purchasingAccount: here.ids.tailspin } },
      );
      refusalOf(await give(people.lena, people.ruth.email, 'accountManager'), 'notFound');
      assert.equal((await Membership.findOne({ email: people.ruth.email }).lean())?.roles.length, 1);
    });
  });

  it('offers where the actor may invite, and what they may give', async () => {
    const accounts = await inviterAccounts(here.house, people.lena);
    assert.equal(accounts.length, 1);
    assert.equal(accounts[0]?.assignable.length, 5);
    assert.deepEqual(await inviterAccounts(here.house, people.omar), []);
  });

  it('lists the invitations of an account for those who may invite', async () => {
    await invited();
    const list = (actor: typeof people.lena) =>
      listInvitations(here.house, actor, { purchasingAccountId: here.ids.contoso });
    assert.deepEqual(
      outcomeOf(await list(people.lena), 'found').invitations.map((one) => one.email),
      [maria],
    );
    refusalOf(await list(people.omar), 'mayNotInvite');
    refusalOf(await list(people.anna), 'notFound');
  });

  it('lists who is in an account for those who may invite', async () => {
    const list = (actor: typeof people.lena) =>
      listMembers(here.house, actor, { purchasingAccountId: here.ids.contoso });
    assert.deepEqual(
      outcomeOf(await list(people.lena), 'found').members.map(({ name, roles }) => `${name} ${roles}`),
      ['Lena Vogel userAdministrator', 'Marco Ferri accountAdministrator', 'Omar Haddad reportViewer'],
    );
    refusalOf(await list(people.omar), 'mayNotInvite');
    refusalOf(await list(people.anna), 'notFound');
  });

  describe('a link', () => {
    it('uses nothing up and remembers when it was first opened', async () => {
      const { id } = await invited();
      outcomeOf(await open(id, 1), 'found');
      const first = (await Invitation.findById(id).lean())?.openedAt;
      here.later({ minutes: 5 });
      const { invitation } = outcomeOf(await open(id, 1), 'found');
      assert.deepEqual(invitation.openedAt, first);
      await Invitation.updateOne({ _id: id }, { $set: { state: 'accepted' } });
      assert.equal((await open(id, 1)).outcome, 'used');
    });

    it('that nobody made is unknown', async () => {
      for (const token of ['', 'x'.repeat(43), 'x'.repeat(5_000), undefined, { $ne: '' }]) {
        assert.deepEqual(await openInvitation(here.house, { token: token as string }), { outcome: 'unknown' });
      }
    });
  });
});
