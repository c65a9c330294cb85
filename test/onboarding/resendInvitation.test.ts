import assert from 'node:assert/strict';
import { Domain } from '../../models/domain.ts';
import { Invitation } from '../../models/invitation.ts';
import { LimitCounter } from '../../models/limitCounter.ts';
import { Membership } from '../../models/membership.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { ResendRequest } from '../../models/resendRequest.ts';
import { designateAdministrator } from '../../onboarding/designateAdministrator.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { resendInvitation } from '../../onboarding/resendInvitation.ts';
import { resendToAdministrator } from '../../onboarding/resendToAdministrator.ts';
import { makeHouse } from './house.ts';
import { auditLog, mails } from './mails.ts';
import { people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';
import { watchStore } from './storeCalls.ts';

const fabrikam = {
  administratorEmail: 'anna.keller@fabrikam.com',
  agreementNumber: '4100054321',
  accountNumber: '0005054321',
};
const contoso = {
  administratorEmail: 'marco.ferri@contoso.com',
  agreementNumber: '4100012345',
  accountNumber: '0005012345',
};
const tailspin = {
  administratorEmail: 'ruth.ellis@tailspintoys.com',
  agreementNumber: '4100067890',
  accountNumber: '0005067890',
};

describe('have the invitation resent', () => {
  const here = scene();
  const resend = (actor: typeof people.anna, input: object = fabrikam) =>
    resendInvitation(here.house, actor, { ...fabrikam, ...input });
  const sendings = async () => (await Invitation.findOne({ email: people.anna.email }).lean())?.sendings;

  describe('by who may know', () => {
    it('sends a pending one again, to the designated address', async () => {
      for (const actor of [people.anna, people.bernd, people.nina]) {
        const { to, expiresAt } = outcomeOf(await resend(actor), 'sent');
        assert.equal(to.email, 'anna.keller@fabrikam.com');
        assert.ok(expiresAt > new Date());
      }
      await here.house.work();
      assert.equal(await sendings(), 4);
      assert.deepEqual(new Set(await mails()), new Set(['invitation → anna.keller@fabrikam.com']));
    });

    it('makes a new one where the last has expired, was declined or revoked', async () => {
      for (const state of ['expired', 'declined', 'revoked'] as const) {
        await Invitation.updateMany({ email: people.ruth.email }, { $set: { state } });
        outcomeOf(await resend(people.ruth, tailspin), 'sent');
        await here.house.work();
      }
      const pending = await Invitation.find({ email: people.ruth.email, state: 'pending' }).lean();
      assert.equal(pending.length, 1);
      assert.deepEqual(pending[0]?.roles, ['accountAdministrator']);
    });

    it('forgives blanks and hyphens', async () => {
      const input = { administratorEmail: ' Anna.Keller@Fabrikam.com', agreementNumber: '4100-054-321' };
      outcomeOf(await resend(people.anna, input), 'sent');
    });

    it('says first that the person is in already', async () => {
      const { accounts } = outcomeOf(await resend(people.omar, contoso), 'alreadyIn');
      assert.equal(accounts[0]?.organization, 'Contoso S.p.A.');
    });

    it('says that the administrator is in, or that the address is not the designated one', async () => {
      outcomeOf(await resend(people.giulia, contoso), 'administratorIsIn');
      outcomeOf(await resend(people.nina, contoso), 'administratorIsIn');
      outcomeOf(
        await resend(people.giulia, { ...contoso, administratorEmail: 'lena.vogel@contoso.com' }),
        'notDesignated',
      );
      assert.equal(await ResendRequest.countDocuments(), 0);
    });

    it('says nothing more than to anyone else where the agreement is another, or the domain is only claimed', async () => {
      const otherAgreement = { ...fabrikam, agreementNumber: '4100012345' };
      outcomeOf(await resend(people.bernd, otherAgreement), 'uniform');
      await Domain.updateOne({ name: 'contoso.com' }, { $set: { name: 'stranger.example', state: 'pending' } });
      outcomeOf(await resend(people.stranger, contoso), 'uniform');
      await here.house.work();
      assert.equal(await sendings(), 1);
      await Domain.updateOne({ name: 'stranger.example' }, { $set: { state: 'verified' } });
      outcomeOf(await resend(people.stranger, contoso), 'administratorIsIn');
    });

    it('gives no role back to an administrator who came in meanwhile and has lost it', async () => {
      outcomeOf(await resend(people.nina), 'sent');
      const { _id, ...omar } = (await Membership.findOne({ email: people.omar.email }).lean()) as Membership;
      await Membership.create({ ...omar, email: people.anna.email, purchasingAccount: here.ids.fabrikam });
      await here.house.work();
      const anna = await Membership.findOne({ email: people.anna.email }).lean();
      assert.deepEqual(
        anna?.roles.map(({ role }) => role),
        ['reportViewer'],
      );
    });

    it('is limited per account', async () => {
      here.still();
      const house = makeHouse({ limits: { resendPerAccount: { most: 2, per: { days: 1 } } } });
      for (const actor of [people.anna, people.nina]) outcomeOf(await resendInvitation(house, actor, fabrikam), 'sent');
      refusalOf(await resendInvitation(house, people.bernd, fabrikam), 'limited');
    });
  });

  describe('by anyone else', () => {
    const variations: [title: string, input: object][] = [
      ['all three match', fabrikam],
      ['another address', { administratorEmail: 'bernd.maier@fabrikam.com' }],
      ['another agreement', { agreementNumber: '4100012345' }],
      ['another account', { accountNumber: '0005012345' }],
      ['numbers that nobody has', { agreementNumber: '4999999999', accountNumber: '0009999999' }],
      ['an administrator who is in', contoso],
      ['an expired invitation', tailspin],
    ];

    it('hears it by a personal address also where the administrator has one like it', async () => {
      await PurchasingAccount.updateOne({ number: '0005054321' }, { $set: { administratorDomain: 'gmail.com' } });
      assert.deepEqual(await resend(people.personal), { outcome: 'uniform' });
    });

    it('hears one same answer', async () => {
      for (const [, input] of variations.slice(0, 5)) {
        assert.deepEqual(await resend(people.stranger, input), { outcome: 'uniform' });
      }
    });

    it('costs the same work, to the last operation, whatever matches', async () => {
      for (const actor of [people.stranger, people.personal, people.ruth]) {
        const seen = new Map<string, string>();
        for (const [title, input] of variations) {
          if (actor === people.ruth && input === tailspin) continue;
          await LimitCounter.deleteMany({});
          const calls: string[] = [];
          const stop = watchStore((call, args) => {
            // What is asked for, but for what was typed: the reads must not even be chosen by it.
            calls.push(
              call.startsWith('limitCounters') || call.includes('insert') ? call : `${call} ${JSON.stringify(args[0])}`,
            );
          });
          await resend(actor, input);
          stop();
          seen.set(title, calls.join('\n'));
        }
        assert.equal(new Set(seen.values()).size, 1, [...seen].join('\n\n'));
      }
    });

    it('reaches the designated address only when all three match', async () => {
      for (const [, input] of variations.slice(1, 6)) await resend(people.stranger, input);
      await here.house.work();
      assert.deepEqual(await mails(), []);
      here.later({ hours: 1 });
      await resend(people.stranger);
      await here.house.work();
      assert.deepEqual(await mails(), ['invitation → anna.keller@fabrikam.com']);
      assert.deepEqual(await auditLog(), [`${people.stranger.email} invitationSentAgain anna.keller@fabrikam.com`]);
      assert.equal(await sendings(), 2);
      assert.equal(here.house.logged.length, 0);
    });

    it('is limited per account silently', async () => {
      const house = makeHouse({
        limits: { resendPerAccount: { most: 2, per: { days: 1 } }, resendPerPerson: { most: 9, per: { hours: 1 } } },
      });
      for (let times = 0; times < 4; times++) {
        assert.deepEqual(await resendInvitation(house, people.stranger, fabrikam), { outcome: 'uniform' });
        await house.work();
      }
      assert.equal(await sendings(), 3);
    });
  });

  it('is limited per person and overall, the same whatever matches', async () => {
    here.still();
    for (const input of [fabrikam, { ...fabrikam, accountNumber: '0009999999' }]) {
      await LimitCounter.deleteMany({});
      const one = makeHouse({ limits: { resendPerPerson: { most: 1, per: { hours: 1 } } } });
      assert.equal((await resendInvitation(one, people.stranger, input)).outcome, 'uniform');
      refusalOf(await resendInvitation(one, people.stranger, input), 'limited');
      await LimitCounter.deleteMany({});
      const all = makeHouse({ limits: { resendOverall: { most: 1, per: { hours: 1 } } } });
      assert.equal((await resendInvitation(all, people.stranger, input)).outcome, 'uniform');
      refusalOf(await resendInvitation(all, people.personal, input), 'limited');
    }
  });

  it('says beside each field what is wrong', async () => {
    const wrong = { administratorEmail: 'anna', agreementNumber: '', accountNumber: '12' };
    assert.deepEqual(refusalOf(await resend(people.anna, wrong), 'invalid').fields, [
      { field: 'administratorEmail', problem: 'badAddress' },
      { field: 'agreementNumber', problem: 'missing' },
      { field: 'accountNumber', problem: 'badNumber' },
    ]);
  });

  it('adds the administrator’s role to an invitation that a colleague has sent', async () => {
    await PurchasingAccount.updateOne(
      { number: '0005012345' },
      { $set: { administrator: { ...people.giulia, channel: undefined } } },
    );
    await inviteUser(here.house, people.lena, {
      ...people.giulia,
      purchasingAccountId: here.ids.contoso,
      country: 'IT',
      roles: ['accountViewer'],
    });
    outcomeOf(await resend(people.giulia, { ...contoso, administratorEmail: people.giulia.email }), 'sent');
    await here.house.work();
    const [invitation, ...more] = await Invitation.find({ email: people.giulia.email }).lean();
    assert.equal(more.length, 0);
    assert.deepEqual(invitation?.roles, ['accountAdministrator', 'accountViewer']);
  });

  describe('while the partner designates somebody else', () => {
    const designate = () =>
      designateAdministrator(here.house, people.nina, { ...people.bernd, purchasingAccountId: here.ids.fabrikam });
    const nothingToAnna = async () => {
      await here.house.work();
      assert.equal(await Invitation.countDocuments({ email: people.anna.email, state: 'pending' }), 0);
      assert.deepEqual(
        (await mails()).filter((one) => one.startsWith('invitation')),
        ['invitation → bernd.maier@fabrikam.com'],
      );
    };

    it('sends the old one nothing when the account was read before', async () => {
      const account = (await PurchasingAccount.findById(here.ids.fabrikam).lean()) as PurchasingAccount;
      outcomeOf(await designate(), 'designated');
      await here.house.work();
      const by = { email: people.nina.email, channel: 'teams' as const };
      outcomeOf(await resendToAdministrator(here.house, account, { by }), 'overtaken');
      await nothingToAnna();
    });

    it('sends the old one nothing when it had been asked for before, and not sent', async () => {
      outcomeOf(await resend(people.anna), 'sent');
      await resend(people.stranger);
      outcomeOf(await designate(), 'designated');
      await nothingToAnna();
    });

    it('sends the old one nothing in whatever order the two come to the store', async () => {
      const results = await Promise.all([resend(people.bernd), designate(), resend(people.stranger)]);
      assert.deepEqual(results[1]?.outcome, 'designated');
      await nothingToAnna();
    });
  });
});
