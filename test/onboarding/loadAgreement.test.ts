import assert from 'node:assert/strict';
import { Agreement } from '../../models/agreement.ts';
import { Invitation } from '../../models/invitation.ts';
import { Partner } from '../../models/partner.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import type { AgreementFile } from '../../onboarding/agreementFile.ts';
import { designateAdministrator } from '../../onboarding/designateAdministrator.ts';
import { loadAgreement } from '../../onboarding/loadAgreement.ts';
import { fillSampleOrganizations } from '../../sandbox/sampleOrganizations.ts';
import { auditLog, mails } from './mails.ts';
import { by, people } from './people.ts';
import { outcomeOf, refusalOf } from './refusalOf.ts';
import { scene } from './scene.ts';

const operator = by({ ...people.marco, email: 'operator@contoso.com' }, 'commandLine');

const file = (): AgreementFile => ({
  agreements: [
    {
      number: '4100-099-999',
      organization: 'Example Ltd',
      country: 'gb',
      timeZone: 'Europe/London',
      signedBy: { firstName: 'Sam', lastName: 'Sign', email: 'Sam@Ltd.example' },
      partner: {
        name: 'Northwind Traders',
        people: [{ email: 'nina.west@northwindtraders.com', firstName: 'Nina', lastName: 'West' }],
      },
      accounts: [
        {
          number: '0005099999',
          administrator: { email: 'Ada@Ltd.example', firstName: 'Ada', lastName: 'Moss', language: 'en' },
        },
        {
          number: '0005099998',
          administrator: { email: 'ben@ltd.example', firstName: 'Ben', lastName: 'Moss', language: 'it' },
        },
      ],
    },
  ],
});

describe('loading agreements', () => {
  const here = scene();
  const load = (input: unknown = file()) => loadAgreement(here.house, operator, input as AgreementFile);

  it('writes the accounts; each administrator’s first invitation goes out by itself', async () => {
    const { accounts } = outcomeOf(await load(), 'loaded');
    assert.deepEqual(
      accounts.map((one) => [one.number, one.agreementNumber, one.organization, one.country]),
      [
        ['0005099998', '4100099999', 'Example Ltd', 'GB'],
        ['0005099999', '4100099999', 'Example Ltd', 'GB'],
      ],
    );
    await here.house.work();
    assert.deepEqual(await mails(), ['invitation → ada@ltd.example', 'invitation → ben@ltd.example']);
    const invitation = await Invitation.findOne({ email: 'ada@ltd.example' }).lean();
    assert.deepEqual([invitation?.roles, invitation?.invitedBy], [['accountAdministrator'], undefined]);
    assert.deepEqual((await auditLog()).sort(), [
      'operator@contoso.com agreementLoaded ada@ltd.example',
      'operator@contoso.com agreementLoaded ben@ltd.example',
      'operator@contoso.com invitationSent ada@ltd.example',
      'operator@contoso.com invitationSent ben@ltd.example',
    ]);
  });

  it('a second time changes nothing, also not an administrator designated since', async () => {
    const [first] = outcomeOf(await load(), 'loaded').accounts;
    await here.house.work();
    await designateAdministrator(here.house, people.nina, {
      ...people.bernd,
      email: 'carl@ltd.example',
      purchasingAccountId: first?.id as string,
    });
    outcomeOf(await load(), 'loaded');
    await Promise.all([load(), load()]);
    await here.house.work();
    assert.equal((await PurchasingAccount.findById(first?.id).lean())?.administrator.email, 'carl@ltd.example');
    assert.equal(await Agreement.countDocuments(), 4);
    assert.equal(await Partner.countDocuments(), 1);
    assert.equal((await mails()).filter((one) => one.startsWith('invitation')).length, 3);
  });

  it('writes nothing unless the whole file is right, and says where it is not', async () => {
    const wrong: unknown = {
      agreements: [
        {
          ...file().agreements[0],
          number: '12',
          country: 'XX',
          timeZone: 'Europe/Atlantis',
          accounts: [
            {
              number: '0005099999',
              administrator: { email: 'ada@gmail.com', firstName: 'Ada', lastName: 'M', language: 'xx' },
            },
            { number: '0005099999', administrator: { email: 'ada', firstName: '<b>', lastName: 'M', language: 'en' } },
          ],
        },
      ],
    };
    const at = 'agreements.0';
    assert.deepEqual(
      refusalOf(await load(wrong), 'invalid')
        .fields.map(({ field, problem }) => `${field} ${problem}`)
        .sort(),
      [
        `${at}.accounts.0.administrator.email personalAddress`,
        `${at}.accounts.0.administrator.language unknownLanguage`,
        `${at}.accounts.1.administrator.email badAddress`,
        `${at}.accounts.1.administrator.firstName badCharacters`,
        `${at}.accounts.1.number numberTwice`,
        `${at}.country unknownCountry`,
        `${at}.number badNumber`,
        `${at}.timeZone unknownTimeZone`,
      ],
    );
    for (const nonsense of [null, 7, {}, { agreements: [] }, { agreements: [{}] }]) {
      refusalOf(await load(nonsense), 'invalid');
    }
    const taken = file();
    if (taken.agreements[0]?.accounts[0]) taken.agreements[0].accounts[0].number = '0005012345';
    assert.deepEqual(refusalOf(await load(taken), 'invalid').fields, [
      { field: `${at}.accounts.0.number`, problem: 'numberElsewhere' },
    ]);
    assert.equal(await Agreement.countDocuments(), 3);
  });
});

describe('the sample organizations', () => {
  const here = scene();

  it('are put into an empty store once, and nothing of them is sent', async () => {
    const accounts = await PurchasingAccount.find().sort({ number: 1 }).lean();
    assert.deepEqual(
      accounts.map(
        (one) => `${one.organization} ${one.country} ${one.agreementNumber} ${one.number} ${one.administrator.email}`,
      ),
      [
        'Contoso S.p.A. IT 4100012345 0005012345 marco.ferri@contoso.com',
        'Fabrikam GmbH DE 4100054321 0005054321 anna.keller@fabrikam.com',
        'Tailspin Toys Ltd GB 4100067890 0005067890 ruth.ellis@tailspintoys.com',
        'Tailspin Toys Ltd GB 4100067890 0005067891 tom.hale@tailspintoys.com',
      ],
    );
    await Invitation.deleteMany({});
    await fillSampleOrganizations(here.house);
    assert.equal(await Invitation.countDocuments(), 0, 'what was changed since stays as it is');
    await here.house.work();
    assert.deepEqual(await mails(), []);
  });

  it('are not mixed with anything else', async () => {
    await Agreement.deleteMany({});
    await PurchasingAccount.deleteMany({});
    await loadAgreement(here.house, operator, file());
    await fillSampleOrganizations(here.house);
    assert.equal(await PurchasingAccount.countDocuments(), 2);
  });
});
