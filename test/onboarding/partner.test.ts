import assert from 'node:assert/strict';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { designateAdministrator } from '../../onboarding/designateAdministrator.ts';
import { findAdministrator } from '../../onboarding/findAdministrator.ts';
import { invitationToken } from '../../onboarding/invitationLink.ts';
import { inviteUser } from '../../onboarding/inviteUser.ts';
import { openInvitation } from '../../onboarding/openInvitation.ts';
import { partnerCustomers } from '../../onboarding/partnerCustomers.ts';
import { resendForCustomer } from '../../onboarding/resendForCustomer.ts';
import { auditLog, mails } from './mails.ts';
import { people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';
import { rightBefore } from './storeCalls.ts';

const anna = people.anna.email;
const bernd = people.bernd.email;
const nina = people.nina.email;

describe('the partner', () => {
  const here = scene();
  const designate = (
    person: { email: string; firstName: string; lastName: string; language: string },
    account?: string,
  ) =>
    designateAdministrator(here.house, people.nina, { ...person, purchasingAccountId: account ?? here.ids.fabrikam });

  it('sees its customers, with the state of their administrator’s invitation', async () => {
    const { partner, customers } = outcomeOf(await partnerCustomers(here.house, people.nina), 'found');
    assert.equal(partner, 'Northwind Traders');
    assert.deepEqual(
      customers.map((one) => [
        one.account.organization,
        one.administrator.name,
        one.administratorIsIn,
        one.invitation?.state,
      ]),
      [
        ['Contoso S.p.A.', 'Marco Ferri', true, undefined],
        ['Fabrikam GmbH', 'Anna Keller', false, 'pending'],
      ],
    );
    refusalOf(await partnerCustomers(here.house, people.marco), 'notPartner');
  });

  it('has the administrator’s invitation resent', async () => {
    const resend = (actor: typeof people.nina, purchasingAccountId: string) =>
      resendForCustomer(here.house, actor, { purchasingAccountId });
    assert.equal(outcomeOf(await resend(people.nina, here.ids.fabrikam), 'sent').to.email, anna);
    outcomeOf(await resend(people.nina, here.ids.contoso), 'administratorIsIn');
    refusalOf(await resend(people.nina, here.ids.tailspin), 'notFound');
    refusalOf(await resend(people.nina, 'x'), 'notFound');
    refusalOf(await resend(people.marco, here.ids.contoso), 'notPartner');
    await here.house.work();
    assert.deepEqual(await mails(), [`invitation → ${anna}`]);
  });

  it('designates another: the old invitation dies, the new person gets one, both are told', async () => {
    const result = outcomeOf(await designate(people.bernd), 'designated');
    assert.deepEqual([result.old.email, result.administrator.email], [anna, bernd]);
    await here.house.work();
    const old = await Invitation.findOne({ email: anna }).lean();
    assert.equal(old?.state, 'revoked');
    const token = invitationToken(here.house.linkSecret, String(old?._id), 1);
    assert.equal((await openInvitation(here.house, { token })).outcome, 'revoked');
    const fresh = await Invitation.findOne({ email: bernd }).lean();
    assert.deepEqual([fresh?.state, fresh?.roles, fresh?.country], ['pending', ['accountAdministrator'], 'DE']);
    assert.deepEqual(await mails(), [
      `administratorChanged → ${anna}`,
      `administratorChanged → ${bernd}`,
      `invitation → ${bernd}`,
    ]);
    assert.deepEqual((await auditLog()).sort(), [
      `${nina} administratorDesignated ${bernd}`,
      `${nina} invitationRevoked ${anna}`,
      `${nina} invitationSent ${bernd}`,
    ]);
  });

  it('there and back again before the worker comes: the last one stands', async () => {
    outcomeOf(await designate(people.bernd), 'designated');
    outcomeOf(await designate(people.anna), 'designated');
    await here.house.work();
    const pending = await Invitation.find({ purchasingAccount: here.ids.fabrikam, state: 'pending' }).lean();
    assert.deepEqual(
      pending.map((one) => `${one.email} ${one.sendings}`),
      [`${anna} 2`],
    );
    assert.deepEqual(
      (await auditLog()).filter((entry) => entry.includes('invitationRevoked')),
      [],
      'the one that stands was not ended on the way',
    );
  });

  it('leaves the invitation of a colleague to whoever is not the administrator any more', async () => {
    const { email } = people.giulia;
    outcomeOf(await designate(people.giulia, here.ids.contoso), 'designated');
    await here.house.work();
    await Invitation.deleteMany({ email });
    const input = { ...people.giulia, purchasingAccountId: here.ids.contoso, country: 'IT', roles: ['accountViewer'] };
    outcomeOf(await inviteUser(here.house, people.lena, input), 'invited');
    outcomeOf(await designate(people.lena, here.ids.contoso), 'designated');
    await here.house.work();
    assert.equal((await Invitation.findOne({ email }).lean())?.state, 'pending');
  });

  it('two at the same time: one administrator, one pending invitation', async () => {
    const carla = { email: 'carla@fabrikam.com', firstName: 'Carla', lastName: 'Braun', language: 'en' };
    await Promise.all([designate(people.bernd), designate(carla)]);
    await here.house.work();
    const account = await PurchasingAccount.findById(here.ids.fabrikam).lean();
    const pending = await Invitation.find({ purchasingAccount: here.ids.fabrikam, state: 'pending' }).lean();
    assert.deepEqual(
      pending.map((one) => one.email),
      [account?.administrator.email],
    );
  });

  it('two in one instant: the second takes the place of the first, who is told of both', async () => {
    const carla = { email: 'carla@fabrikam.com', firstName: 'Carla', lastName: 'Braun', language: 'en' };
    rightBefore('purchasingAccounts.updateOne', [carla.email], () => designate(people.bernd));
    assert.equal(outcomeOf(await designate(carla), 'designated').old.email, bernd);
    await here.house.work();
    assert.deepEqual(
      (await mails()).filter((mail) => mail.startsWith('administratorChanged')),
      [anna, bernd, bernd, carla.email].map((email) => `administratorChanged → ${email}`),
    );
  });

  it('leaves an administrator who is in their access, and gives the role to who is in already', async () => {
    outcomeOf(await designate(people.lena, here.ids.contoso), 'designated');
    await here.house.work();
    const roles = async (email: string) => (await Membership.findOne({ email }).lean())?.roles.map(({ role }) => role);
    assert.deepEqual(await roles(people.marco.email), ['accountAdministrator']);
    assert.deepEqual(await roles(people.lena.email), ['userAdministrator', 'accountAdministrator']);
    assert.equal(await Invitation.countDocuments({ email: people.lena.email }), 0);
  });

  it('is refused with the reason', async () => {
    refusalOf(await designate(people.anna), 'sameAdministrator');
    refusalOf(await designate(people.personal), 'personalAddress');
    refusalOf(await designate({ ...people.bernd, email: 'bernd', firstName: '' }), 'invalid');
    refusalOf(await designate(people.bernd, here.ids.tailspin), 'notFound');
    refusalOf(
      await designateAdministrator(here.house, people.marco, {
        ...people.giulia,
        purchasingAccountId: here.ids.contoso,
      }),
      'notPartner',
    );
  });

  it('lets the organization of the new administrator find them, and that of the old not any more', async () => {
    outcomeOf(await designate({ ...people.bernd, email: 'bernd@fabrikam.example' }), 'designated');
    const [known] = outcomeOf(
      await findAdministrator(here.house, { ...people.bernd, email: 'x@fabrikam.example' }, {}),
      'known',
    ).accounts;
    assert.equal(known?.contacts?.administrator.email, 'bernd@fabrikam.example');
    assert.equal((await findAdministrator(here.house, people.bernd, {})).outcome, 'advice');
  });
});
