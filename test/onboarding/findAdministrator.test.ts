import assert from 'node:assert/strict';
import { Domain } from '../../models/domain.ts';
import { Invitation } from '../../models/invitation.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { askForInvitation } from '../../onboarding/askForInvitation.ts';
import { findAdministrator } from '../../onboarding/findAdministrator.ts';
import { hasAccess } from '../../onboarding/hasAccess.ts';
import { makeHouse } from './house.ts';
import { people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';
import { storeCalls } from './storeCalls.ts';

describe('find my purchasing administrator', () => {
  const here = scene();
  const find = (actor: Parameters<typeof findAdministrator>[1], input = {}) =>
    findAdministrator(here.house, actor, input);

  it('shows an employee the administrator, who else may invite, the partner and who signed', async () => {
    const { accounts } = outcomeOf(await find(people.giulia), 'known');
    assert.equal(accounts.length, 1);
    const [contoso] = accounts;
    assert.equal(contoso?.account.organization, 'Contoso S.p.A.');
    assert.deepEqual(contoso?.yourRoles, []);
    assert.equal(contoso?.mayAsk, true);
    assert.deepEqual(contoso?.contacts, {
      administrator: { name: 'Marco Ferri', email: 'marco.ferri@contoso.com', state: 'in' },
      inviters: [
        { name: 'Lena Vogel', email: 'lena.vogel@contoso.com', roles: ['userAdministrator'] },
        { name: 'Marco Ferri', email: 'marco.ferri@contoso.com', roles: ['accountAdministrator'] },
      ],
      partner: {
        name: 'Northwind Traders',
        people: [{ name: 'Nina West', email: 'nina.west@northwindtraders.com' }],
      },
      signedBy: { name: 'Paola Conti' },
    });
  });

  it('knows people of a subdomain of a verified domain, and not of one that only ends alike', async () => {
    assert.equal((await find({ ...people.giulia, email: 'g@it.contoso.com' })).outcome, 'known');
    assert.equal((await find({ ...people.giulia, email: 'g@notcontoso.com' })).outcome, 'advice');
  });

  it('knows people of exactly the administrator’s domain where no domain is verified', async () => {
    const { accounts } = outcomeOf(await find(people.bernd), 'known');
    assert.equal(accounts[0]?.contacts?.administrator.state, 'invited');
    assert.equal(accounts[0]?.mayAsk, false, 'nobody is in who could decide');
    assert.equal((await find({ ...people.bernd, email: 'b@it.fabrikam.com' })).outcome, 'advice');
  });

  it('begins with what the person has already, then with where they may ask', async () => {
    await PurchasingAccount.updateOne(
      { _id: here.ids.tailspin },
      { $set: { organization: 'Adatum', administratorDomain: 'contoso.com' } },
    );
    const organizations = async (actor: typeof people.marco) =>
      outcomeOf(await find(actor), 'known').accounts.map(({ account }) => account.organization);
    assert.deepEqual(await organizations(people.omar), ['Contoso S.p.A.', 'Adatum']);
    assert.deepEqual(await organizations(people.giulia), ['Contoso S.p.A.', 'Adatum']);
  });

  it('tells of an invitation that is waiting, opened or bounced', async () => {
    const invitation = async () => outcomeOf(await find(people.anna), 'known').accounts[0]?.yourInvitation;
    assert.equal((await invitation())?.state, 'pending');
    await Invitation.updateOne(
      { email: people.anna.email },
      { $set: { undeliverable: { at: new Date(), reason: 'mailbox full' }, openedAt: new Date() } },
    );
    assert.equal((await invitation())?.undeliverable?.reason, 'mailbox full');
    assert.ok((await invitation())?.openedAt);
    here.later({ days: 60 });
    assert.equal((await invitation())?.state, 'expired', 'its date has passed, marked or not');
  });

  it('tells own roles and an open request', async () => {
    assert.deepEqual(outcomeOf(await find(people.omar), 'known').accounts[0]?.yourRoles, ['reportViewer']);
    const asked = outcomeOf(
      await askForInvitation(here.house, people.giulia, { purchasingAccountId: here.ids.contoso }),
      'asked',
    );
    const [contoso] = outcomeOf(await find(people.giulia), 'known').accounts;
    assert.equal(contoso?.yourRequest?.id, asked.requestId);
    assert.equal(contoso?.mayAsk, false);
  });

  it('tells one’s own invitation also where the address does not belong to the organization', async () => {
    await Invitation.updateOne({ email: people.anna.email }, { $set: { email: people.stranger.email } });
    const [fabrikam] = outcomeOf(await find(people.stranger), 'known').accounts;
    assert.equal(fabrikam?.yourInvitation?.state, 'pending');
    assert.equal(fabrikam?.contacts, undefined);
    assert.equal(fabrikam?.mayAsk, false);
  });

  it('narrows down by number', async () => {
    const find2 = async (input: object) =>
      (await find(people.ruth, input)) as { accounts?: unknown[]; outcome: string };
    assert.equal((await find2({})).accounts?.length, 2);
    assert.equal((await find2({ agreementNumber: '4100 067 890' })).accounts?.length, 2);
    assert.equal((await find2({ accountNumber: '0005-067-891' })).accounts?.length, 1);
    assert.equal((await find2({ agreementNumber: '4100012345' })).outcome, 'advice');
  });

  it('says not a word to anyone else: numbers of an account and made-up ones look and cost the same', async () => {
    for (const actor of [people.stranger, people.personal, people.bernd]) {
      const real = { agreementNumber: '4100012345', accountNumber: '0005012345' };
      const madeUp = { agreementNumber: '4999999999', accountNumber: '0009999999' };
      assert.deepEqual(await find(actor, real), { outcome: 'advice' });
      assert.deepEqual(await find(actor, madeUp), { outcome: 'advice' });
      assert.deepEqual(await storeCalls(() => find(actor, real)), await storeCalls(() => find(actor, madeUp)));
    }
  });

  it('never takes a domain of personal mail for an organization', async () => {
    await Domain.updateOne({ name: 'contoso.com' }, { $set: { name: 'gmail.com' } });
    assert.equal((await find(people.personal)).outcome, 'advice');
  });

  it('refuses numbers that are none, and too many look-ups', async () => {
    here.still();
    const { fields } = refusalOf(await find(people.giulia, { agreementNumber: '12', accountNumber: 'x' }), 'invalid');
    assert.deepEqual(fields, [
      { field: 'agreementNumber', problem: 'badNumber' },
      { field: 'accountNumber', problem: 'badNumber' },
    ]);
    const house = makeHouse({ limits: { lookupsPerPerson: { most: 1, per: { hours: 1 } } } });
    const input = { agreementNumber: '4100012345' };
    assert.equal((await findAdministrator(house, people.giulia, input)).outcome, 'known');
    const { retryAt } = refusalOf(await findAdministrator(house, people.giulia, input), 'limited');
    assert.ok(retryAt > new Date());
    assert.equal(
      (await findAdministrator(house, people.giulia, {})).outcome,
      'known',
      'without numbers there is no limit',
    );
  });

  it('says where somebody is in and what waits for them', async () => {
    assert.deepEqual(
      (await hasAccess(here.house, people.omar)).accounts.map((one) => one.organization),
      ['Contoso S.p.A.'],
    );
    assert.deepEqual(
      (await hasAccess(here.house, people.anna)).invitations.map((one) => one.account.organization),
      ['Fabrikam GmbH'],
    );
  });
});
