import assert from 'node:assert/strict';
import { AuditEntry } from '../../models/auditEntry.ts';
import { Invitation } from '../../models/invitation.ts';
import { Membership } from '../../models/membership.ts';
import { OutgoingMail } from '../../models/outgoingMail.ts';
import { PurchasingAccount } from '../../models/purchasingAccount.ts';
import { elements } from '../cards/checkCard.ts';
import { people } from '../onboarding/people.ts';
import { scene } from '../onboarding/scene.ts';
import { type Dialogue, play, type Row } from './dialogue.ts';

const { nina, marco, giulia } = people;
const ids = { contoso: '', fabrikam: '', tailspin: '', tailspinSecond: '' };

const administrator = async () => (await PurchasingAccount.findById(ids.fabrikam).lean())?.administrator.email;
const invitation = (email: string) => Invitation.findOne({ email }).sort({ createdAt: -1 }).lean();
const sentTimes =
  (times: number) =>
  async ({ house }: Dialogue) => {
    await house.work();
    assert.equal((await invitation('anna.keller@fabrikam.com'))?.sendings, times);
  };
const unchanged = async () => assert.equal(await administrator(), 'anna.keller@fabrikam.com');
/** The data of a button, as a client sends it; of the customer whose button says so in its tooltip. */
const pressOf = (card: unknown, title: string, tooltip = '') =>
  elements(card).find((one) => one.title === title && String(one.tooltip ?? '').includes(tooltip))?.data as Record<
    string,
    unknown
  >;
const eva = { email: 'eva.lang@fabrikam.com', firstName: 'Eva', lastName: 'Lang', language: 'en' };

