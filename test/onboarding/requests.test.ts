import assert from 'node:assert/strict';
import { AccessRequest } from '../../models/accessRequest.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { askForRole } from '../../onboarding/askForRole.ts';
import { decideRequest } from '../../onboarding/decideRequest.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { openRequests } from '../../onboarding/openRequests.ts';
import { ownRequests } from '../../onboarding/ownRequests.ts';
import { rememberPerson } from '../../onboarding/rememberPerson.ts';
import { viewRequest } from '../../onboarding/viewRequest.ts';
import { withdrawRequest } from '../../onboarding/withdrawRequest.ts';
import { makeHouse } from './house.ts';
import { auditLog, mails, messages } from './mails.ts';
import { by, people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';
import { rightBefore } from './storeCalls.ts';

const giulia = people.giulia.email;
const marco = people.marco.email;
const lena = people.lena.email;

describe('a request to the administrators', () => {
  const here = scene();
  const ask = async (message?: string) =>
    outcomeOf(
      await askForInvitation(here.house, people.giulia, { purchasingAccountId: here.ids.contoso, message }),
      'asked',
    );
  const askRole = async (...roles: string[]) =>
    outcomeOf(await askForRole(here.house, people.omar, { purchasingAccountId: here.ids.contoso, roles }), 'asked');
  const memberOf = async (email: string) => {
    const { _id, ...membership } = (await Membership.findOne({ email }).lean()) ?? assert.fail(`${email} is not in`);
    return membership;
  };
  const inTeams = async (actor: typeof people.marco) =>
    rememberPerson(here.house, { ...actor, teams: { userId: '29:x', reference: { conversation: { id: 'a' } } } });

  describe('asking for an invitation', () => {
    it('goes to everybody who may invite, by mail and, where they can be reached, in Teams', async () => {
      await inTeams(people.marco);
      const asked = await ask('Mi serve per i report');
      assert.deepEqual(
        asked.asked.map((one) => one.email),
        [lena, marco],
      );
      await here.house.work();
      assert.deepEqual(await mails(), [`accessRequested → ${lena}`, `accessRequested → ${marco}`]);
      assert.deepEqual(await messages(), [`accessRequested → ${marco}`]);
      assert.deepEqual(await auditLog(), [`${giulia} requestMade ${giulia}`]);
    });

    it('is refused with the reason', async () => {
      const rows: [actor: typeof people.giulia, account: string, reason: Parameters<typeof refusalOf>[1]][] = [
        [people.stranger, here.ids.contoso, 'notFound'],
        [people.stranger, 'ffffffffffffffffffffffff', 'notFound'],
        [people.stranger, 'not an id', 'notFound'],
        [people.bernd, here.ids.contoso, 'notFound'],
        [{ ...people.bernd, email: 'bernd@it.fabrikam.com' }, here.ids.fabrikam, 'notFound'],
        [people.omar, here.ids.contoso, 'alreadyIn'],
        [people.anna, here.ids.fabrikam, 'alreadyInvited'],
        [people.bernd, here.ids.fabrikam, 'nobodyCanDecide'],
      ];
      for (const [actor, purchasingAccountId, reason] of rows) {
        refusalOf(await askForInvitation(here.house, actor, { purchasingAccountId }), reason);
      }
      // Not even where somebody was designated at an address that counts as personal since.
      await PurchasingAccount.updateOne({ _id: here.ids.contoso }, { $set: { administratorDomain: 'gmail.com' } });
      const byPersonal = { purchasingAccountId: here.ids.contoso };
      refusalOf(await askForInvitation(here.house, people.personal, byPersonal), 'notFound');
      const input = { purchasingAccountId: here.ids.contoso, message: 'x'.repeat(1_001) };
      assert.deepEqual(refusalOf(await askForInvitation(here.house, people.giulia, input), 'invalid').fields, [
        { field: 'message', problem: 'tooLong' },
      ]);
    });

    it('finds the first when it is asked twice, one after the other or in the same instant', async () => {
      const input = { purchasingAccountId: here.ids.contoso };
      const results = await Promise.all([1, 2, 3].map(() => askForInvitation(here.house, people.giulia, input)));
      assert.deepEqual(results.map((one) => one.outcome).sort(), ['asked', 'refused', 'refused']);
      const first = results.find((one) => one.outcome === 'asked') as { requestId: string };
      const { requestId } = refusalOf(await askForInvitation(here.house, people.giulia, input), 'alreadyAsked');
      assert.equal(requestId, first.requestId);
      assert.equal(await AccessRequest.countDocuments(), 1);
    });

    it('finds the first also where nothing more may be asked', async () => {
      const house = makeHouse({ limits: { requestsPerPerson: { most: 1, per: { days: 1 } } } });
      const input = { purchasingAccountId: here.ids.contoso };
      outcomeOf(await askForInvitation(house, people.giulia, input), 'asked');
      for (const _ of [1, 2]) refusalOf(await askForInvitation(house, people.giulia, input), 'alreadyAsked');
    });

    it('is limited per person and per account', async () => {
      here.still();
      const input = { purchasingAccountId: here.ids.contoso };
      for (const limits of [
        { requestsPerPerson: { most: 1, per: { days: 1 } } },
        { requestsPerAccount: { most: 1, per: { days: 1 } } },
      ]) {
        const house = makeHouse({ limits });
        const { requestId } = outcomeOf(await askForInvitation(house, people.giulia, input), 'asked');
        await withdrawRequest(house, people.giulia, { requestId });
        refusalOf(await askForInvitation(house, people.giulia, input), 'limited');
        here.later({ days: 1 });
      }
    });

    it('lets nobody who is over their own limit use up that of the account', async () => {
      here.still();
      const input = { purchasingAccountId: here.ids.contoso };
      const day = { days: 1 };
      const house = makeHouse({
        limits: { requestsPerPerson: { most: 1, per: day }, requestsPerAccount: { most: 3, per: day } },
      });
      const { requestId } = outcomeOf(await askForInvitation(house, people.giulia, input), 'asked');
      await withdrawRequest(house, people.giulia, { requestId });
      for (let times = 0; times < 5; times++) refusalOf(await askForInvitation(house, people.giulia, input), 'limited');
      outcomeOf(await askForRole(house, people.omar, { ...input, roles: ['accountManager'] }), 'asked');
    });
  });

  describe('deciding', () => {
    it('shows the open ones to those who may decide, with what they may give', async () => {
      await ask();
      assert.deepEqual(
        (await openRequests(here.house, people.lena)).map((one) => one.requester.email),
        [giulia],
      );
      assert.equal(
        (await openRequests(here.house, people.lena))[0]?.assignable.includes('accountAdministrator'),
        false,
      );
      assert.deepEqual(await openRequests(here.house, people.omar), []);
      assert.deepEqual(await openRequests(here.house, people.nina), []);
      await AccessRequest.updateMany({}, { $set: { state: 'denied' } });
      assert.deepEqual(await openRequests(here.house, people.lena), []);
    });

    it('approved: the requester is told and gets the invitation, once; the other cards are closed', async () => {
      await Promise.all([people.marco, people.lena, people.giulia].map(inTeams));
      const { requestId } = await ask();
      await here.house.work();
      const { request } = outcomeOf(
        await decideRequest(here.house, people.marco, { requestId, decision: 'approve', roles: ['reportViewer'] }),
        'decided',
      );
      assert.equal(request.state, 'approved');
      assert.equal(request.decision?.byName, 'Marco Ferri');
      await here.house.work();
      const invitation = await Invitation.findOne({ email: giulia }).lean();
      assert.deepEqual(invitation?.roles, ['reportViewer']);
      assert.equal(invitation?.invitedBy, marco);
      assert.equal(invitation?.country, 'IT');
      assert.equal(invitation?.language, 'it');
      assert.equal(invitation?.origin, requestId);
      assert.deepEqual(await messages(), [
        `accessRequestClosed → ${lena}`,
        `accessRequestDecided → ${giulia}`,
        `accessRequested → ${lena}`,
        `accessRequested → ${marco}`,
      ]);
      assert.deepEqual(
        (await mails()).filter((one) => one.endsWith(giulia)),
        [`invitation → ${giulia}`],
      );
      assert.deepEqual((await auditLog()).slice(1), [
        `${marco} requestApproved ${giulia}`,
        `${marco} invitationSent ${giulia}`,
      ]);
    });

    it('made elsewhere, closes the decider’s own card too', async () => {
      await inTeams(people.marco);
      const { requestId } = await ask();
      await decideRequest(here.house, by(people.marco, 'mail'), { requestId, decision: 'deny' });
      await here.house.work();
      assert.ok((await messages()).includes(`accessRequestClosed → ${marco}`));
    });

    it('denied: the requester is told why and nothing is made', async () => {
      const { requestId } = await ask();
      const { request } = outcomeOf(
        await decideRequest(here.house, people.lena, { requestId, decision: 'deny', reason: 'Left the company' }),
        'decided',
      );
      assert.equal(request.decision?.reason, 'Left the company');
      await here.house.work();
      assert.equal(await Invitation.countDocuments({ email: giulia }), 0);
      const told = await OutgoingMail.findOne({ 'to.email': giulia }).lean();
      assert.equal(told?.notice.kind === 'accessRequestDecided' && told.notice.reason, 'Left the company');
      assert.equal(told?.to.language, 'it');
    });

    it('two in the same instant: one wins, the other hears who was first', async () => {
      const { requestId } = await ask();
      const results = await Promise.all([
        decideRequest(here.house, people.marco, { requestId, decision: 'approve', roles: ['accountViewer'] }),
        decideRequest(here.house, people.lena, { requestId, decision: 'deny' }),
      ]);
      assert.deepEqual(results.map((one) => one.outcome).sort(), ['decided', 'refused']);
      const loser = results.find((one) => one.outcome === 'refused');
      const request = await AccessRequest.findById(requestId).lean();
      const refusal = refusalOf(loser as never, 'alreadyDecided');
      assert.equal(refusal.by, request?.decision?.by);
      assert.equal(refusal.decision, request?.state);
      await here.house.work();
      assert.equal((await mails()).filter((one) => one === `accessRequestDecided → ${giulia}`).length, 1);
    });

    it('counts only the first answer, from whichever place', async () => {
      const { requestId } = await ask();
      await decideRequest(here.house, by(people.lena, 'mail'), { requestId, decision: 'deny' });
      const refusal = refusalOf(
        await decideRequest(here.house, people.marco, { requestId, decision: 'approve', roles: ['accountViewer'] }),
        'alreadyDecided',
      );
      assert.deepEqual([refusal.byName, refusal.channel, refusal.decision], ['Lena Vogel', 'mail', 'denied']);
      // Also whoever says too little to decide anything.
      refusalOf(await decideRequest(here.house, people.marco, { requestId, decision: 'approve' }), 'alreadyDecided');
    });

    it('read from the same mail again, finds that it is done', async () => {
      const { requestId } = await ask();
      const decide = (origin: string) =>
        decideRequest(here.house, by(people.marco, 'mail'), {
          requestId,
          decision: 'approve',
          roles: ['accountViewer'],
          origin,
        });
      for (const _ of [1, 2]) {
        const { request } = outcomeOf(await decide('mail-1'), 'decided');
        assert.deepEqual([request.state, request.decision?.by], ['approved', marco]);
      }
      refusalOf(await decide('mail-2'), 'alreadyDecided');
    });

    it('is refused to those who may not, and for what they may not give', async () => {
      const { requestId } = await ask();
      const decide = (actor: typeof people.marco, input: object = {}) =>
        decideRequest(here.house, actor, { requestId, decision: 'approve', roles: ['reportViewer'], ...input });
      refusalOf(await decide(people.stranger), 'notFound');
      refusalOf(await decide(people.nina), 'notFound');
      const ruth = { ...(await memberOf(marco)), ...people.ruth, purchasingAccount: here.ids.tailspin };
      await Membership.create(ruth);
      refusalOf(await decide(people.ruth), 'notFound');
      refusalOf(await viewRequest(here.house, people.ruth, { requestId }), 'notFound');
      refusalOf(await decide(people.omar), 'mayNotDecide');
      refusalOf(await decide(people.giulia), 'mayNotDecide');
      refusalOf(await decide(people.marco, { requestId: 'ffffffffffffffffffffffff' }), 'notFound');
      const { roles, assignable } = refusalOf(
        await decide(people.lena, { roles: ['accountAdministrator', 'reportViewer'] }),
        'rolesNotAssignable',
      );
      assert.deepEqual(roles, ['accountAdministrator']);
      assert.equal(assignable.length, 5);
      assert.deepEqual(refusalOf(await decide(people.marco, { roles: [] }), 'invalid').fields, [
        { field: 'roles', problem: 'missing' },
      ]);
      assert.deepEqual(refusalOf(await decide(people.marco, { roles: ['king'] }), 'invalid').fields, [
        { field: 'roles', problem: 'unknownRole' },
      ]);
      refusalOf(await decide(people.marco, { decision: 'perhaps' }), 'invalid');
      assert.deepEqual(refusalOf(await decide(people.marco, { reason: 'x'.repeat(1_001) }), 'invalid').fields, [
        { field: 'reason', problem: 'tooLong' },
      ]);
      assert.equal((await AccessRequest.findById(requestId).lean())?.state, 'open');
    });

    it('is checked again when it is made: who has lost the role may not, who has got it since may', async () => {
      const { requestId } = await ask();
      await Membership.updateOne({ email: lena }, { $set: { 'roles.0.role': 'accountViewer' } });
      await Membership.updateOne({ email: people.omar.email }, { $set: { 'roles.0.role': 'agreementAdministrator' } });
      refusalOf(await decideRequest(here.house, people.lena, { requestId, decision: 'deny' }), 'mayNotDecide');
      assert.equal(
        (await decideRequest(here.house, people.omar, { requestId, decision: 'approve', roles: ['accountViewer'] }))
          .outcome,
        'decided',
      );
    });

    it('approved for somebody invited meanwhile: that invitation is sent again with both roles', async () => {
      const { requestId } = await ask();
      const invited = await inviteUser(here.house, people.lena, {
        ...people.giulia,
        purchasingAccountId: here.ids.contoso,
        country: 'IT',
        roles: ['accountViewer'],
      });
      outcomeOf(invited, 'invited');
      await decideRequest(here.house, people.marco, { requestId, decision: 'approve', roles: ['reportViewer'] });
      await here.house.work();
      const invitations = await Invitation.find({ email: giulia }).lean();
      assert.equal(invitations.length, 1);
      assert.deepEqual(invitations[0]?.roles, ['reportViewer', 'accountViewer']);
      assert.equal(invitations[0]?.sendings, 2);
    });

    it('approved for somebody who is in meanwhile: they get the role', async () => {
      const { requestId } = await ask();
      const omar = await Membership.findOne({ email: people.omar.email }).lean();
      await Membership.create({ ...omar, _id: undefined, email: giulia, roles: [] });
      await decideRequest(here.house, people.marco, { requestId, decision: 'approve', roles: ['accountManager'] });
      await here.house.work();
      assert.equal(await Invitation.countDocuments({ email: giulia }), 0);
      assert.deepEqual(
        (await Membership.findOne({ email: giulia }).lean())?.roles.map(({ role }) => role),
        ['accountManager'],
      );
    });
  });

  describe('asking for another role', () => {
    it('is approved with the roles asked for, and granted', async () => {
      const { requestId } = await askRole('accountManager', 'reportViewer');
      const { request } = outcomeOf(
        await decideRequest(here.house, people.lena, { requestId, decision: 'approve' }),
        'decided',
      );
      assert.deepEqual(request.decision?.roles, ['accountManager'], 'what he has was not asked for');
      await here.house.work();
      const omar = await Membership.findOne({ email: people.omar.email }).lean();
      assert.deepEqual(
        omar?.roles.map(({ role, givenBy }) => `${role} ${givenBy}`),
        [`reportViewer ${marco}`, `accountManager ${lena}`],
      );
      assert.deepEqual((await auditLog()).slice(1), [
        `${lena} requestApproved ${people.omar.email}`,
        `${lena} rolesGranted ${people.omar.email}`,
      ]);
    });

    it('gives nothing to whoever is not in any more, and invites nobody', async () => {
      const { requestId } = await askRole('accountManager');
      await Membership.deleteOne({ email: people.omar.email });
      outcomeOf(await decideRequest(here.house, people.lena, { requestId, decision: 'approve' }), 'decided');
      await here.house.work();
      assert.equal(await Membership.countDocuments({ email: people.omar.email }), 0);
      assert.equal(await Invitation.countDocuments({ email: people.omar.email }), 0);
    });

    it('is not decided by who asks', async () => {
      const asked = await askForRole(here.house, people.lena, {
        purchasingAccountId: here.ids.contoso,
        roles: ['accountAdministrator'],
      });
      const { requestId, asked: whom } = outcomeOf(asked, 'asked');
      assert.deepEqual(
        whom.map((one) => one.email),
        [marco],
      );
      refusalOf(await decideRequest(here.house, people.lena, { requestId, decision: 'approve' }), 'mayNotDecide');
      assert.deepEqual(await openRequests(here.house, people.lena), []);
      const seen = outcomeOf(await viewRequest(here.house, people.lena, { requestId }), 'found');
      assert.deepEqual(seen.request.assignable, []);
    });

    it('is refused with the reason', async () => {
      const input = { purchasingAccountId: here.ids.contoso, roles: ['reportViewer'] };
      refusalOf(await askForRole(here.house, people.giulia, input), 'notFound');
      refusalOf(await askForRole(here.house, people.omar, input), 'alreadyHasRoles');
      refusalOf(await askForRole(here.house, people.omar, { ...input, roles: ['king'] }), 'invalid');
      refusalOf(await askForRole(here.house, people.omar, { ...input, roles: [] }), 'invalid');
      refusalOf(await askForRole(here.house, people.marco, input), 'alreadyHasRoles');
      await Membership.deleteOne({ email: marco });
      refusalOf(await askForRole(here.house, people.lena, input), 'nobodyCanDecide');
    });
  });

  describe('taking it back', () => {
    it('closes the cards, and then nobody decides it any more', async () => {
      await Promise.all([people.marco, people.lena].map(inTeams));
      const { requestId } = await ask();
      refusalOf(await withdrawRequest(here.house, people.omar, { requestId }), 'notFound');
      outcomeOf(await withdrawRequest(here.house, people.giulia, { requestId }), 'withdrawn');
      await here.house.work();
      assert.equal((await messages()).filter((one) => one.startsWith('accessRequestClosed')).length, 2);
      const decided = await decideRequest(here.house, people.marco, { requestId, decision: 'deny' });
      assert.equal(refusalOf(decided, 'alreadyDecided').decision, 'withdrawn');
      refusalOf(await withdrawRequest(here.house, people.giulia, { requestId }), 'alreadyDecided');
      await ask();
    });

    it('or deciding it in the same instant: the first of the two counts, and the other is told', async () => {
      const first = await askRole('accountManager');
      const approve = () => decideRequest(here.house, people.marco, { ...first, decision: 'approve' });
      rightBefore('accessRequests.findOneAndUpdate', ['withdrawn'], approve);
      const late = await withdrawRequest(here.house, people.omar, first);
      assert.equal(refusalOf(late, 'alreadyDecided').decision, 'approved');
      await here.house.work();
      assert.deepEqual(
        (await memberOf(people.omar.email)).roles.map(({ role }) => role),
        ['reportViewer', 'accountManager'],
      );

      const second = await askRole('accountViewer');
      const takeBack = () => withdrawRequest(here.house, people.omar, second);
      rightBefore('accessRequests.findOneAndUpdate', ['approved'], takeBack);
      const tooLate = await decideRequest(here.house, people.marco, { ...second, decision: 'approve' });
      assert.equal(refusalOf(tooLate, 'alreadyDecided').decision, 'withdrawn');
      await here.house.work();
      assert.equal((await memberOf(people.omar.email)).roles.length, 2);
    });

    it('leaves what was asked for elsewhere, or anew, as it is', async () => {
      const first = await ask();
      const other = await askRole('accountManager');
      outcomeOf(await withdrawRequest(here.house, people.giulia, { requestId: first.requestId }), 'withdrawn');
      const second = await ask();
      const open = await AccessRequest.find({ state: 'open' }).sort({ createdAt: 1 }).lean();
      assert.deepEqual(
        open.map(({ _id }) => _id.toHexString()),
        [other.requestId, second.requestId],
      );
      assert.deepEqual(
        (await ownRequests(here.house, people.giulia)).map(({ id }) => id),
        [second.requestId],
      );
    });
  });

  it('is seen by its requester and those who may decide, and nobody else', async () => {
    const { requestId } = await ask();
    assert.deepEqual(
      outcomeOf(await viewRequest(here.house, people.giulia, { requestId }), 'found').request.assignable,
      [],
    );
    outcomeOf(await viewRequest(here.house, people.lena, { requestId }), 'found');
    refusalOf(await viewRequest(here.house, people.omar, { requestId }), 'notFound');
    refusalOf(await viewRequest(here.house, people.stranger, { requestId }), 'notFound');
  });

  it('keeps a requester’s name that would be a link out of the notices', async () => {
    const actor = { ...people.giulia, firstName: 'Log in at https://stranger.example', lastName: '' };
    await askForInvitation(here.house, actor, { purchasingAccountId: here.ids.contoso });
    await here.house.work();
    const [mail] = await OutgoingMail.find().lean();
    assert.deepEqual(mail?.notice.kind === 'accessRequested' && mail.notice.requester, { name: giulia, email: giulia });
  });
});
