import assert from 'node:assert/strict';
import { Domain } from '../../models/domain.ts';
import { Invitation } from '../../models/invitation.ts';
import { InvitationBatch } from '../../models/invitationBatch.ts';
import { Membership } from '../../models/membership.ts';
import { batchProgress } from '../../onboarding/batchProgress.ts';
import { checkPeople } from '../../onboarding/checkPeople.ts';
import { inviteMany } from '../../onboarding/inviteMany.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { type ListWords, readPeople } from '../../onboarding/readPeople.ts';
import { rememberPerson } from '../../onboarding/rememberPerson.ts';
import { makeHouse } from './house.ts';
import { mails, messages } from './mails.ts';
import { people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';
import { rightBefore, watchStore } from './storeCalls.ts';

const names: ListWords = {
  roleNamed: (text) => (text === 'admin' ? 'accountAdministrator' : undefined),
  saidBeside: () => ({ roles: [] }),
};
const lines = (text: string) => readPeople(text, { language: 'it', country: 'IT', roles: ['accountViewer'] }, names);
const crowd = (size: number) =>
  lines(Array.from({ length: size }, (_, at) => `person${at}@contoso.com,Person,Number`).join('\n'));

describe('inviting many at once', () => {
  const here = scene();
  const mixed = () =>
    lines(
      [
        'maria.rossi@contoso.com,Maria,Rossi',
        'omar.haddad@contoso.com,Omar,Haddad',
        'ugo@contoso,Ugo,Verdi',
        'maria.rossi@contoso.com,Maria,Rossi',
        'paul@fabrikam.com,Paul,Becker',
        'ada@gmail.com,Ada,Neri',
        'lia@contoso.com,Lia,Neri,it,IT,admin',
        'gino@contoso.com,Gino,Bianchi',
        'invited@contoso.com,In,Vited',
      ].join('\n'),
    );
  const input = (list = mixed(), more: object = {}) => ({
    purchasingAccountId: here.ids.contoso,
    lines: list,
    ...more,
  });
  const progress = async (batchId: string) =>
    outcomeOf(await batchProgress(here.house, people.lena, { batchId }), 'found');
  const someoneInvited = () =>
    inviteUser(here.house, people.lena, {
      purchasingAccountId: here.ids.contoso,
      email: 'invited@contoso.com',
      firstName: 'In',
      lastName: 'Vited',
      language: 'it',
      country: 'IT',
      roles: ['accountViewer'],
    });

  it('checks the whole list before the first is sent', async () => {
    await someoneInvited();
    const checked = outcomeOf(await checkPeople(here.house, people.lena, input()), 'checked');
    assert.deepEqual(
      checked.lines.map((one) => one.refusal?.reason ?? one.problems[0]?.problem ?? 'fine'),
      [
        'fine',
        'alreadyIn',
        'badAddress',
        'duplicateLine',
        'outsideDomain',
        'personalAddress',
        'rolesNotAssignable',
        'fine',
        'alreadyInvited',
      ],
    );
    assert.equal(checked.invitable, 2);
    assert.equal(await Invitation.countDocuments({ purchasingAccount: here.ids.contoso }), 1);
  });

  it('invites those who can be, with a result for each line', async () => {
    await someoneInvited();
    await rememberPerson(here.house, { ...people.lena, teams: { userId: '29:l', reference: { conversation: 'a' } } });
    const { batchId, total } = outcomeOf(await inviteMany(here.house, people.lena, input()), 'started');
    assert.equal(total, 9);
    assert.equal((await progress(batchId)).finished, false);
    await here.house.work();
    const { done, invited, failed, finished, lines: results } = await progress(batchId);
    assert.deepEqual([done, invited, failed, finished], [9, 2, 7, true]);
    assert.deepEqual(
      results.map((one) => one.result),
      [
        'invited',
        'alreadyIn',
        'invalid',
        'duplicateLine',
        'outsideDomain',
        'personalAddress',
        'rolesNotAssignable',
        'invited',
        'alreadyInvited',
      ],
    );
    assert.deepEqual(await messages(), [`batchProgress → ${people.lena.email}`]);
    assert.deepEqual((await mails()).length, 3);
    refusalOf(await batchProgress(here.house, people.marco, { batchId }), 'notFound');
  });

  it('invites outside the verified domains after a second yes', async () => {
    const outside = lines('paul@fabrikam.com,Paul,Becker');
    refusalOf(await inviteMany(here.house, people.lena, input(outside)), 'nothingToDo');
    const started = await inviteMany(here.house, people.lena, input(outside, { confirmOutsideDomain: true }));
    await here.house.work();
    assert.equal((await progress(outcomeOf(started, 'started').batchId)).invited, 1);
  });

  it('invites who is in another account, or was invited there, or whose invitation here has ended', async () => {
    const { _id, ...inContoso } = (await Membership.findOne({ email: people.omar.email }).lean()) ?? assert.fail();
    await Membership.create({ ...inContoso, email: people.bernd.email, purchasingAccount: here.ids.fabrikam });
    const { email } = outcomeOf(await someoneInvited(), 'invited').invitation;
    const ended = [
      { state: 'declined', endedAt: new Date() },
      { state: 'pending', expiresAt: new Date(0) },
    ];
    for (const end of ended) {
      await Invitation.updateOne({ email, state: 'pending' }, { $set: end });
      const rows = [people.bernd, people.anna, { email, firstName: 'In', lastName: 'Vited' }].map(
        (one) => `${one.email},${one.firstName},${one.lastName}`,
      );
      const checked = await checkPeople(here.house, people.lena, input(lines(rows.join('\n'))));
      assert.deepEqual(
        outcomeOf(checked, 'checked').lines.map((one) => one.refusal?.reason ?? 'fine'),
        ['outsideDomain', 'outsideDomain', 'fine'],
      );
      const started = await inviteMany(here.house, people.lena, input(lines(rows[2] as string)));
      await here.house.work();
      assert.equal((await progress(outcomeOf(started, 'started').batchId)).invited, 1);
    }
  });

  it('is refused with the reason', async () => {
    here.still();
    refusalOf(await inviteMany(here.house, people.omar, input()), 'mayNotInvite');
    refusalOf(await inviteMany(here.house, people.stranger, input()), 'notFound');
    refusalOf(await checkPeople(here.house, people.lena, input([])), 'nothingToDo');
    assert.equal(refusalOf(await checkPeople(here.house, people.lena, input(crowd(1_001))), 'tooMany').most, 1_000);
    outcomeOf(await checkPeople(here.house, people.lena, input(crowd(1_000))), 'checked');
    refusalOf(await inviteMany(here.house, people.lena, input(crowd(1_001))), 'tooMany');
    const house = makeHouse({ limits: { invitationsPerPerson: { most: 10, per: { days: 1 } } } });
    refusalOf(await inviteMany(house, people.lena, input(crowd(11))), 'limited');
    outcomeOf(await inviteMany(house, people.lena, input(crowd(10))), 'started');
  });

  it('does not believe lines that come back altered', async () => {
    const [line] = lines('maria.rossi@contoso.com,Maria,Rossi');
    const altered = [{ ...line, person: { ...line?.person, firstName: '<b>', roles: ['king'] } }];
    refusalOf(await inviteMany(here.house, people.lena, input(altered as never)), 'nothingToDo');
  });

  it('stops inviting for who may no longer', async () => {
    const { batchId } = outcomeOf(await inviteMany(here.house, people.lena, input(crowd(3))), 'started');
    await Membership.updateOne({ email: people.lena.email }, { $set: { 'roles.0.role': 'accountViewer' } });
    await here.house.work();
    const { lines: results, finished } = await progress(batchId);
    assert.deepEqual([results.map((one) => one.result), finished], [Array(3).fill('mayNotInvite'), true]);
  });

  it('invites nobody whose domain is not the account’s any more', async () => {
    const { batchId } = outcomeOf(await inviteMany(here.house, people.lena, input(crowd(2))), 'started');
    await Domain.updateMany({ name: 'contoso.com' }, { $set: { name: 'contoso.example' } });
    await here.house.work();
    assert.deepEqual(
      (await progress(batchId)).lines.map((one) => one.result),
      ['outsideDomain', 'outsideDomain'],
    );
  });

  it('invites nobody twice whom somebody else invites in the same moment', async () => {
    const list = lines('invited@contoso.com,In,Vited\nmaria.rossi@contoso.com,Maria,Rossi');
    const { batchId } = outcomeOf(await inviteMany(here.house, people.lena, input(list)), 'started');
    rightBefore('invitations.insertOne', ['invited@contoso.com'], someoneInvited);
    await here.house.work();
    assert.deepEqual(
      (await progress(batchId)).lines.map((one) => one.result),
      ['alreadyInvited', 'invited'],
    );
    assert.deepEqual(here.house.logged, []);
    assert.equal(await Invitation.countDocuments({ email: 'invited@contoso.com' }), 1);
  });

  it('a hundred and fifty, saved at least every twenty lines, each invited once', async () => {
    const { batchId } = outcomeOf(await inviteMany(here.house, people.lena, input(crowd(150))), 'started');
    const savings: number[] = [];
    const stop = watchStore((call, args) => {
      const done = (args[1] as { $set?: { done?: number } })?.$set?.done;
      if (call === 'invitationBatches.updateOne' && done !== undefined) savings.push(done);
    });
    await here.house.work();
    stop();
    assert.deepEqual(savings, [20, 40, 60, 80, 100, 120, 140, 150]);
    assert.equal((await progress(batchId)).invited, 150);
    assert.equal(await Invitation.countDocuments({ origin: new RegExp(`^${batchId}:`) }), 150);
    assert.equal((await mails()).length, 150);
    assert.deepEqual((await InvitationBatch.findById(batchId).lean())?.pendingWork, []);
  });
});