const rows: Row[] = [
  ...['has anna keller accepted', 'anna keller ha accettato?'].map(
    (says): Row => ({
      it: `shows the customer whose administrator is named, also in small letters: ${says}`,
      as: nina,
      prefers: 'en',
      steps: [{ says, sees: ['Fabrikam GmbH', 'Anna Keller'], doesNotSee: ['Did you mean', 'Contoso S.p.A.'] }],
    }),
  ),
  {
    it: 'knows a customer by the name of its administrator',
    as: nina,
    steps: [
      {
        says: 'please send Anna Keller her invitation again',
        sees: ['Customers that match “Anna Keller”', 'Fabrikam GmbH'],
        doesNotSee: ['I need three facts', 'Contoso'],
        buttons: ['Resend'],
      },
      { says: 'resend the invitation of anna keller', sees: ['Shall I send the invitation for Fabrikam GmbH'] },
    ],
  },
  ...[
    'Please resend the invitation for Fabrikam’s administrator',
    'invia di nuovo l’invito all’amministratore del nostro cliente Fabrikam',
    'resend the invitation to anna.keller@fabrikam.com',
  ].map(
    (says): Row => ({
      it: `leads to the customer whose invitation is to be sent again: ${says}`,
      as: nina,
      prefers: 'en',
      steps: [
        {
          says,
          sees: ['Fabrikam GmbH', 'Shall I send the invitation'],
          doesNotSee: ['three facts', 'Contoso'],
          buttons: ['Resend'],
        },
        { says: 'yes', sees: ['Anna Keller (anna.keller@fabrikam.com)'], after: sentTimes(2) },
      ],
    }),
  ),
  {
    it: 'opens the form for a customer that is named, and asks for which it is to be where none is',
    as: nina,
    prefers: 'en',
    steps: [
      { says: 'I want to designate another administrator', sees: ['For which customer'] },
      { says: 'per Contoso', sees: ['The purchasing account administrator of Contoso S.p.A.'] },
      { says: 'cancel' },
      {
        says: 'designa un altro amministratore per Fabrikam',
        sees: ['The purchasing account administrator of Fabrikam GmbH'],
      },
    ],
  },
  {
    it: 'lists the customers with the state of their administrators’ invitations',
    as: nina,
    steps: [
      {
        says: 'my customers',
        sees: [
          'Northwind Traders has 2 customer accounts.',
          'Contoso S.p.A., purchasing account 0005012345',
          'Marco Ferri, marco.ferri@contoso.com',
          'accepted: the administrator is in the Business Center',
          /Fabrikam GmbH[\s\S]*sent on .*, not opened yet, good until/,
        ],
        doesNotSee: ['Tailspin'],
        buttons: ['Resend', 'Designate another administrator'],
        after: ({ chat }) => assert.equal(chat.buttons().filter((title) => title === 'Resend').length, 1),
      },
    ],
  },
  {
    it: 'says of each invitation whether it was opened, bounced, expired, declined',
    as: nina,
    steps: [
      {
        first: () => Invitation.updateOne({ email: 'anna.keller@fabrikam.com' }, { openedAt: new Date() }),
        says: 'my customers',
        sees: [/Fabrikam[\s\S]*sent on .*, opened on .*, good until/],
      },
      {
        first: () =>
          Invitation.updateOne(
            { email: 'anna.keller@fabrikam.com' },
            { undeliverable: { at: new Date(), reason: `550 no such user [here](http://x) ${'x'.repeat(500)}` } },
          ),
        says: 'my customers',
        sees: [/could not be delivered: 550 no such user \[here\]\(http:\/\/x\) x+…/],
      },
      {
        first: () =>
          Invitation.updateOne({ email: 'anna.keller@fabrikam.com' }, { state: 'declined', endedAt: new Date() }),
        says: 'my customers',
        sees: [/sent on .*, declined/],
      },
      {
        first: () => Invitation.updateOne({ email: 'anna.keller@fabrikam.com' }, { state: 'expired' }),
        says: 'my customers',
        sees: [/sent on .*, expired on/],
      },
      {
        first: () => Invitation.deleteMany({ email: 'anna.keller@fabrikam.com' }),
        says: 'my customers',
        sees: ['none has been sent yet'],
      },
    ],
  },
  {
    it: 'has an invitation sent again, once however often the button is pressed',
    as: nina,
    steps: [
      { says: 'my customers', keeps: 'list' },
      {
        presses: 'Resend',
        sees: [
          'The invitation is on its way',
          'I sent Anna Keller (anna.keller@fabrikam.com) the invitation for Fabrikam GmbH again.',
          'the old one no longer works',
        ],
        buttons: ['My customers'],
        replaces: 'list',
        after: sentTimes(2),
      },
      {
        presses: 'Resend',
        on: 'list',
        sees: ['This was done already', 'I sent Anna Keller'],
        after: sentTimes(2),
      },
      { presses: 'My customers', sees: ['Northwind Traders has 2 customer accounts.'] },
    ],
  },
  {
    it: 'says so when the administrator has come in meanwhile',
    as: nina,
    steps: [
      { says: 'my customers' },
      {
        first: async () => {
          const { _id, ...facts } = (await Membership.findOne({ email: marco.email }).lean()) as Membership;
          await Membership.create({ ...facts, email: 'anna.keller@fabrikam.com', purchasingAccount: ids.fabrikam });
        },
        presses: 'Resend',
        sees: ['Anna Keller (anna.keller@fabrikam.com) is in at Fabrikam GmbH already and needs no invitation.'],
      },
    ],
  },
  {
    it: 'sends no more than the account’s limit',
    as: nina,
    steps: [
      ...Array.from({ length: 5 }, () => [
        { says: 'my customers' },
        { presses: 'Resend', sees: ['I sent Anna Keller'] },
      ]).flat(),
      { says: 'my customers' },
      {
        presses: 'Resend',
        sees: ['That was often enough for now.'],
        after: sentTimes(6),
      },
    ],
  },
  {
    it: 'designates another administrator after a second yes that says what will happen',
    as: nina,
    steps: [
      { says: 'show the customer Fabrikam', sees: ['Customers that match “Fabrikam”'], doesNotSee: ['Contoso'] },
      {
        presses: 'Designate another administrator',
        sees: ['is Anna Keller (anna.keller@fabrikam.com). Who is it to be from now on?'],
        holds: { email: undefined, language: 'en' },
        keeps: 'form',
      },
      {
        presses: 'Go on',
        typed: eva,
        sees: [
          'Eva Lang (eva.lang@fabrikam.com) becomes purchasing account administrator of Fabrikam GmbH',
          'The invitation of Anna Keller stops working at once.',
          'Both are told',
        ],
        replaces: 'form',
        keeps: 'question',
        after: unchanged,
      },
      {
        presses: 'Yes, change it',
        sees: ['The administrator has been changed', 'is now the designated administrator of Fabrikam GmbH'],
        after: async ({ house }) => {
          assert.equal(await administrator(), eva.email);
          await house.work();
          assert.equal((await invitation('anna.keller@fabrikam.com'))?.state, 'revoked');
          assert.equal((await invitation(eva.email))?.state, 'pending');
          const mails = (await OutgoingMail.find().lean()).map(({ to, notice }) => `${notice.kind} ${to.email}`).sort();
          assert.deepEqual(mails, [
            'administratorChanged anna.keller@fabrikam.com',
            'administratorChanged eva.lang@fabrikam.com',
            'invitation eva.lang@fabrikam.com',
          ]);
        },
      },
      {
        presses: 'Yes, change it',
        on: 'question',
        sees: ['This was done already', 'is now the designated administrator'],
        after: async ({ house }) => {
          await house.work();
          assert.equal(await AuditEntry.countDocuments({ action: 'administratorDesignated' }), 1);
        },
      },
    ],
  },
  {
    it: 'arrives with the form filled in when a sentence says who',
    as: nina,
    steps: [
      {
        says: 'change the administrator of Fabrikam to anna.keller2@fabrikam.com',
        sees: ['Who is it to be from now on?', 'Fabrikam GmbH'],
        holds: { email: 'anna.keller2@fabrikam.com' },
      },
      {
        presses: 'Go on',
        typed: { firstName: 'Anna', lastName: 'Keller' },
        sees: ['Anna Keller (anna.keller2@fabrikam.com)'],
      },
      { says: 'go ahead', sees: ['The administrator has been changed'] },
    ],
  },
  {
    it: 'lets the administrator of one customer become that of another, and takes a yes for “Go on”',
    as: nina,
    steps: [
      {
        says: 'designate anna.keller@fabrikam.com for Contoso',
        sees: ['Who is it to be from now on?', 'Contoso S.p.A.'],
        holds: { email: 'anna.keller@fabrikam.com', firstName: 'Anna', lastName: 'Keller' },
      },
      { says: 'yes', sees: ['Is this right?', 'Anna Keller (anna.keller@fabrikam.com)'] },
      { says: 'no', sees: ['Who is it to be from now on?'] },
      { says: 'cancel', sees: ['Cancelled'] },
    ],
  },
  {
    it: 'finds the customer by a number, and by the domain of the new administrator',
    as: nina,
    steps: [
      {
        says: 'designate Eva Lang eva.lang@fabrikam.example as administrator of customer 0005054321',
        sees: ['Fabrikam GmbH'],
        holds: { email: 'eva.lang@fabrikam.example', firstName: 'Eva', lastName: 'Lang' },
      },
      { says: 'cancel', sees: ['Cancelled: My customers.'] },
      {
        says: 'designate eva.lang@fabrikam.com as the new administrator of my customer',
        sees: ['Fabrikam GmbH'],
        holds: { email: 'eva.lang@fabrikam.com', firstName: 'Eva', lastName: 'Lang' },
      },
    ],
  },
  {
    it: 'asks for which customer when the sentence does not say, and remembers who',
    as: nina,
    steps: [
      {
        says: 'designate eva.lang@adatum.example as the new administrator of my customer',
        sees: ['For which customer is eva.lang@adatum.example to become the administrator?'],
        keeps: 'list',
      },
      {
        submits: ({ chat }) => pressOf(chat.card().card, 'Designate another administrator', 'Fabrikam'),
        sees: ['Fabrikam GmbH'],
        holds: { email: 'eva.lang@adatum.example', firstName: 'Eva', lastName: 'Lang' },
      },
      {
        submits: ({ cards }) => pressOf(cards.get('list')?.card, 'Designate another administrator', 'Contoso'),
        sees: ['That step was done already.', 'Fabrikam GmbH'],
      },
    ],
  },
  {
    it: 'says beside each field what is wrong, and keeps what was typed',
    as: nina,
    steps: [
      { says: 'my customers', after: unchanged },
      { submits: ({ chat }) => pressOf(chat.card().card, 'Designate another administrator', 'Fabrikam') },
      {
        presses: 'Go on',
        typed: { email: 'eva.lang', firstName: 'http://x', lastName: ' ' },
        sees: ['This is no complete e-mail address', 'characters or a web address', 'Please fill this in.'],
        holds: { email: 'eva.lang', firstName: 'http://x' },
      },
      {
        presses: 'Go on',
        typed: { ...eva, email: 'eva.lang@gmail.com' },
        sees: ['This is a personal address.'],
        holds: { email: 'eva.lang@gmail.com', firstName: 'Eva', lastName: 'Lang' },
      },
      {
        presses: 'Go on',
        typed: { ...eva, email: 'Anna.Keller@Fabrikam.com' },
        sees: ['This person is the designated administrator already.'],
      },
      {
        submits: ({ chat }) => ({ ...pressOf(chat.card().card, 'Go on'), ...eva, language: 'xx' }),
        sees: ['I do not know this language.'],
      },
      { presses: 'Go on', typed: eva, sees: ['Is this right?'] },
      { presses: 'Correct it', holds: eva, sees: ['Who is it to be'] },
      { presses: 'Go on', typed: { lastName: 'Long' }, sees: ['Eva Long'] },
      { says: 'no', holds: { lastName: 'Long' }, after: unchanged },
    ],
  },
  {
    it: 'goes back to the form when somebody else of the partner was faster',
    as: nina,
    steps: [
      { says: 'designate Eva Lang eva.lang@fabrikam.com as administrator of customer Fabrikam' },
      { presses: 'Go on', sees: ['Is this right?'] },
      {
        first: () => PurchasingAccount.updateOne({ _id: ids.fabrikam }, { 'administrator.email': eva.email }),
        presses: 'Yes, change it',
        sees: ['This person is the designated administrator already.'],
        holds: { email: eva.email },
      },
    ],
  },
  {
    it: 'is interrupted by another walk in the middle of the form, taken up again and cancelled',
    as: nina,
    steps: [
      { says: 'change the administrator of Fabrikam to anna.keller2@fabrikam.com' },
      {
        says: 'may I use the online services?',
        sees: ['No, not yet', 'Back to: My customers.', 'Who is it to be from now on?'],
        holds: { email: 'anna.keller2@fabrikam.com' },
        keeps: 'form',
      },
      { presses: 'Cancel', sees: ['Cancelled: My customers.'] },
      {
        presses: 'Go on',
        on: 'form',
        typed: eva,
        sees: ['This card is out of date; nothing was done.'],
        after: unchanged,
      },
    ],
  },
  {
    it: 'takes a language that is named beside the form for that of the new administrator',
    as: nina,
    steps: [
      { says: 'change the administrator of Fabrikam to anna.keller2@fabrikam.com' },
      { says: 'Italian', sees: ['Designate another administrator'], holds: { language: 'it' } },
    ],
  },
  {
    it: 'goes on in Italian when the language is changed in the middle',
    as: nina,
    steps: [
      { says: 'change the administrator of Fabrikam to anna.keller2@fabrikam.com' },
      {
        first: ({ chat }) => chat.prefers('it'),
        presses: 'Go on',
        typed: { firstName: 'Anna', lastName: '' },
        sees: ['Questo campo è obbligatorio.', 'Designa un altro amministratore'],
        holds: { email: 'anna.keller2@fabrikam.com' },
      },
      {
        presses: 'Continua',
        typed: { lastName: 'Keller', language: 'it' },
        sees: ['È corretto?', 'Anna Keller (anna.keller2@fabrikam.com) diventa Amministratore account acquisti'],
      },
      { says: 'sì, grazie', sees: ['L’amministratore è stato cambiato'] },
      { says: 'i miei clienti', sees: ['Northwind Traders ha 2 account cliente.', 'anna.keller2@fabrikam.com'] },
    ],
  },
  {
    it: 'searches and turns the pages among hundreds of customers',
    as: nina,
    steps: [
      {
        first: () => addCustomers(300),
        says: 'my customers',
        sees: ['Northwind Traders has 302 customer accounts.', '1 to 5 of 302'],
        buttons: ['Search', 'More', 'Cancel'],
      },
      { presses: 'More', sees: ['6 to 10 of 302'], buttons: ['Previous'] },
      { says: 'more', sees: ['11 to 15 of 302'] },
      { presses: 'Previous', sees: ['6 to 10 of 302'] },
      {
        presses: 'Search',
        typed: { filter: 'organisation 17' },
        sees: ['1 to 5 of 13', 'Òrganisation 17'],
        keeps: 'found',
      },
      { presses: 'More', sees: ['6 to 10 of 13'], buttons: ['Show all'] },
      {
        presses: 'Search',
        typed: { filter: '000600-0042' },
        sees: ['Òrganisation 42'],
        doesNotSee: ['Òrganisation 43'],
      },
      { presses: 'Search', typed: { filter: 'nobody' }, sees: ['No customer matches “nobody”', '1 to 5 of 302'] },
      { says: '0005054321', sees: ['Fabrikam GmbH'], doesNotSee: ['Contoso'] },
      { presses: 'Show all', sees: ['1 to 5 of 302'] },
      { says: 'Anna Keller', sees: ['Fabrikam GmbH'], doesNotSee: ['Contoso'] },
      { says: 'resend the invitation to Contoso', sees: ['Contoso S.p.A.'], noButtons: ['Resend'] },
      {
        submits: ({ chat }) => {
          const { usher } = pressOf(chat.card().card, 'Show all') as { usher: object };
          return { usher: { ...usher, action: 'page', data: { page: '1e9' } } };
        },
        sees: ['Contoso S.p.A.'],
      },
    ],
  },
  {
    it: 'tells who is no partner plainly, with what they can do instead',
    as: giulia,
    prefers: 'en',
    steps: [
      {
        says: 'my customers',
        sees: ['This is for Microsoft partners'],
        doesNotSee: ['Northwind'],
        buttons: ['Find my administrator', 'Have an invitation resent', 'Talk to a person'],
      },
    ],
  },
  {
    it: 'does nothing for a card of another person’s chat, or an account of nobody’s customer',
    as: nina,
    steps: [
      {
        submits: () => ({
          usher: { do: 'step', walk: 'partner', card: 'abcdef12-1', action: 'resend', data: { account: ids.fabrikam } },
        }),
        sees: ['This card is out of date; nothing was done.'],
        after: sentTimes(1),
      },
      { says: 'my customers' },
      {
        submits: ({ chat }) => {
          const { usher } = pressOf(chat.card().card, 'Resend') as { usher: object };
          return { usher: { ...usher, data: { account: ids.tailspin } } };
        },
        sees: ['This customer is not on your list any more.'],
        after: async () => assert.equal((await invitation('ruth.ellis@tailspintoys.com'))?.sendings, 1),
      },
      {
        submits: ({ chat }) => ({ ...pressOf(chat.card().card, 'Resend'), administrator: 'eve@stranger.example' }),
        sees: ['I did not get what that card should send'],
        after: sentTimes(1),
      },
    ],
  },
];

async function addCustomers(count: number): Promise<void> {
  const { _id, ...facts } = (await PurchasingAccount.findById(ids.fabrikam).lean()) as PurchasingAccount;
  await PurchasingAccount.insertMany(
    Array.from({ length: count }, (_, n) => ({
      ...facts,
      number: `000600${String(n).padStart(4, '0')}`,
      organization: `Òrganisation ${n} ${'with a long name '.repeat(10)}`.slice(0, 200),
      administrator: { ...facts.administrator, email: `a${n}@${'long-'.repeat(10)}${n}.example` },
      pendingWork: [],
    })),
  );
}

describe('dialogs/partner', () => {
  const here = scene();
  beforeEach(() => Object.assign(ids, here.ids));

  for (const row of rows) it(row.it, () => play(row, here.house));
});
